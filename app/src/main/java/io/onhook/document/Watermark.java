package io.onhook.document;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * Paints who looks, when and at which case over and over into a picture, so that a copy of the
 * screen says where it came from. Its letters are outlines from a file: a machine without any
 * typeface can do it.
 */
final class Watermark {
  private static final Color INK = new Color(120, 20, 20, 96);
  private static final Color RIM = new Color(255, 255, 255, 110);
  private static final double TILT = Math.toRadians(-24);

  /** Lines on the longer side of a picture. */
  private static final int LINES = 9;

  private final TrueTypeFont font = OneTypeface.load();

  /** A new JPEG with the text in its pixels. */
  byte[] on(byte[] jpeg, String text) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
      Graphics2D graphics = image.createGraphics();
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      paint(graphics, image.getWidth(), image.getHeight(), outline(text));
      graphics.dispose();
      return Kept.jpeg(image);
    } catch (IOException e) {
      throw new UncheckedIOException("What the darkroom made can't be read", e);
    }
  }

  private static void paint(Graphics2D graphics, int width, int height, Path2D line) {
    double longer = Math.max(width, height);
    double size = longer / LINES / 3;
    double step = longer / LINES;
    Shape sized = AffineTransform.getScaleInstance(size, -size).createTransformedShape(line);
    double apart = sized.getBounds2D().getWidth() + size * 3;
    graphics.rotate(TILT, width / 2.0, height / 2.0);
    graphics.setStroke(new BasicStroke((float) (size / 14)));
    int row = 0;
    for (double y = -longer; y < 2 * longer; y += step) {
      double shift = row++ % 2 * apart / 2;
      for (double x = -longer - shift; x < 2 * longer; x += apart) {
        Shape here = AffineTransform.getTranslateInstance(x, y).createTransformedShape(sized);
        graphics.setColor(RIM);
        graphics.draw(here);
        graphics.setColor(INK);
        graphics.fill(here);
      }
    }
  }

  /** The text as one shape, a letter's height being about 1. */
  private synchronized Path2D outline(String text) throws IOException {
    double unit = 1.0 / font.getUnitsPerEm();
    var glyphs = font.getUnicodeCmapLookup();
    var line = new Path2D.Double();
    double at = 0;
    for (int letter : text.codePoints().toArray()) {
      int glyph = glyphs.getGlyphId(letter);
      Shape shape =
          new AffineTransform(unit, 0, 0, unit, at, 0)
              .createTransformedShape(font.getGlyph().getGlyph(glyph).getPath());
      line.append(shape, false);
      at += font.getAdvanceWidth(glyph) * unit;
    }
    return line;
  }
}
