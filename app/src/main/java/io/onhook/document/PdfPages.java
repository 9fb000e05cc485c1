package io.onhook.document;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Paints the pages of a PDF. Scripts, forms, attachments and links are not run, opened or kept:
 * what comes out is what a printer would put on paper.
 */
final class PdfPages {
  private static final float POINTS_AN_INCH = 72;
  private static final float MOST_DOTS_AN_INCH = 300;

  private PdfPages() {}

  static Development of(byte[] file) throws IOException {
    FontMappers.set(new OneTypeface());
    try (PDDocument document =
        Loader.loadPDF(file, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
      if (document.isEncrypted()) {
        return new Development.Spoilt(FileProblem.LOCKED);
      }
      int count = document.getNumberOfPages();
      if (count > Limits.PAGES) {
        return new Development.Spoilt(FileProblem.TOO_MANY_PAGES);
      }
      if (count < 1) {
        return new Development.Spoilt(FileProblem.DAMAGED);
      }
      var renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      List<BufferedImage> pages = new ArrayList<>();
      for (int page = 0; page < count; page++) {
        float scale = scale(document.getPage(page).getCropBox());
        pages.add(Kept.size(renderer.renderImage(page, scale, ImageType.RGB)));
      }
      return Developing.printed(pages);
    }
  }

  private static float scale(PDRectangle page) {
    float longer = Math.max(page.getWidth(), page.getHeight());
    return Math.min(MOST_DOTS_AN_INCH / POINTS_AN_INCH, Limits.KEPT_SIDE / Math.max(1, longer));
  }
}
