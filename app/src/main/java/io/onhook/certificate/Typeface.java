package io.onhook.certificate;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** One of the faces beside this class, and which characters it has. */
final class Typeface {
  private final String family;
  private final byte[] file;
  private final TrueTypeFont font;
  private final CmapLookup characters;

  private Typeface(String family, byte[] file) throws IOException {
    this.family = family;
    this.file = file;
    font = new TTFParser().parse(new RandomAccessReadBuffer(file));
    characters = font.getUnicodeCmapLookup();
  }

  /**
   * Reads a face.
   *
   * @param family its name in style sheets
   * @param resource the TrueType file, compressed with gzip
   */
  static Typeface load(String family, String resource) {
    try (InputStream in = Typeface.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The font " + resource + " is missing from the program");
      }
      return new Typeface(family, new GZIPInputStream(in).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("The font " + resource + " can't be read", e);
    }
  }

  String family() {
    return family;
  }

  boolean has(int codePoint) {
    return characters.getGlyphId(codePoint) != 0;
  }

  InputStream open() {
    return new ByteArrayInputStream(file);
  }

  /**
   * A word as an outline to be drawn, centred at x = 0: a picture of it, where text would be in the
   * way of a reader.
   *
   * @param size of the letters
   * @param baseline the y of the line they stand on
   * @return the data of an SVG path
   */
  String outline(String word, double size, double baseline) {
    try {
      double scale = size / font.getUnitsPerEm();
      var path = new Path2D.Double();
      double width = 0;
      for (int codePoint : word.codePoints().toArray()) {
        int glyph = characters.getGlyphId(codePoint);
        GlyphData data = font.getGlyph().getGlyph(glyph);
        if (data != null) {
          path.append(
              data.getPath().getPathIterator(AffineTransform.getTranslateInstance(width, 0)),
              false);
        }
        width += font.getAdvanceWidth(glyph);
      }
      var placed = AffineTransform.getTranslateInstance(-width * scale / 2, baseline);
      placed.scale(scale, -scale);
      return svg(path.getPathIterator(placed));
    } catch (IOException e) {
      throw new UncheckedIOException("The font has no outlines of " + word, e);
    }
  }

  private static String svg(PathIterator path) {
    var data = new StringBuilder();
    double[] at = new double[6];
    for (; !path.isDone(); path.next()) {
      int segment = path.currentSegment(at);
      int numbers =
          switch (segment) {
            case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 2;
            case PathIterator.SEG_QUADTO -> 4;
            case PathIterator.SEG_CUBICTO -> 6;
            default -> 0;
          };
      data.append("MLQCZ".charAt(segment));
      for (int i = 0; i < numbers; i++) {
        data.append(String.format(Locale.ROOT, "%.2f ", at[i]));
      }
    }
    return data.toString();
  }
}
