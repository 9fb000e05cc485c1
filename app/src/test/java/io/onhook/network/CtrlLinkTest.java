package io.onhook.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhook.shared.Deadline;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a well-behaved register never says. */
class CtrlLinkTest {
  @Test
  void passesOverPingsTrapsAndOtherPeoplesAnswers() throws IOException {
    assertThat(
            answered(
                frame(0xfe, "\1"),
                frame(0xee, "\3binary"),
                frame(0xee, ""),
                frame(0xee, "\0TRAP 0 something 1"),
                frame(0xee, "\0GET_REPLY 7 a late one"),
                frame(0xee, "\0GET_REPLY 1 a the value\nof two lines")))
        .isEqualTo(new CtrlLink.Reply.Value("the value\nof two lines"));
  }

  @Test
  void aRefusalIsInItsOwnWords() throws IOException {
    assertThat(answered(frame(0xee, "\0ERROR 1 No such subscriber.")))
        .isEqualTo(new CtrlLink.Reply.Refused("No such subscriber."));
    assertThat(answered(frame(0xee, "\0ERROR 1 No"))).isEqualTo(new CtrlLink.Reply.Refused("No"));
  }

  @Test
  void nonsenseIsNotAnAnswer() {
    assertThatThrownBy(() -> answered(frame(0xee, "\0ERROR err Request type unknown")))
        .isInstanceOf(ProtocolException.class);
    assertThatThrownBy(() -> answered(frame(0xee, "\0SET_REPLY 1 a OK")))
        .isInstanceOf(ProtocolException.class);
    assertThatThrownBy(() -> answered(frame(0xee, "\0?"))).isInstanceOf(ProtocolException.class);
  }

  @Test
  void halfAFrameIsWaitedForUntilTheDeadlineOnly() {
    byte[] whole = frame(0xee, "\0GET_REPLY 1 a b");
    assertThatThrownBy(() -> answered(Arrays.copyOf(whole, whole.length - 1)))
        .isInstanceOfAny(EOFException.class, SocketTimeoutException.class);
  }

  private static CtrlLink.Reply answered(byte[]... frames) throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Deadline deadline = Deadline.in(Duration.ofSeconds(2));
      try (CtrlLink link = CtrlLink.open("127.0.0.1", server.getLocalPort(), deadline);
          Socket register = server.accept()) {
        register.setTcpNoDelay(true);
        for (byte[] frame : frames) {
          // In two pieces, as the network may.
          register.getOutputStream().write(frame, 0, 1);
          register.getOutputStream().flush();
          register.getOutputStream().write(frame, 1, frame.length - 1);
        }
        return link.get("a", deadline);
      }
    }
  }

  private static byte[] frame(int protocol, String body) {
    byte[] text = body.getBytes(StandardCharsets.US_ASCII);
    var frame = new ByteArrayOutputStream();
    frame.write(text.length >> 8);
    frame.write(text.length);
    frame.write(protocol);
    frame.writeBytes(text);
    return frame.toByteArray();
  }
}
