package io.onhook.sandbox.hlr;

import io.onhook.sandbox.book.Book;
import io.onhook.sandbox.book.Draft;
import io.onhook.sandbox.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** The commands of osmo-hlr's VTY that end lines, for one connection, on the book's subscribers. */
final class SimulatedVty implements VtyTalk {
  private static final Pattern COMMAND =
      Pattern.compile("subscriber (imsi|msisdn|id) (\\S+) (show|update .+|create|delete)");

  private static final String GREETING =
      "Welcome to the OsmoHLR VTY interface\r\n\r\nThis one is simulated by the sandbox.\r\n";

  /** WILL ECHO, WILL SUPPRESS-GO-AHEAD, DONT LINEMODE, DO NAWS: clients must skip them. */
  private static final byte[] TELNET = {
    (byte) 0xff, (byte) 0xfb, 1, (byte) 0xff, (byte) 0xfb, 3,
    (byte) 0xff, (byte) 0xfe, 34, (byte) 0xff, (byte) 0xfd, 31
  };

  private final Book book;
  private boolean enabled;

  SimulatedVty(Book book) {
    this.book = book;
  }

  @Override
  public byte[] greeting() {
    ByteArrayOutputStream greeting = new ByteArrayOutputStream();
    greeting.writeBytes(GREETING.getBytes(StandardCharsets.US_ASCII));
    greeting.writeBytes(TELNET);
    greeting.writeBytes(prompt().getBytes(StandardCharsets.US_ASCII));
    return greeting.toByteArray();
  }

  @Override
  public byte[] run(String line) {
    String printed = printed(line);
    return (line + "\r\n" + printed + prompt()).getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public String prompt() {
    return enabled ? "OsmoHLR# " : "OsmoHLR> ";
  }

  /** What a command prints, each line ended by CR LF; empty where it is content. */
  private String printed(String command) {
    switch (command) {
      case "" -> {
        return "";
      }
      case "enable" -> {
        enabled = true;
        return "";
      }
      case "disable" -> {
        enabled = false;
        return "";
      }
      case "show version" -> {
        return "OsmoHLR 1.5.0 (simulated).\r\n";
      }
      case "subscriber" -> {
        return "% Command incomplete.\r\n";
      }
      default -> {
        Matcher matcher = COMMAND.matcher(command);
        return matcher.matches() ? subscriber(command, matcher) : "% Unknown command.\r\n";
      }
    }
  }

  private String subscriber(String command, Matcher matcher) {
    String selector = matcher.group(1);
    String value = matcher.group(2);
    if (matcher.group(3).equals("show")) {
      return book.read(view -> Subscribers.by(view, selector, value))
          .map(SimulatedVty::shown)
          .orElseGet(() -> nobody(selector, value));
    }
    if (!enabled || !matcher.group(3).matches("update network-access-mode (none|cs|ps|cs\\+ps)")) {
      return "% Unknown command.\r\n";
    }
    String mode = matcher.group(3).substring("update network-access-mode ".length());
    return book.change(
            "hlr.vty",
            null,
            Json.object().put("command", command),
            draft -> Json.object().put("answer", access(draft, selector, value, mode)))
        .path("answer")
        .asString("");
  }

  private static String access(Draft draft, String selector, String value, String mode) {
    Optional<ObjectNode> found = Subscribers.by(draft, selector, value);
    if (found.isEmpty()) {
      return nobody(selector, value);
    }
    ObjectNode changed =
        found
            .get()
            .deepCopy()
            .put("nam_cs", mode.contains("cs") ? 1 : 0)
            .put("nam_ps", mode.contains("ps") ? 1 : 0);
    draft.put(Subscribers.SUBSCRIBERS, changed.path("imsi").asString(""), changed);
    return "";
  }

  private static String shown(ObjectNode subscriber) {
    return "    ID: "
        + subscriber.path("id").asString("")
        + "\r\n    IMSI: "
        + subscriber.path("imsi").asString("")
        + "\r\n    MSISDN: "
        + subscriber.path("msisdn").asString("none")
        + "\r\n"
        + (subscriber.path("nam_cs").asInt() == 0 ? "    CS disabled\r\n" : "")
        + (subscriber.path("nam_ps").asInt() == 0 ? "    PS disabled\r\n" : "");
  }

  private static String nobody(String selector, String value) {
    return "%% No subscriber for %s = '%s'\r\n".formatted(selector, value);
  }
}
