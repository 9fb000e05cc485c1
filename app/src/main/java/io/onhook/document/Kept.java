package io.onhook.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture as it is kept: red, green and blue, not too large, a JPEG without any metadata. */
final class Kept {
  private static final float QUALITY = 0.86f;
  private static final int PROBES = 64;
  private static final int SAME = 12;

  private Kept() {}

  /** The same on white, no longer than what is kept. */
  static BufferedImage size(BufferedImage image) {
    return size(image, Limits.KEPT_SIDE);
  }

  /** The same on white, its longer side at most so many pixels. */
  static BufferedImage size(BufferedImage image, int longest) {
    int longer = Math.max(image.getWidth(), image.getHeight());
    double scale = Math.min(1, (double) longest / longer);
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    var kept = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = kept.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return kept;
  }

  /** Whether there is nothing on it: a lid on the lens, or a page whose picture can't be read. */
  static boolean isBlank(BufferedImage image) {
    int darkest = 255;
    int brightest = 0;
    for (int i = 0; i < PROBES; i++) {
      for (int j = 0; j < PROBES; j++) {
        int pixel =
            image.getRGB(i * image.getWidth() / PROBES, j * image.getHeight() / PROBES) & 0xFFFFFF;
        int grey = ((pixel >> 16) + (pixel >> 8 & 0xFF) + (pixel & 0xFF)) / 3;
        darkest = Math.min(darkest, grey);
        brightest = Math.max(brightest, grey);
      }
    }
    return brightest - darkest < SAME;
  }

  static byte[] jpeg(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
