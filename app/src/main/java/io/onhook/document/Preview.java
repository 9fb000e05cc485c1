package io.onhook.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A picture as its holder sees it again: small enough for a phone, and still to be read. */
final class Preview {
  private static final int SIDE = 1100;

  private Preview() {}

  static byte[] of(byte[] jpeg) {
    try {
      return Kept.jpeg(Kept.size(ImageIO.read(new ByteArrayInputStream(jpeg)), SIDE));
    } catch (IOException e) {
      throw new UncheckedIOException("What the darkroom made can't be read", e);
    }
  }
}
