package io.onhook.network;

import io.onhook.shared.Deadline;
import io.onhook.shared.NotSent;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;

/**
 * Osmocom's command line on one connection, in its enabled mode. It greets with telnet options,
 * which are passed over, echoes what it is sent, and is done when its prompt stands at the end.
 */
final class VtyLink implements Closeable {
  private static final int TELNET_COMMAND = 0xff;
  private static final int LONGEST_OUTPUT = 64 * 1024;

  private final Wire wire;

  private VtyLink(Wire wire) {
    this.wire = wire;
  }

  static VtyLink open(String host, int port, Deadline deadline) throws NotSent {
    Wire wire = Wire.open(host, port, deadline);
    var link = new VtyLink(wire);
    try {
      link.untilPrompt("> ", deadline);
      link.line("enable", deadline);
      return link;
    } catch (IOException e) {
      try {
        wire.close();
      } catch (IOException alsoThis) {
        e.addSuppressed(alsoThis);
      }
      throw new NotSent("the VTY did not let us in", e);
    }
  }

  /** Whether the other side still answers; changes nothing. */
  void knock(Deadline deadline) throws IOException {
    line("", deadline);
  }

  /**
   * Runs a command to its end.
   *
   * @return whether it ended without a complaint; some commands fail without one, so read back
   */
  boolean run(String command, Deadline deadline) throws IOException {
    return line(command, deadline).lines().noneMatch(line -> line.startsWith("%"));
  }

  @Override
  public void close() throws IOException {
    wire.close();
  }

  private String line(String command, Deadline deadline) throws IOException {
    wire.write((command + "\n").getBytes(StandardCharsets.US_ASCII));
    return untilPrompt("# ", deadline);
  }

  private String untilPrompt(String prompt, Deadline deadline) throws IOException {
    var output = new ByteArrayOutputStream();
    byte[] some = new byte[1024];
    while (output.size() < LONGEST_OUTPUT) {
      int count = wire.read(some, 0, some.length, deadline);
      output.write(some, 0, count);
      String text = withoutTelnet(output.toByteArray());
      if (text.endsWith(prompt)) {
        return text;
      }
    }
    throw new ProtocolException("the VTY talks without end");
  }

  /** Telnet options are three bytes: FF, what about it, which. */
  private static String withoutTelnet(byte[] bytes) {
    var text = new StringBuilder();
    for (int i = 0; i < bytes.length; i++) {
      if ((bytes[i] & 0xff) == TELNET_COMMAND) {
        i += 2;
      } else {
        text.append((char) (bytes[i] & 0x7f));
      }
    }
    return text.toString();
  }
}
