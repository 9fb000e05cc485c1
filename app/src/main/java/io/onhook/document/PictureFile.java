package io.onhook.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes a JPEG or PNG: its first picture, thinned out while reading if it is very large. */
final class PictureFile {
  private PictureFile() {}

  /**
   * @param format as ImageIO calls it
   * @throws IOException if it can't be read to its end
   */
  static BufferedImage read(String format, byte[] file) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      // Metadata are not even looked at: a compressed text in them can be a bomb.
      reader.setInput(in, true, true);
      var cut = new boolean[1];
      reader.addIIOReadWarningListener(
          (source, warning) -> cut[0] |= warning.contains("remature end"));
      BufferedImage image = reader.read(0, thinned(reader));
      if (cut[0]) {
        throw new IOException("Cut off");
      }
      return image;
    } finally {
      reader.dispose();
    }
  }

  /** Twice what is kept is enough to make it from. */
  private static ImageReadParam thinned(ImageReader reader) throws IOException {
    int longer = Math.max(reader.getWidth(0), reader.getHeight(0));
    int step = Math.ceilDiv(longer, 2 * Limits.KEPT_SIDE);
    ImageReadParam how = reader.getDefaultReadParam();
    how.setSourceSubsampling(step, step, 0, 0);
    return how;
  }
}
