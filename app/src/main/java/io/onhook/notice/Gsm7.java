package io.onhook.notice;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The default alphabet of short messages (3GPP TS 23.038, clause 6.2.1), one septet to a byte as
 * SMPP carries it.
 */
final class Gsm7 {
  /** Marks a character of the extension table; it and the next byte belong together. */
  static final byte ESCAPE = 0x1b;

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final Map<Character, Integer> EXTENDED =
      Map.of(
          '^', 0x14, '{', 0x28, '}', 0x29, '\\', 0x2f, '[', 0x3c, '~', 0x3d, ']', 0x3e, '|', 0x40,
          '€', 0x65);
  private static final Map<Character, Integer> CODES = new HashMap<>();

  static {
    for (int code = 0; code < BASIC.length(); code++) {
      if (code != ESCAPE) {
        CODES.put(BASIC.charAt(code), code);
      }
    }
  }

  private Gsm7() {}

  /** The text in this alphabet; empty if a character is not in it. */
  static Optional<byte[]> encode(String text) {
    var septets = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      Integer basic = CODES.get(text.charAt(i));
      Integer extended = EXTENDED.get(text.charAt(i));
      if (basic != null) {
        septets.write(basic);
      } else if (extended != null) {
        septets.write(ESCAPE);
        septets.write(extended);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(septets.toByteArray());
  }
}
