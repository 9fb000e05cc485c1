package io.onhook.certificate;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import io.onhook.certificate.Press.Printed;
import io.onhook.vault.Signer;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs a PDF with the operator's key: PAdES baseline B (ETSI EN 319 142-1), or T where there is a
 * timestamp authority, certifying that no change at all is permitted.
 */
final class PdfSigner {
  private static final Logger LOG = LoggerFactory.getLogger(PdfSigner.class);

  private final Signer signer;
  private final @Nullable TimestampAuthority authority;

  PdfSigner(Signer signer, @Nullable TimestampAuthority authority) {
    this.signer = signer;
    this.authority = authority;
  }

  Printed sign(byte[] pdf, Sheet sheet, Instant now) {
    if (authority == null) {
      return new Printed(sign(pdf, sheet, now, SignatureLevel.PAdES_BASELINE_B), true);
    }
    try {
      return new Printed(sign(pdf, sheet, now, SignatureLevel.PAdES_BASELINE_T), true);
    } catch (TimestampAuthority.NoAnswer e) {
      LOG.warn("Signed without a timestamp: {}", e.getMessage());
      return new Printed(sign(pdf, sheet, now, SignatureLevel.PAdES_BASELINE_B), false);
    }
  }

  private byte[] sign(byte[] pdf, Sheet sheet, Instant now, SignatureLevel level) {
    List<CertificateToken> chain = signer.chain().stream().map(CertificateToken::new).toList();
    var parameters = new PAdESSignatureParameters();
    parameters.setSignatureLevel(level);
    parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
    parameters.setSigningCertificate(chain.getFirst());
    parameters.setCertificateChain(chain);
    parameters.setPermission(CertificationPermission.NO_CHANGE_PERMITTED);
    parameters.setSignerName(sheet.issuer().en());
    parameters.setReason(sheet.heading().en());
    parameters.setAppName("Onhook");
    parameters.bLevel().setSigningDate(Date.from(now));
    // The plain verifier fetches nothing from the network.
    var service = new PAdESService(new CommonCertificateVerifier(true));
    if (authority != null) {
      service.setTspSource(authority);
    }
    DSSDocument document = new InMemoryDocument(pdf);
    byte[] content = service.getDataToSign(document, parameters).getBytes();
    var value = new SignatureValue(SignatureAlgorithm.ECDSA_SHA256, signer.sign(content));
    return DSSUtils.toByteArray(service.signDocument(document, parameters, value));
  }
}
