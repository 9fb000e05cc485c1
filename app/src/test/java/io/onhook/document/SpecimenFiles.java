package io.onhook.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/** Files as people send them, good and bad. Cards of nobody. */
public final class SpecimenFiles {
  private SpecimenFiles() {}

  /** Something work that may fail to be written, which memory never does. */
  private interface Written {
    void to(ByteArrayOutputStream out) throws IOException;
  }

  private static byte[] bytes(Written written) {
    var out = new ByteArrayOutputStream();
    try {
      written.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A card: its left half is red, its right half blue. */
  public static BufferedImage card(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(width / 2, 0, width - width / 2, height);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(width / 4, height / 3, width / 2, height / 3);
    graphics.dispose();
    return image;
  }

  public static byte[] jpeg(int width, int height) {
    return bytes(out -> ImageIO.write(card(width, height), "jpeg", out));
  }

  public static byte[] png(int width, int height) {
    return bytes(out -> ImageIO.write(card(width, height), "png", out));
  }

  /** With EXIF that names how it was held, and where. */
  static byte[] exifJpeg(int width, int height, int orientation) {
    byte[] plain = jpeg(width, height);
    byte[] place = "GPS 39.9 N 116.4 E".getBytes(StandardCharsets.US_ASCII);
    return bytes(
        out -> {
          out.write(plain, 0, 2);
          var data = new DataOutputStream(out);
          data.writeShort(0xFFE1);
          data.writeShort(2 + 6 + 8 + 2 + 12 + 4 + place.length);
          data.write("Exif\0\0MM\0\52\0\0\0\10".getBytes(StandardCharsets.ISO_8859_1));
          data.writeShort(1);
          data.writeShort(0x0112);
          data.writeShort(3);
          data.writeInt(1);
          data.writeShort(orientation);
          data.writeShort(0);
          data.writeInt(0);
          data.write(place);
          out.write(plain, 2, plain.length - 2);
        });
  }

  /** The same picture, whose header says another size. */
  static byte[] jpegThatSays(int width, int height) {
    byte[] file = jpeg(600, 400);
    for (int i = 2; i < file.length; ) {
      if ((file[i + 1] & 0xF0) == 0xC0 && (file[i + 1] & 0xFF) != 0xC4) {
        ByteBuffer.wrap(file).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
        return file;
      }
      i += 2 + Short.toUnsignedInt(ByteBuffer.wrap(file).getShort(i + 2));
    }
    throw new AssertionError("No frame");
  }

  /** A PNG of that size, of which only the header is there. */
  static byte[] pngThatSays(int width, int height) {
    return bytes(
        out -> {
          out.write(png(500, 400), 0, 16);
          var data = new DataOutputStream(out);
          data.writeInt(width);
          data.writeInt(height);
          data.write(new byte[] {8, 2, 0, 0, 0, 0, 0, 0, 0});
        });
  }

  /** A good PNG that carries 200 MB of text in 200 KB. */
  static byte[] pngWithTextBomb() {
    byte[] plain = png(800, 500);
    byte[] text =
        bytes(
            out -> {
              out.write("zTXtbomb\0\0".getBytes(StandardCharsets.US_ASCII));
              try (var packed = new DeflaterOutputStream(out)) {
                byte[] much = new byte[1024 * 1024];
                for (int i = 0; i < 200; i++) {
                  packed.write(much);
                }
              }
            });
    return bytes(
        out -> {
          out.write(plain, 0, 33);
          var data = new DataOutputStream(out);
          data.writeInt(text.length - 4);
          data.write(text);
          var crc = new CRC32();
          crc.update(text);
          data.writeInt((int) crc.getValue());
          out.write(plain, 33, plain.length - 33);
        });
  }

  /** Four inks. */
  static byte[] printJpeg() {
    return bytes(
        out -> {
          WritableRaster raster =
              java.awt.image.Raster.createInterleavedRaster(0, 600, 400, 4, null);
          for (int x = 0; x < 600; x++) {
            for (int y = 0; y < 400; y++) {
              raster.setPixel(x, y, new int[] {x % 256, y % 256, 90, 10});
            }
          }
          var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
          try (var to = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(to);
            writer.write(null, new IIOImage(raster, null, null), null);
          }
        });
  }

  /** A picture, and a web page behind it. */
  static byte[] pictureThatIsAPageToo() {
    return bytes(
        out -> {
          out.write(jpeg(800, 500));
          out.write("<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII));
        });
  }

  public static byte[] pdf(int pages) {
    return bytes(out -> document(pages).save(out));
  }

  /** Runs something when it is opened, says its maker. */
  static byte[] pdfWithScript() {
    return bytes(
        out -> {
          try (PDDocument document = document(1)) {
            document
                .getDocumentCatalog()
                .setOpenAction(new PDActionJavaScript("app.launchURL('http://127.0.0.1:9/')"));
            document.save(out);
          }
        });
  }

  static byte[] lockedPdf(String password) {
    return bytes(
        out -> {
          try (PDDocument document = document(1)) {
            document.protect(
                new StandardProtectionPolicy("owner", password, new AccessPermission()));
            document.save(out);
          }
        });
  }

  /** One page whose picture unpacks to 1.2 GB. */
  static byte[] pdfBomb() {
    byte[] packed =
        bytes(
            out -> {
              try (var pixels = new DeflaterOutputStream(out)) {
                byte[] row = new byte[20_000 * 3];
                Arrays.fill(row, 0, 30_000, (byte) 0x55);
                for (int i = 0; i < 20_000; i++) {
                  pixels.write(row);
                }
              }
            });
    String before =
        """
        %%PDF-1.4
        1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
        2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
        3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 600 600] /Contents 4 0 R \
        /Resources <</XObject <</I 5 0 R>>>>>> endobj
        4 0 obj <</Length 24>> stream
        q 600 0 0 600 0 0 cm /I Do Q
        endstream endobj
        5 0 obj <</Type /XObject /Subtype /Image /Width 20000 /Height 20000 \
        /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode /Length %d>> stream
        """
            .formatted(packed.length);
    return bytes(
        out -> {
          out.write(before.getBytes(StandardCharsets.US_ASCII));
          out.write(packed);
          out.write(
              "\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"
                  .getBytes(StandardCharsets.US_ASCII));
        });
  }

  private static PDDocument document(int pages) throws IOException {
    var document = new PDDocument();
    for (int i = 0; i < pages; i++) {
      var page = new PDPage(new PDRectangle(300, 200));
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        content.drawImage(LosslessFactory.createFromImage(document, card(300, 200)), 0, 0);
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 20);
        content.newLineAtOffset(20, 20);
        content.showText("SPECIMEN " + (i + 1));
        content.endText();
      }
    }
    return document;
  }

  static BufferedImage read(byte[] jpeg) {
    try {
      return ImageIO.read(new ByteArrayInputStream(jpeg));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
