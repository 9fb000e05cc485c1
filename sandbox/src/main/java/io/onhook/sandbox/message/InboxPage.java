package io.onhook.sandbox.message;

import io.onhook.sandbox.http.HttpDoor;
import io.onhook.sandbox.http.Reply;
import io.onhook.sandbox.http.Request;
import io.onhook.sandbox.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The inbox as JSON and as a page for newcomers, who see codes and letters arrive. */
public final class InboxPage {
  private static final int SHOWN = 100;
  private static final Pattern CODE = Pattern.compile("(?<!\\d)(\\d{6,8})(?!\\d)");
  private static final Pattern LINK = Pattern.compile("(https?://[^\\s<>\"]+[^\\s<>\".,;:。，）)])");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  private final Inbox inbox;
  private final MailServer mails;
  private final String frame;

  public InboxPage(Inbox inbox, MailServer mails) throws IOException {
    this.inbox = inbox;
    this.mails = mails;
    try (InputStream page =
        Objects.requireNonNull(InboxPage.class.getResourceAsStream("inbox.html"))) {
      this.frame = new String(page.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Opens the routes. */
  public void serve(HttpDoor door) {
    door.on("GET", "/sandbox/inbox", this::json);
    door.on("GET", "/inbox", this::page);
    door.on(
        "GET",
        "/",
        request -> new Reply(302, Map.of("Location", "/inbox"), "text/plain", new byte[0]));
    door.on("GET", "/inbox/{id}/attachment/{number}", this::attachment);
  }

  private Reply json(Request request) {
    ArrayNode list = Json.array();
    inbox.to(request.query("to").orElse("")).forEach(list::add);
    return Reply.ok(list);
  }

  private Reply page(Request request) {
    String to = request.query("to").orElse("").strip();
    List<ObjectNode> messages = inbox.to(to);
    StringBuilder cards = new StringBuilder();
    messages.stream().limit(SHOWN).forEach(message -> cards.append(card(message)));
    if (messages.isEmpty()) {
      cards.append("<p class=\"empty\">还没有信件和短信。<span lang=\"en\">Nothing here yet.</span></p>");
    }
    return Reply.html(
        frame
            .replace("{{to}}", escape(to))
            .replace("{{count}}", Integer.toString(messages.size()))
            .replace("{{messages}}", cards));
  }

  private Reply attachment(Request request) {
    Optional<ObjectNode> message = inbox.find(request.path("id"));
    try {
      Optional<byte[]> raw = mails.raw(message.map(m -> m.path("raw").asString("")).orElse(""));
      int number = Integer.parseInt(request.path("number"));
      if (raw.isPresent()) {
        List<Mail.Attachment> files = Mail.of(raw.get()).attachments();
        if (number >= 0 && number < files.size()) {
          // Never shown in place: a mail's HTML must not run on this page's address.
          return new Reply(
              200,
              Map.of("Content-Disposition", "attachment", "X-Content-Type-Options", "nosniff"),
              files.get(number).type(),
              files.get(number).content());
        }
      }
      return Reply.notFound("attachment");
    } catch (NumberFormatException e) {
      return Reply.notFound("attachment");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String card(ObjectNode message) {
    boolean sms = message.path("kind").asString("").equals("sms");
    boolean lost = sms && !message.path("delivered").asBoolean(true);
    StringBuilder card = new StringBuilder("<article class=\"").append(sms ? "sms" : "mail");
    card.append("\"><header><b>").append(sms ? "短信 SMS" : "邮件 E-mail").append("</b> <span>");
    for (JsonNode to : message.path("to")) {
      card.append("<a href=\"/inbox?to=")
          .append(escape(to.asString("")).replace("+", "%2B"))
          .append("\">")
          .append(escape(to.asString("")))
          .append("</a> ");
    }
    card.append("</span><time>")
        .append(TIME.format(Instant.parse(message.path("at").asString(""))))
        .append("</time></header>");
    if (lost) {
      card.append("<p class=\"lost\">未送达：该号码收不到短信 ")
          .append("<span lang=\"en\">Not delivered: this number can't receive SMS</span></p>");
    }
    if (!sms) {
      card.append("<h2>").append(escape(message.path("subject").asString(""))).append("</h2>");
    }
    String text = message.path("text").asString("");
    card.append("<pre>").append(lost ? escape(text) : marked(text)).append("</pre>");
    int number = 0;
    for (JsonNode file : message.path("attachments")) {
      card.append("<p class=\"file\"><a href=\"/inbox/")
          .append(message.path("id").asString(""))
          .append("/attachment/")
          .append(number++)
          .append("\" download=\"")
          .append(escape(file.path("name").asString("")))
          .append("\">")
          .append(escape(file.path("name").asString("")))
          .append("</a> ")
          .append(file.path("bytes").asLong() / 1024 + 1)
          .append(" KB</p>");
    }
    return card.append("</article>\n").toString();
  }

  /** Codes stand out, and links can be followed. */
  private static String marked(String text) {
    String linked = LINK.matcher(escape(text)).replaceAll("<a href=\"$1\">$1</a>");
    return linked.contains("<a ") ? linked : CODE.matcher(linked).replaceAll("<mark>$1</mark>");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
