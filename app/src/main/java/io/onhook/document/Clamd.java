package io.onhook.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** ClamAV's daemon, asked by {@code INSTREAM}: the file goes to it, no path does. */
final class Clamd implements VirusScan {
  private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);
  private static final String UNIX = "unix:";
  private static final int CHUNK = 64 * 1024;
  private static final int LONGEST_ANSWER = 4096;

  private final String address;
  private final Duration time;

  /**
   * @param address {@code host:port}, or {@code unix:} and the path of a socket
   * @param time the longest wait for a verdict
   */
  Clamd(String address, Duration time) {
    this.address = address;
    this.time = time;
    whereabouts();
  }

  @Override
  public Verdict scan(byte[] file) {
    SocketAddress clamd = whereabouts();
    try (var channel =
        clamd instanceof UnixDomainSocketAddress
            ? SocketChannel.open(java.net.StandardProtocolFamily.UNIX)
            : SocketChannel.open()) {
      var late = new CompletableFuture<Void>();
      var unused =
          late.orTimeout(time.toMillis(), TimeUnit.MILLISECONDS)
              .exceptionally(timeout -> close(channel));
      try {
        channel.connect(clamd);
        send(channel, file);
        return verdict(answer(channel));
      } finally {
        late.complete(null);
      }
    } catch (IOException e) {
      LOG.warn("clamd at {} gave no verdict: {}", address, e.toString());
      return Verdict.DOWN;
    }
  }

  private static void send(SocketChannel channel, byte[] file) throws IOException {
    write(channel, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
    for (int at = 0; at < file.length; at += CHUNK) {
      int length = Math.min(CHUNK, file.length - at);
      write(channel, ByteBuffer.allocate(4).putInt(length).flip());
      write(channel, ByteBuffer.wrap(file, at, length));
    }
    write(channel, ByteBuffer.allocate(4));
  }

  private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static String answer(SocketChannel channel) throws IOException {
    var answer = new ByteArrayOutputStream();
    var buffer = ByteBuffer.allocate(512);
    while (answer.size() < LONGEST_ANSWER && channel.read(buffer) >= 0) {
      answer.write(buffer.array(), 0, buffer.position());
      buffer.clear();
    }
    return answer.toString(StandardCharsets.UTF_8).replace("\0", "").strip();
  }

  private Verdict verdict(String answer) {
    if (answer.equals("stream: OK")) {
      return Verdict.CLEAN;
    }
    if (answer.endsWith(" FOUND")) {
      return Verdict.INFECTED;
    }
    // Also "INSTREAM size limit exceeded. ERROR": what it did not read to the end is not clean.
    LOG.warn("clamd at {} answered: {}", address, answer.isEmpty() ? "nothing" : answer);
    return Verdict.DOWN;
  }

  private static Void close(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("The channel to clamd was closed twice", e);
    }
    return null;
  }

  private SocketAddress whereabouts() {
    if (address.startsWith(UNIX)) {
      return UnixDomainSocketAddress.of(address.substring(UNIX.length()));
    }
    int colon = address.lastIndexOf(':');
    if (colon < 1 || !address.substring(colon + 1).matches("[0-9]{1,5}")) {
      throw new IllegalArgumentException(
          "onhook.documents.clamd=%s is no address. Write host:port, or unix:/path/to/clamd.ctl"
              .formatted(address));
    }
    return new InetSocketAddress(
        address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
  }
}
