package io.onhook.sandbox.hlr;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** IPA framing of CTRL: {@code len_hi len_lo EE 00 text}, where the length counts 00 and text. */
final class CtrlFrames {
  private static final int OSMO = 0xEE;
  private static final int CTRL = 0x00;

  private CtrlFrames() {}

  /** The next CTRL text; other protocols' frames are skipped. Empty at the end of the stream. */
  static Optional<String> read(DataInputStream in) throws IOException {
    try {
      while (true) {
        int length = in.readUnsignedShort();
        int protocol = in.readUnsignedByte();
        byte[] payload = in.readNBytes(length);
        if (payload.length < length) {
          return Optional.empty();
        }
        if (protocol == OSMO && length > 0 && payload[0] == CTRL) {
          return Optional.of(new String(payload, 1, length - 1, StandardCharsets.US_ASCII));
        }
      }
    } catch (EOFException e) {
      return Optional.empty();
    }
  }

  static void write(OutputStream out, String text) throws IOException {
    out.write(frame(text));
    out.flush();
  }

  static byte[] frame(String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    int length = ascii.length + 1;
    byte[] frame = new byte[length + 3];
    frame[0] = (byte) (length >> 8);
    frame[1] = (byte) length;
    frame[2] = (byte) OSMO;
    frame[3] = CTRL;
    System.arraycopy(ascii, 0, frame, 4, ascii.length);
    return frame;
  }
}
