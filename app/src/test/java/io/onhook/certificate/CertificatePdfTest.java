package io.onhook.certificate;

import static io.onhook.certificate.Specimens.ENDED;
import static io.onhook.certificate.Specimens.REFERENCE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import io.onhook.testing.SettableClock;
import io.onhook.testing.TestDatabase;
import io.onhook.testing.TestVault;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/** The file itself, seen by other programs, and attacked. */
class CertificatePdfTest {
  private final TestDatabase database = TestDatabase.fresh();
  private final SettableClock clock = new SettableClock(ENDED.plusSeconds(4));
  private final TestVault vault = TestVault.on(database);
  private final TestCertificates module = TestCertificates.on(database, vault, clock);

  @Test
  void itsTextEqualsTheFacts() throws Exception {
    IssueProof issued = issue("张伟");
    PdfFile pdf = file();
    assertThat(pdf.text())
        .contains(
            "移动号码注销证明",
            "Certificate of an Ended Mobile Line",
            issued.number().text(),
            "+86 199 0000 0001",
            "+8619900000001",
            "张伟",
            "Smart 不限流量卡",
            "898600••••••0012",
            "2026年11月23日 00:15:30 (GMT+8)",
            "23 November 2026 00:15:30 (GMT+8)",
            "CNY -36.50（贷方余额）",
            "CNY -36.50 (credit)",
            "CNY 36.50",
            "2027年2月21日",
            "21 February 2027",
            REFERENCE.text(),
            "2026年11月23日 00:15:34 (GMT+8)",
            "示例移动",
            "Example Mobile",
            "https://mobile.example/verify/" + issued.number());
    assertThat(pdf.text().replaceAll("\\s", "")).contains(issued.fingerprint());
    // Neither a radical nor a compatibility form where the character proper was written.
    assertThat(pdf.text().codePoints())
        .noneMatch(c -> c >= 0x2E80 && c <= 0x2FDF || c >= 0xF900 && c <= 0xFAFF);
  }

  @Test
  void rareCharactersAndHostileNamesComeOutAsTheyAre() throws Exception {
    for (String holder :
        List.of("欧阳𠮷䶮", "<script>alert('&')</script>", "Nguyễn Thị Ánh", "Ольга Łuczak", "〇槩")) {
      assertThat(page(holder).text().replaceAll("\\s", "")).contains(holder.replaceAll("\\s", ""));
    }
    // One that no face has is named, never dropped; a compatibility form becomes the proper one.
    assertThat(page("王\uD884\uDE1E").text()).contains("王〔U+3121E〕");
    assertThat(page("㮣").text()).contains("〔U+3BA3〕");
    assertThat(page("\uF900").text()).contains("豈");
    assertThat(page("名".repeat(300)).text().replaceAll("\\s", "")).contains("名".repeat(300));
  }

  @Test
  void itsQrCodeLeadsToTheVerification() throws Exception {
    IssueProof issued = issue("张伟");
    try (PDDocument document = Loader.loadPDF(file().bytes())) {
      var page = new PDFRenderer(document).renderImageWithDPI(0, 150);
      int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
      var source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
      assertThat(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText())
          .isEqualTo("https://mobile.example/verify/" + issued.number());
    }
  }

  @Test
  void isAnArchivableTaggedFile() throws Exception {
    issue("张伟");
    assertThat(file().offencesAgainstPdfA()).isEmpty();
    try (PDDocument document = Loader.loadPDF(file().bytes())) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentInformation().getTitle()).startsWith("移动号码注销证明");
    }
  }

  @Test
  void otherProgramsCallItsSignatureValidOverTheWholeDocument() throws Exception {
    issue("张伟");
    assertThat(file().pdfsig())
        .contains("Signature is Valid", "Total document signed", "ETSI.CAdES.detached");
    Reports reports = validate(file().bytes());
    SignatureWrapper signature = onlySignature(reports.getDiagnosticData());
    assertThat(signature.isSignatureIntact()).isTrue();
    assertThat(signature.isSignatureValid()).isTrue();
    assertThat(signature.isTrustedChain()).isTrue();
    assertThat(signature.getSignatureFormat()).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
    assertThat(signature.getClaimedSigningTime())
        .isEqualTo(
            java.util.Date.from(
                clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS)));
    assertThat(signature.arePdfModificationsDetected()).isFalse();
    assertThat(reports.getSimpleReport().getIndication(signature.getId()))
        .isNotEqualTo(Indication.TOTAL_FAILED);
  }

  @Test
  void anyTamperedByteShows() throws Exception {
    issue("张伟");
    byte[] original = file().bytes();
    int signatureAt = indexOf(original, "/Contents <");
    for (int at = 20; at < signatureAt; at += signatureAt / 24) {
      byte[] tampered = original.clone();
      tampered[at] ^= 1;
      assertThat(PdfFile.of(tampered).pdfsig()).doesNotContain("Signature is Valid");
    }
  }

  @Test
  void whatIsAppendedShows() throws Exception {
    issue("张伟");
    var appended = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(file().bytes())) {
      var page = document.getPage(0);
      try (var content =
          new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
        content.addRect(0, 0, 300, 300);
        content.fill();
      }
      page.getCOSObject().setNeedToBeUpdated(true);
      document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
      document.saveIncremental(appended);
    }
    assertThat(PdfFile.of(appended.toByteArray()).pdfsig()).doesNotContain("Total document signed");
    Reports reports = validate(appended.toByteArray());
    SignatureWrapper signature = onlySignature(reports.getDiagnosticData());
    assertThat(signature.getPdfUndefinedChanges()).isNotEmpty();
    assertThat(signature.getPdfVisualDifferenceConcernedPages()).isNotEmpty();
  }

  private IssueProof issue(String holder) throws Exception {
    IssueProof draft = module.certificates().draft(Specimens.facts(holder), clock.instant());
    assertThat(module.write(List.of(draft))).isEqualTo(Set.of());
    return draft;
  }

  private PdfFile file() throws Exception {
    return PdfFile.of(module.certificates().pdf(REFERENCE).orElseThrow());
  }

  private PdfFile page(String holder) throws Exception {
    IssueProof draft = module.certificates().draft(Specimens.facts(holder), clock.instant());
    var proof =
        new Proof<>(
            draft.number(),
            "",
            TestCertificates.ISSUER.name(),
            clock.instant(),
            Specimens.facts(holder));
    var press = new Press(new PdfSigner(vault.signer(), null));
    return PdfFile.of(
        press.page(
            CertificateSheet.of(proof),
            draft.fingerprint(),
            TestCertificates.ISSUER.verificationOf(draft.number())));
  }

  private Reports validate(byte[] pdf) {
    var trusted = new CommonTrustedCertificateSource();
    vault.signer().roots().forEach(root -> trusted.addCertificate(new CertificateToken(root)));
    var verifier = new CommonCertificateVerifier(true);
    verifier.setTrustedCertSources(trusted);
    SignedDocumentValidator validator =
        SignedDocumentValidator.fromDocument(new InMemoryDocument(pdf));
    validator.setCertificateVerifier(verifier);
    return validator.validateDocument();
  }

  private static SignatureWrapper onlySignature(DiagnosticData data) {
    assertThat(data.getSignatures()).hasSize(1);
    return data.getSignatures().getFirst();
  }

  private static int indexOf(byte[] file, String text) {
    return new String(file, StandardCharsets.ISO_8859_1).indexOf(text);
  }
}
