package io.onhook.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a file, whatever is in it. */
class DevelopingTest {
  private static final long SEED = 20261122;

  static Stream<Arguments> refused() {
    return Stream.of(
        no("nothing", FileProblem.EMPTY, new byte[0]),
        no("10 MB and a byte", FileProblem.TOO_LARGE, new byte[10 * 1024 * 1024 + 1]),
        no("a text", FileProblem.UNKNOWN_KIND, ascii("My card is lost.")),
        no("a web page", FileProblem.UNKNOWN_KIND, ascii("<svg onload='alert(1)'/>")),
        no("an archive", FileProblem.UNKNOWN_KIND, ascii("PK\3\4 and so on")),
        no("a GIF", FileProblem.UNKNOWN_KIND, ascii("GIF89a and so on")),
        no("a PDF behind something", FileProblem.UNKNOWN_KIND, ascii("GIF89a\n%PDF-1.7\n")),
        no("HEIC", FileProblem.HEIC, ascii("\0\0\0\30ftypheic\0\0\0\0mif1heic")),
        no("huge PNG", FileProblem.TOO_MANY_PIXELS, SpecimenFiles.pngThatSays(20_000, 20_000)),
        no("huge JPEG", FileProblem.TOO_MANY_PIXELS, SpecimenFiles.jpegThatSays(20_000, 20_000)),
        no("negative PNG", FileProblem.DAMAGED, SpecimenFiles.pngThatSays(-1, 400)),
        no("PNG without pixels", FileProblem.DAMAGED, SpecimenFiles.pngThatSays(800, 600)),
        no("a stamp", FileProblem.TOO_SMALL, SpecimenFiles.jpeg(200, 100)),
        no("print colours", FileProblem.PRINT_COLOURS, SpecimenFiles.printJpeg()),
        no("half a JPEG", FileProblem.DAMAGED, half(SpecimenFiles.jpeg(900, 600))),
        no("half a PNG", FileProblem.DAMAGED, half(SpecimenFiles.png(900, 600))),
        no("the start of a JPEG", FileProblem.DAMAGED, first(SpecimenFiles.jpeg(900, 600), 30)),
        no("the start of a PNG", FileProblem.DAMAGED, first(SpecimenFiles.png(900, 600), 20)),
        no("the start of a PDF", FileProblem.DAMAGED, first(SpecimenFiles.pdf(1), 200)),
        no("a PDF to be unlocked", FileProblem.LOCKED, SpecimenFiles.lockedPdf("secret")),
        no("a PDF with rights", FileProblem.LOCKED, SpecimenFiles.lockedPdf("")),
        no("a book", FileProblem.TOO_MANY_PAGES, SpecimenFiles.pdf(7)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void refusesWithTheProblem(String what, FileProblem problem, byte[] file) {
    assertThat(Developing.develop(file)).isEqualTo(new Development.Spoilt(problem));
  }

  @Test
  void looksAtTheHeaderBeforeItAllocates() {
    byte[] huge = SpecimenFiles.pngThatSays(Integer.MAX_VALUE, Integer.MAX_VALUE);
    assertThat(Glance.at(huge)).isEqualTo(new Glance.No(FileProblem.TOO_MANY_PIXELS));
  }

  @Test
  void refusesABlankPage() {
    var white = new BufferedImage(800, 500, BufferedImage.TYPE_INT_RGB);
    assertThat(white.getRGB(0, 0) & 0xFFFFFF).isZero();
    assertThat(Kept.isBlank(white)).isTrue();
    assertThat(Kept.isBlank(SpecimenFiles.card(800, 500))).isFalse();
  }

  @Test
  void keepsWhatIsSeenAndNothingElse() {
    byte[] file = SpecimenFiles.exifJpeg(900, 600, 1);
    assertThat(text(file)).contains("Exif", "GPS 39.9");
    assertThat(text(only(file).jpeg())).doesNotContain("Exif", "GPS 39.9");
    assertThat(text(only(SpecimenFiles.pictureThatIsAPageToo()).jpeg())).doesNotContain("script");
    assertThat(text(only(SpecimenFiles.pdfWithScript()).jpeg()))
        .startsWith("ÿØÿ")
        .doesNotContain("launchURL", "JavaScript");
    assertThat(only(SpecimenFiles.pngWithTextBomb()).jpeg().length).isLessThan(100_000);
  }

  /** The card is red on its left; each number says where red is once it is upright. */
  @ParameterizedTest
  @CsvSource({"1,LEFT", "2,RIGHT", "3,RIGHT", "4,LEFT", "5,TOP", "6,TOP", "7,BOTTOM", "8,BOTTOM"})
  void turnsAPhotoUpright(int orientation, String red) {
    BufferedImage image =
        SpecimenFiles.read(only(SpecimenFiles.exifJpeg(900, 600, orientation)).jpeg());
    boolean onItsSide = orientation >= 5;
    assertThat(image.getWidth()).isEqualTo(onItsSide ? 600 : 900);
    int middle = image.getHeight() / 2;
    int pixel =
        switch (red) {
          case "LEFT" -> image.getRGB(10, middle);
          case "RIGHT" -> image.getRGB(image.getWidth() - 10, middle);
          case "TOP" -> image.getRGB(image.getWidth() / 2, 10);
          default -> image.getRGB(image.getWidth() / 2, image.getHeight() - 10);
        };
    assertThat(pixel >> 16 & 0xFF).as("red").isGreaterThan(200);
    assertThat(pixel & 0xFF).as("blue").isLessThan(60);
  }

  @Test
  void makesLargePhotosSmallerAndPaintsEachPageOfAPdf() {
    BufferedImage large = SpecimenFiles.read(only(SpecimenFiles.jpeg(6000, 4000)).jpeg());
    assertThat(large.getWidth()).isEqualTo(Limits.KEPT_SIDE);
    assertThat(large.getHeight()).isBetween(1466, 1468);
    var pages = ((Development.Pictures) Developing.develop(SpecimenFiles.pdf(2))).pages();
    assertThat(pages).hasSize(2);
    BufferedImage page = SpecimenFiles.read(pages.getFirst().jpeg());
    assertThat(page.getWidth()).isBetween(1249, 1251);
    assertThat(page.getRGB(20, 100) >> 16 & 0xFF).isGreaterThan(200);
  }

  /** Files cut and changed at random, with a fixed seed: refused, or plain pictures. */
  @ParameterizedTest
  @CsvSource({"jpeg,120", "png,120", "pdf,120"})
  void survivesWhateverComes(String kind, int times) {
    byte[] good =
        switch (kind) {
          case "jpeg" -> SpecimenFiles.exifJpeg(480, 320, 6);
          case "png" -> SpecimenFiles.png(480, 320);
          default -> SpecimenFiles.pdf(1);
        };
    var random = new Random(SEED);
    for (int i = 0; i < times; i++) {
      byte[] file = spoilt(good, random);
      String which = "seed %d, %s, file %d".formatted(SEED, kind, i);
      Development made =
          Assertions.assertTimeout(Duration.ofSeconds(20), () -> Developing.develop(file), which);
      if (made instanceof Development.Pictures(var pages)) {
        assertThat(pages).as(which).hasSizeBetween(1, Limits.PAGES);
        pages.forEach(
            page -> assertThat(SpecimenFiles.read(page.jpeg()).getWidth()).isLessThan(2201));
      }
    }
  }

  private static byte[] spoilt(byte[] good, Random random) {
    byte[] file = random.nextInt(3) == 0 ? first(good, random.nextInt(good.length)) : good.clone();
    for (int i = random.nextInt(12); i > 0 && file.length > 16; i--) {
      // Mostly where the structure is.
      int span = random.nextBoolean() ? Math.min(file.length, 700) : file.length;
      file[8 + random.nextInt(span - 8)] = (byte) random.nextInt(256);
    }
    return file;
  }

  private static Picture only(byte[] file) {
    var made = Developing.develop(file);
    assertThat(made).isInstanceOf(Development.Pictures.class);
    return ((Development.Pictures) made).pages().getFirst();
  }

  private static Arguments no(String what, FileProblem problem, byte[] file) {
    return Arguments.of(what, problem, file);
  }

  private static byte[] half(byte[] file) {
    return first(file, file.length / 2);
  }

  private static byte[] first(byte[] file, int length) {
    return Arrays.copyOf(file, length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1);
  }
}
