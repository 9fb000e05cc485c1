package io.onhook.notice;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A text as short messages.
 *
 * @param dataCoding 0 for the default alphabet, 8 for UCS-2 (3GPP TS 23.038, clause 4)
 * @param parts one, or several each with the header that says how they belong together (3GPP TS
 *     23.040, clause 9.2.3.24.1)
 */
record SmsParts(byte dataCoding, List<byte[]> parts) {
  static final byte DEFAULT_ALPHABET = 0;
  static final byte UCS2 = 8;

  private static final int HEADER = 6;
  private static final int SEPTETS_ALONE = 160;
  private static final int SEPTETS_A_PART = 153;
  private static final int BYTES_ALONE = 140;
  private static final int BYTES_A_PART = 140 - HEADER;
  private static final int MOST_PARTS = 255;

  /**
   * Splits a text where it must be, never within a character.
   *
   * @param reference the same for all parts, and for a repeat of the same message
   */
  static SmsParts of(String text, byte reference) {
    // The mask in our numbers is the only usual character outside the default alphabet.
    Optional<byte[]> septets = Gsm7.encode(text.replace('•', '*'));
    return septets.isPresent()
        ? new SmsParts(
            DEFAULT_ALPHABET,
            split(septets.get(), SEPTETS_ALONE, SEPTETS_A_PART, reference, SmsParts::escape))
        : new SmsParts(
            UCS2,
            split(
                text.getBytes(StandardCharsets.UTF_16BE),
                BYTES_ALONE,
                BYTES_A_PART,
                reference,
                SmsParts::highSurrogate));
  }

  /** Whether there is a header before the text. */
  boolean concatenated() {
    return parts.size() > 1;
  }

  /** How many bytes before a cut belong to what is behind it. */
  private interface Inseparable {
    int before(byte[] bytes, int cut);
  }

  private static int escape(byte[] septets, int cut) {
    return septets[cut - 1] == Gsm7.ESCAPE ? 1 : 0;
  }

  private static int highSurrogate(byte[] bytes, int cut) {
    char before = (char) ((bytes[cut - 2] & 0xff) << 8 | bytes[cut - 1] & 0xff);
    return Character.isHighSurrogate(before) ? 2 : 0;
  }

  private static List<byte[]> split(
      byte[] bytes, int alone, int most, byte reference, Inseparable inseparable) {
    if (bytes.length <= alone) {
      return List.of(bytes);
    }
    var pieces = new ArrayList<byte[]>();
    for (int start = 0; start < bytes.length; ) {
      int cut = Math.min(start + most, bytes.length);
      if (cut < bytes.length) {
        cut -= inseparable.before(bytes, cut);
      }
      pieces.add(Arrays.copyOfRange(bytes, start, cut));
      start = cut;
    }
    if (pieces.size() > MOST_PARTS) {
      throw new IllegalArgumentException(
          "A text of " + pieces.size() + " parts is no short message");
    }
    var parts = new ArrayList<byte[]>();
    for (int i = 0; i < pieces.size(); i++) {
      byte[] piece = pieces.get(i);
      byte[] part = new byte[HEADER + piece.length];
      part[0] = HEADER - 1;
      part[2] = 3;
      part[3] = reference;
      part[4] = (byte) pieces.size();
      part[5] = (byte) (i + 1);
      System.arraycopy(piece, 0, part, HEADER, piece.length);
      parts.add(part);
    }
    return List.copyOf(parts);
  }
}
