package io.onhook.network;

import io.onhook.shared.Deadline;
import io.onhook.shared.NotSent;
import java.io.Closeable;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;

/**
 * Osmocom's control interface on one connection, one request at a time.
 *
 * <p>A frame is two bytes of length, the protocol byte {@code EE}, the extension byte {@code 00},
 * and text without terminator; the length counts extension byte and text. Frames of other protocols
 * (pings), traps, and answers to other requests are passed over. Garbage gets no answer at all, so
 * each request has a deadline.
 */
final class CtrlLink implements Closeable {
  private static final int IPA_OSMO = 0xEE;
  private static final int EXTENSION_CTRL = 0x00;

  private final Wire wire;
  private int lastId;

  private CtrlLink(Wire wire) {
    this.wire = wire;
  }

  static CtrlLink open(String host, int port, Deadline deadline) throws NotSent {
    return new CtrlLink(Wire.open(host, port, deadline));
  }

  /** What a request was answered. */
  sealed interface Reply {
    /** Done; the variable's value. */
    record Value(String text) implements Reply {}

    /** Not done; the interface's own words. */
    record Refused(String why) implements Reply {}
  }

  Reply get(String variable, Deadline deadline) throws IOException {
    return ask("GET", variable, deadline);
  }

  Reply set(String variable, String value, Deadline deadline) throws IOException {
    return ask("SET", variable + " " + value, deadline);
  }

  @Override
  public void close() throws IOException {
    wire.close();
  }

  private Reply ask(String verb, String what, Deadline deadline) throws IOException {
    String id = Integer.toString(++lastId);
    wire.write(frame(verb + " " + id + " " + what));
    while (true) {
      String[] words = text(deadline).split(" ", 4);
      if (words.length < 3) {
        throw new ProtocolException("a reply is too short");
      }
      if (words[0].equals("ERROR") && words[1].equals("err")) {
        throw new ProtocolException("the request was not understood");
      }
      if (!words[1].equals(id)) {
        continue;
      }
      if (words[0].equals("ERROR")) {
        return new Reply.Refused(words.length == 3 ? words[2] : words[2] + " " + words[3]);
      }
      if (words[0].equals(verb + "_REPLY")) {
        return new Reply.Value(words.length == 3 ? "" : words[3]);
      }
      throw new ProtocolException("a reply is of another kind than the request");
    }
  }

  private static byte[] frame(String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    byte[] frame = new byte[ascii.length + 4];
    int length = ascii.length + 1;
    frame[0] = (byte) (length >> 8);
    frame[1] = (byte) length;
    frame[2] = (byte) IPA_OSMO;
    frame[3] = EXTENSION_CTRL;
    System.arraycopy(ascii, 0, frame, 4, ascii.length);
    return frame;
  }

  private String text(Deadline deadline) throws IOException {
    while (true) {
      byte[] head = wire.readFully(3, deadline);
      int length = (head[0] & 0xff) << 8 | head[1] & 0xff;
      byte[] body = wire.readFully(length, deadline);
      if ((head[2] & 0xff) == IPA_OSMO && length >= 1 && body[0] == EXTENSION_CTRL) {
        return new String(body, 1, length - 1, StandardCharsets.US_ASCII);
      }
    }
  }
}
