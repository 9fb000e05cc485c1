package io.onhook.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ClamAV's protocol, spoken to a socket of the test's own. */
class ClamdTest {
  private static final Duration SOON = Duration.ofSeconds(1);

  @TempDir private Path folder;

  /** Answers as told, and keeps what it was sent; an empty answer is silence. */
  private static final class Daemon implements AutoCloseable {
    private final ServerSocketChannel server;
    private final AtomicReference<byte[]> file = new AtomicReference<>(new byte[0]);

    Daemon(SocketAddress address, String answer) throws IOException {
      server =
          address instanceof UnixDomainSocketAddress
              ? ServerSocketChannel.open(StandardProtocolFamily.UNIX)
              : ServerSocketChannel.open();
      server.bind(address);
      Thread.ofVirtual().start(() -> serve(answer));
    }

    private void serve(String answer) {
      try (var channel = server.accept()) {
        var in = new DataInputStream(Channels.newInputStream(channel));
        assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII))
            .isEqualTo("zINSTREAM\0");
        var whole = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
          whole.write(in.readNBytes(length));
        }
        file.set(whole.toByteArray());
        if (answer.isEmpty()) {
          in.read();
        }
        channel.write(ByteBuffer.wrap((answer + "\0").getBytes(StandardCharsets.US_ASCII)));
      } catch (ClosedChannelException e) {
        // Closed before anybody asked.
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String address() throws IOException {
      return server.getLocalAddress() instanceof InetSocketAddress at
          ? "127.0.0.1:" + at.getPort()
          : "unix:" + server.getLocalAddress();
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }

  @Test
  void sendsTheWholeFileAndBelievesItsVerdict() throws IOException {
    byte[] file = SpecimenFiles.png(1200, 900);
    try (var daemon = new Daemon(anyPort(), "stream: OK")) {
      assertThat(scan(daemon, file)).isEqualTo(VirusScan.Verdict.CLEAN);
      assertThat(daemon.file.get()).isEqualTo(file);
    }
    try (var daemon = new Daemon(anyPort(), "stream: Eicar-Test-Signature FOUND")) {
      assertThat(scan(daemon, file)).isEqualTo(VirusScan.Verdict.INFECTED);
    }
  }

  @Test
  void speaksToASocketFileToo() throws IOException {
    var address = UnixDomainSocketAddress.of(folder.resolve("clamd.ctl"));
    try (var daemon = new Daemon(address, "stream: OK")) {
      assertThat(scan(daemon, new byte[200_000])).isEqualTo(VirusScan.Verdict.CLEAN);
    }
  }

  @Test
  void takesNothingElseForClean() throws IOException {
    for (String answer :
        new String[] {"INSTREAM size limit exceeded. ERROR", "stream: OK, or so", "", " "}) {
      try (var daemon = new Daemon(anyPort(), answer)) {
        assertThat(scan(daemon, new byte[10])).as(answer).isEqualTo(VirusScan.Verdict.DOWN);
      }
    }
  }

  @Test
  void isDownWhereNobodyListens() throws IOException {
    // Bound, so that no other server gets the port, and never listening.
    try (var silent = new Socket()) {
      silent.bind(anyPort());
      assertThat(new Clamd("127.0.0.1:" + silent.getLocalPort(), SOON).scan(new byte[10]))
          .isEqualTo(VirusScan.Verdict.DOWN);
    }
    assertThat(new Clamd("unix:" + folder.resolve("none"), SOON).scan(new byte[10]))
        .isEqualTo(VirusScan.Verdict.DOWN);
  }

  @Test
  void namesAWrongSetting() {
    assertThatThrownBy(() -> new Clamd("clamd", SOON))
        .hasMessageContaining("onhook.documents.clamd=clamd")
        .hasMessageContaining("host:port");
  }

  private static VirusScan.Verdict scan(Daemon daemon, byte[] file) throws IOException {
    return new Clamd(daemon.address(), SOON).scan(file);
  }

  private static SocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }
}
