package io.onhook.certificate;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Sets a sheet as an A4 page, PDF/A-2a (ISO 19005-2), tagged and in embedded fonts, and signs it.
 */
final class Press {
  /**
   * A finished file.
   *
   * @param lasting false if the timestamp authority did not answer, so that a later print is better
   */
  record Printed(byte[] pdf, boolean lasting) {}

  private static final int NORMAL = 400;

  private final PdfSigner signer;
  private final SpringTemplateEngine templates = templates();

  // A page takes about 20 MB while it is set: not one for every thread that asks.
  private final Semaphore presses = new Semaphore(Runtime.getRuntime().availableProcessors());

  /** Read when the first page is set: a start does not wait for them. */
  private static final class Faces {
    static final Typeface EVERYDAY = Typeface.load("Onhook Kai", "font/onhook-kai.ttf.gz");
    static final Typeface RARE = Typeface.load("Onhook Kai Rare", "font/onhook-kai-rare.ttf.gz");
  }

  Press(PdfSigner signer) {
    this.signer = signer;
  }

  Printed print(Sheet sheet, String fingerprint, URI verification, Instant now) {
    presses.acquireUninterruptibly();
    try {
      return signer.sign(page(sheet, fingerprint, verification), sheet, now);
    } finally {
      presses.release();
    }
  }

  /** The page before it is signed. */
  byte[] page(Sheet sheet, String fingerprint, URI verification) {
    var context = new Context(Locale.ROOT);
    context.setVariable("sheet", sheet);
    context.setVariable("fingerprint", fingerprint.replaceAll("(.{8})(?=.)", "$1 "));
    context.setVariable("verification", verification.toString());
    context.setVariable("qr", QrCode.of(verification.toString()));
    context.setVariable("stampZh", Faces.EVERYDAY.outline(sheet.stamp().zh(), 78, 16));
    context.setVariable("stampEn", Faces.EVERYDAY.outline(sheet.stamp().en(), 32, 50));
    String html = printable(templates.process("proof", context));
    var pdf = new ByteArrayOutputStream();
    var renderer =
        new PdfRendererBuilder()
            .usePdfAConformance(PdfAConformance.PDFA_2_A)
            .usePdfUaAccessibility(true)
            .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
            .useFont(Faces.EVERYDAY::open, Faces.EVERYDAY.family(), NORMAL, FontStyle.NORMAL, true)
            .useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
            .useSVGDrawer(new BatikSVGDrawer())
            .withProducer("Onhook")
            .withHtmlContent(html, null)
            .toStream(pdf);
    if (html.codePoints().anyMatch(Faces.RARE::has)) {
      renderer.useFont(Faces.RARE::open, Faces.RARE.family(), NORMAL, FontStyle.NORMAL, true);
    }
    try {
      renderer.run();
    } catch (IOException e) {
      throw new UncheckedIOException("The page can't be set", e);
    }
    return pdf.toByteArray();
  }

  /**
   * Leaves only characters that the faces have: compatibility forms become the characters proper,
   * and one that no face has is named by its code, never left out or shown as an empty box.
   */
  private String printable(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .mapToObj(
            c ->
                c == '\n' || Faces.EVERYDAY.has(c) || Faces.RARE.has(c)
                    ? Character.toString(c)
                    : "〔U+%04X〕".formatted(c))
        .collect(Collectors.joining());
  }

  static {
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
  }

  private static SpringTemplateEngine templates() {
    var resolver = new ClassLoaderTemplateResolver(Press.class.getClassLoader());
    resolver.setPrefix("io/onhook/certificate/");
    resolver.setSuffix(".html");
    // As XML, so that what is written into it is escaped as XML and nothing else.
    resolver.setTemplateMode(TemplateMode.XML);
    resolver.setCharacterEncoding("UTF-8");
    var engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }
}
