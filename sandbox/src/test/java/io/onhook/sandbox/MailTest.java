package io.onhook.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class MailTest {
  @TempDir Path data;

  @Test
  void lettersArriveWithTheirAttachments() throws Exception {
    try (SandboxOperator sandbox = Sandboxes.here(data, "simulated")) {
      Client client = new Client(sandbox.ports());
      send(client, "zhang.wei@example.com", "注销已受理 <b>", "您好，\n请看附件。");
      JsonNode mail = client.get("/sandbox/inbox?to=zhang.wei@example.com").json().path(0);
      assertThat(mail.path("subject").asString("")).isEqualTo("注销已受理 <b>");
      assertThat(mail.path("text").asString("")).contains("请看附件");
      assertThat(mail.path("attachments").path(0).path("name").asString("")).isEqualTo("凭证.pdf");
      Client.Answer file = client.get("/inbox/" + mail.path("id").asString("") + "/attachment/0");
      assertThat(file.text()).isEqualTo("%PDF-sample");
      assertThat(file.header("Content-Disposition")).isEqualTo("attachment");
      String page = client.get("/inbox").text();
      assertThat(page).contains("注销已受理 &lt;b&gt;").contains("凭证.pdf").doesNotContain("<b>\"");
      assertThat(client.get("/inbox/M-000001/attachment/7").status()).isEqualTo(404);
    }
  }

  @Test
  void aLostAnswerLeavesTheLetterAndARefusalDoesNot() throws Exception {
    try (SandboxOperator sandbox = Sandboxes.here(data, "simulated")) {
      Client client = new Client(sandbox.ports());
      for (String mode : new String[] {"lose-answer", "lose-request", "reject", "contradict"}) {
        client.control(
            "misbehave", "{\"operation\":\"mail.receive\",\"mode\":\"%s\"}".formatted(mode));
        assertThatThrownBy(() -> send(client, "a@example.com", mode, "x"))
            .isInstanceOf(MessagingException.class);
      }
      send(client, "a@example.com", "well", "x");
      assertThat(client.get("/sandbox/inbox?to=a@example.com").json())
          .extracting(mail -> mail.path("subject").asString(""))
          .containsExactly("well", "contradict", "lose-answer");
    }
  }

  static void send(Client client, String to, String subject, String text)
      throws MessagingException {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", client.port("smtp"));
    properties.put("mail.smtp.timeout", "10000");
    MimeMessage message = new MimeMessage(Session.getInstance(properties));
    message.setFrom(new InternetAddress("service@onhook.example.com"));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
    message.setSubject(subject, "UTF-8");
    MimeBodyPart body = new MimeBodyPart();
    body.setText(text, "UTF-8");
    MimeBodyPart file = new MimeBodyPart();
    file.setDataHandler(
        new DataHandler(
            new ByteArrayDataSource(
                "%PDF-sample".getBytes(StandardCharsets.US_ASCII), "application/pdf")));
    file.setFileName("凭证.pdf");
    message.setContent(new MimeMultipart(body, file));
    Transport.send(message);
  }
}
