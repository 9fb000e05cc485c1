package io.onhook.sandbox.message;

import io.onhook.sandbox.json.Json;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.StreamProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.util.MailStreamProvider;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A mail, taken apart.
 *
 * @param id its Message-ID; empty if it has none
 * @param subject its subject
 * @param text its plain text, or the HTML where there is none
 * @param attachments its attached files
 */
record Mail(String id, String subject, String text, List<Attachment> attachments) {
  // Otherwise looked for in all libraries, several times a mail.
  static {
    System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
  }

  /** To take mails apart by; made once, since making it reads all libraries. */
  private static final Session SESSION = Session.getInstance(new Properties());

  /** A file that came with a mail. */
  record Attachment(String name, String type, byte[] content) {}

  /** Takes a mail apart; what can't be read as MIME is one text. */
  static Mail of(byte[] raw) throws IOException {
    try {
      MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
      List<Attachment> attachments = new ArrayList<>();
      List<String> texts = new ArrayList<>();
      walk(message, texts, attachments);
      return new Mail(
          Optional.ofNullable(message.getMessageID()).orElse(""),
          Optional.ofNullable(message.getSubject()).orElse(""),
          texts.isEmpty() ? "" : texts.getFirst(),
          List.copyOf(attachments));
    } catch (MessagingException e) {
      throw new IOException("The mail can't be read", e);
    }
  }

  /** As the inbox keeps it: attachments by name and size, their content stays in the raw mail. */
  ObjectNode toJson() {
    ObjectNode json = Json.object().put("messageId", id).put("subject", subject).put("text", text);
    ArrayNode files = json.putArray("attachments");
    for (Attachment attachment : attachments) {
      files
          .addObject()
          .put("name", attachment.name())
          .put("type", attachment.type())
          .put("bytes", attachment.content().length);
    }
    return json;
  }

  private static void walk(Part part, List<String> texts, List<Attachment> attachments)
      throws MessagingException, IOException {
    String name = part.getFileName();
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        walk(parts.getBodyPart(i), texts, attachments);
      }
    } else if (name != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      attachments.add(
          new Attachment(
              name == null ? "attachment" : name,
              part.getContentType().replaceAll(";.*", "").strip(),
              part.getInputStream().readAllBytes()));
    } else if (part.getContent() instanceof String text) {
      if (part.isMimeType("text/plain")) {
        texts.addFirst(text);
      } else {
        texts.add(text);
      }
    }
  }
}
