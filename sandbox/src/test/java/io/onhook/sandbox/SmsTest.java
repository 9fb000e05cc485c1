package io.onhook.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SmsTest {
  private static final String TEXT = "您的验证码是 482913，请勿告诉他人。📱";

  @TempDir static Path data;

  private static SandboxOperator sandbox;
  private static Client client;

  @BeforeAll
  static void start() throws IOException {
    sandbox = Sandboxes.here(data, "simulated");
    client = new Client(sandbox.ports());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void reset() throws Exception {
    client.control("reset", "");
  }

  @Test
  void chineseAndEmojiArriveAndCodesStandOut() throws Exception {
    try (Bound smpp = new Bound("onhook")) {
      smpp.send("8619900000001", 0, TEXT.getBytes(StandardCharsets.UTF_16BE));
      assertThat(smpp.receipt()).contains("stat:DELIVRD");
    }
    JsonNode sms = client.get("/sandbox/inbox?to=%2B8619900000001").json().path(0);
    assertThat(sms.path("text").asString("")).isEqualTo(TEXT);
    assertThat(client.get("/inbox?to=8619900000001").text()).contains("<mark>482913</mark>");
  }

  @Test
  void aLongTextIsPutTogetherWhateverTheOrderOfItsParts() throws Exception {
    String first = "一".repeat(67);
    String second = "📱".repeat(20);
    try (Bound smpp = new Bound("onhook")) {
      smpp.send("8619900000001", 0x40, part(7, 2, 2, second));
      assertThat(client.get("/sandbox/inbox").json()).isEmpty();
      smpp.send("8619900000001", 0x40, part(7, 2, 1, first));
    }
    JsonNode inbox = client.get("/sandbox/inbox").json();
    assertThat(inbox).hasSize(1);
    assertThat(inbox.path(0).path("text").asString("")).isEqualTo(first + second);
    assertThat(inbox.path(0).path("parts").asInt()).isEqualTo(2);
  }

  @Test
  void dataOnlyAndEndedLinesAreNotReached() throws Exception {
    try (Bound smpp = new Bound("onhook")) {
      smpp.send("8619900000002", 0, TEXT.getBytes(StandardCharsets.UTF_16BE));
      assertThat(smpp.receipt()).contains("stat:UNDELIV");
      smpp.send("8619900000021", 0, TEXT.getBytes(StandardCharsets.UTF_16BE));
      assertThat(smpp.receipt()).contains("stat:UNDELIV");
    }
    assertThat(client.get("/sandbox/inbox").json())
        .allMatch(sms -> !sms.path("delivered").asBoolean());
  }

  /** Byte by byte: jsmpp itself may miss an answer that is followed at once by a hang-up. */
  @Test
  void aWrongPasswordIsRefused() throws IOException {
    byte[] body = ("onhook\0wrong\0\0" + "4" + "\0\0\0").getBytes(StandardCharsets.US_ASCII);
    try (Socket socket = new Socket("127.0.0.1", client.port("smpp"))) {
      socket.setSoTimeout(10_000);
      ByteBuffer bind = ByteBuffer.allocate(16 + body.length);
      bind.putInt(bind.capacity()).putInt(9).putInt(0).putInt(1).put(body);
      socket.getOutputStream().write(bind.array());
      ByteBuffer head = ByteBuffer.wrap(socket.getInputStream().readNBytes(16));
      assertThat(head.getInt(8)).isEqualTo(0x0e);
    }
  }

  @Test
  void throttlesLosesAndContradicts() throws Exception {
    byte[] text = TEXT.getBytes(StandardCharsets.UTF_16BE);
    client.control("misbehave", "{\"operation\":\"sms.submit\",\"mode\":\"reject\"}");
    try (Bound smpp = new Bound("onhook")) {
      assertThatThrownBy(() -> smpp.send("8619900000001", 0, text))
          .isInstanceOf(NegativeResponseException.class)
          .extracting(e -> ((NegativeResponseException) e).getCommandStatus())
          .isEqualTo(0x58);
      client.control("misbehave", "{\"operation\":\"sms.submit\",\"mode\":\"lose-answer\"}");
      assertThatThrownBy(() -> smpp.send("8619900000001", 0, text)).isInstanceOf(Exception.class);
    }
    assertThat(client.get("/sandbox/inbox").json()).hasSize(1);
    try (Bound smpp = new Bound("onhook")) {
      client.control("misbehave", "{\"operation\":\"sms.submit\",\"mode\":\"contradict\"}");
      assertThatThrownBy(() -> smpp.send("8619900000001", 0, text))
          .isInstanceOf(NegativeResponseException.class);
    }
    assertThat(client.get("/sandbox/inbox").json()).hasSize(2);
  }

  private static byte[] part(int reference, int total, int number, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_16BE);
    byte[] part = new byte[body.length + 6];
    System.arraycopy(
        new byte[] {5, 0, 3, (byte) reference, (byte) total, (byte) number}, 0, part, 0, 6);
    System.arraycopy(body, 0, part, 6, body.length);
    return part;
  }

  /** A bound SMPP client of another make than the server. */
  private static final class Bound implements AutoCloseable, MessageReceiverListener {
    private final SMPPSession session = new SMPPSession();
    private final BlockingQueue<String> receipts = new LinkedBlockingQueue<>();

    Bound(String password) throws IOException {
      session.setMessageReceiverListener(this);
      session.setTransactionTimer(3000);
      session.connectAndBind(
          "127.0.0.1",
          client.port("smpp"),
          new BindParameter(
              BindType.BIND_TRX,
              "onhook",
              password,
              "",
              TypeOfNumber.UNKNOWN,
              NumberingPlanIndicator.UNKNOWN,
              null));
    }

    void send(String to, int esmClass, byte[] text) throws Exception {
      session.submitShortMessage(
          "",
          TypeOfNumber.ALPHANUMERIC,
          NumberingPlanIndicator.UNKNOWN,
          "Onhook",
          TypeOfNumber.INTERNATIONAL,
          NumberingPlanIndicator.ISDN,
          to,
          new ESMClass(esmClass),
          (byte) 0,
          (byte) 0,
          null,
          null,
          new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
          (byte) 0,
          new GeneralDataCoding(Alphabet.ALPHA_UCS2),
          (byte) 0,
          text);
    }

    String receipt() throws InterruptedException {
      String receipt = receipts.poll(10, TimeUnit.SECONDS);
      return receipt == null ? "no receipt" : receipt;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm deliver) {
      receipts.add(new String(deliver.getShortMessage(), StandardCharsets.US_ASCII));
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {}

    @Override
    public DataSmResult onAcceptDataSm(DataSm dataSm, Session source) {
      throw new UnsupportedOperationException("The sandbox sends no data_sm");
    }

    @Override
    public void close() {
      session.unbindAndClose();
    }
  }
}
