package io.onhook.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulated HLR's protocols. */
class HlrTest {
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
  void knowsEveryLineThatHasNotEndedAndAThousandMore() throws IOException {
    assertThat(
            client.ctrl(
                "GET 1 subscriber.by-msisdn-8619900000001.msisdn",
                "GET 2 subscriber.by-imsi-460990000000001.cs-enabled",
                "GET 3 subscriber.by-msisdn-8619900000021.info",
                "GET 4 subscriber.by-id-1000.msisdn"))
        .startsWith(
            "GET_REPLY 1 subscriber.by-msisdn-8619900000001.msisdn 8619900000001",
            "GET_REPLY 2 subscriber.by-imsi-460990000000001.cs-enabled 1",
            "ERROR 3 No such subscriber.")
        .last()
        .asString()
        .startsWith("GET_REPLY 4 ");
  }

  @Test
  void endsASubscriberInTheSafeOrder() throws IOException {
    assertThat(
            client.vty(
                "enable",
                "subscriber imsi 460990000000001 update network-access-mode none",
                "subscriber imsi 460990000000001 show"))
        .last()
        .asString()
        .contains("CS disabled", "PS disabled");
    assertThat(
            client.ctrl(
                "GET 1 subscriber.by-msisdn-8619900000001.ps-enabled",
                "SET 2 subscriber.delete 460990000000001",
                "GET 3 subscriber.by-msisdn-8619900000001.info",
                "SET 4 subscriber.delete 460990000000001"))
        .containsExactly(
            "GET_REPLY 1 subscriber.by-msisdn-8619900000001.ps-enabled 0",
            "SET_REPLY 2 subscriber.delete 1",
            "ERROR 3 No such subscriber.",
            "ERROR 4 Subscriber doesn't exist.");
  }

  @Test
  void framesMaySplitBePipelinedAndBeOfOtherProtocols() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", client.port("ctrl"))) {
      socket.setSoTimeout(10_000);
      byte[] get = "GET 1 x.y".getBytes(StandardCharsets.US_ASCII);
      byte[] garbage = {0, 2, (byte) 0xfe, 1, 2};
      socket.getOutputStream().write(garbage);
      byte[] both = new byte[2 * (get.length + 4)];
      for (int at = 0; at < both.length; at += get.length + 4) {
        both[at + 1] = (byte) (get.length + 1);
        both[at + 2] = (byte) 0xee;
        System.arraycopy(get, 0, both, at + 4, get.length);
      }
      for (byte one : both) {
        socket.getOutputStream().write(one);
        socket.getOutputStream().flush();
      }
      String twice = "ERROR 1 Command not found";
      byte[] answers = socket.getInputStream().readNBytes(2 * (twice.length() + 4));
      assertThat(new String(answers, StandardCharsets.ISO_8859_1)).endsWith(twice);
    }
  }

  @Test
  void losesAnswersAndRequests() throws Exception {
    String delete = "SET 1 subscriber.delete 460990000000001";
    String get = "GET 2 subscriber.by-imsi-460990000000001.msisdn";
    order("hlr.delete", "lose-request");
    assertThatThrownBy(() -> client.ctrl(delete)).isInstanceOf(IOException.class);
    assertThat(client.ctrl(get)).first().asString().startsWith("GET_REPLY");
    order("hlr.delete", "reject");
    assertThat(client.ctrl(delete)).containsExactly("ERROR 1 Cannot delete subscriber.");
    order("hlr.get", "stale-not-found");
    assertThat(client.ctrl(get)).containsExactly("ERROR 2 No such subscriber.");
    order("hlr.delete", "contradict");
    assertThat(client.ctrl(delete)).containsExactly("ERROR 1 Cannot delete subscriber.");
    assertThat(client.ctrl(get)).containsExactly("ERROR 2 No such subscriber.");
    order("hlr.delete", "lose-answer");
    assertThatThrownBy(() -> client.ctrl("SET 1 subscriber.delete 460990000000002"))
        .isInstanceOf(IOException.class);
    assertThat(client.ctrl("GET 2 subscriber.by-imsi-460990000000002.info"))
        .containsExactly("ERROR 2 No such subscriber.");
  }

  @Test
  void theVtyMayDoNothingAndSayNothing() throws Exception {
    String none = "subscriber imsi 460990000000001 update network-access-mode none";
    order("hlr.vty", "reject");
    assertThat(client.vty("enable", none, "subscriber imsi 460990000000001 show"))
        .last()
        .asString()
        .doesNotContain("CS disabled");
    order("hlr.vty", "lose-answer");
    assertThatThrownBy(() -> client.vty("enable", none)).isInstanceOf(IOException.class);
    assertThat(client.ctrl("GET 1 subscriber.by-imsi-460990000000001.cs-enabled"))
        .containsExactly("GET_REPLY 1 subscriber.by-imsi-460990000000001.cs-enabled 0");
  }

  private static void order(String operation, String mode) throws Exception {
    client.control(
        "misbehave", "{\"operation\":\"%s\",\"mode\":\"%s\"}".formatted(operation, mode));
  }
}
