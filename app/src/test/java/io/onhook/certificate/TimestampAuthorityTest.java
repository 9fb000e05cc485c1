package io.onhook.certificate;

import static io.onhook.certificate.Specimens.ENDED;
import static io.onhook.certificate.Specimens.REFERENCE;
import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import io.onhook.testing.SettableClock;
import io.onhook.testing.TestDatabase;
import io.onhook.testing.TestVault;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class TimestampAuthorityTest {
  private final TestDatabase database = TestDatabase.fresh();
  private final SettableClock clock = new SettableClock(ENDED.plusSeconds(4));

  @Test
  void datesTheSignatureAndIsWaitedForWhereItFails() throws Exception {
    try (var authority = new LocalTimestampAuthority(clock)) {
      Receipts receipts =
          TestCertificates.on(
                  database,
                  TestVault.on(database),
                  clock,
                  new TimestampAuthority(authority.address(), new SecureRandom()))
              .receipts();
      ProofNumber number = receipts.issue(Specimens.receipt());
      assertThat(number).isNotNull();

      authority.refuse(true);
      byte[] undated = receipts.pdf(REFERENCE, "submission").orElseThrow();
      assertThat(level(undated)).isEqualTo(SignatureLevel.PAdES_BASELINE_B);

      authority.refuse(false);
      byte[] dated = receipts.pdf(REFERENCE, "submission").orElseThrow();
      assertThat(level(dated)).isEqualTo(SignatureLevel.PAdES_BASELINE_T);
      PdfFile file = PdfFile.of(dated);
      assertThat(file.pdfsig()).contains("Signature is Valid", "Total document signed");
      assertThat(file.offencesAgainstPdfA()).isEmpty();
      assertThat(receipts.pdf(REFERENCE, "submission")).hasValue(dated);
    }
  }

  private static SignatureLevel level(byte[] pdf) {
    SignedDocumentValidator validator =
        SignedDocumentValidator.fromDocument(new InMemoryDocument(pdf));
    validator.setCertificateVerifier(new CommonCertificateVerifier(true));
    return validator
        .validateDocument()
        .getDiagnosticData()
        .getSignatures()
        .getFirst()
        .getSignatureFormat();
  }
}
