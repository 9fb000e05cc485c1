package io.onhook.api;

import io.onhook.certificate.Certificates;
import io.onhook.certificate.Verification;
import io.onhook.certificate.Words;
import io.onhook.shared.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/verifications/{certificateNumber}}: for anyone, without a key. */
@RestController
@Tag(name = "Certificates")
class VerificationController {
  private final Certificates certificates;
  private final Problems problems;

  VerificationController(Certificates certificates, Problems problems) {
    this.certificates = certificates;
    this.problems = problems;
  }

  @Operation(
      summary = "Whether a certificate or receipt stands",
      description = "For anyone who has its number; shows the least that proves it.")
  @SecurityRequirements
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = VerificationBody.class)))
  @GetMapping(
      path = "/api/v1/verifications/{certificateNumber}",
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> verify(@PathVariable String certificateNumber, HttpServletRequest http) {
    Language language = Reader.language(http);
    return switch (certificates.verify(certificateNumber)) {
      case Verification.Valid it ->
          ResponseEntity.ok(
              new VerificationBody(
                  "valid",
                  "certificate",
                  it.number().text(),
                  it.endedAt(),
                  null,
                  it.maskedNumber(),
                  words(it.issuer(), language),
                  it.issuedAt(),
                  null,
                  it.fingerprint(),
                  it.file().orElse(null)));
      case Verification.ValidReceipt it ->
          ResponseEntity.ok(
              new VerificationBody(
                  "valid",
                  "receipt",
                  it.number().text(),
                  null,
                  it.receivedAt(),
                  null,
                  words(it.issuer(), language),
                  null,
                  null,
                  it.fingerprint(),
                  it.file().orElse(null)));
      case Verification.Revoked it ->
          ResponseEntity.ok(
              new VerificationBody(
                  "revoked",
                  null,
                  it.number().text(),
                  null,
                  null,
                  null,
                  null,
                  it.issuedAt(),
                  it.revokedAt(),
                  null,
                  null));
      case Verification.Erased it ->
          ResponseEntity.ok(
              new VerificationBody(
                  "erased",
                  null,
                  it.number().text(),
                  null,
                  null,
                  null,
                  null,
                  it.issuedAt(),
                  null,
                  it.fingerprint(),
                  it.file().orElse(null)));
      case Verification.Unknown() ->
          problems.of(HttpStatus.NOT_FOUND, "certificate.unknown", language).answer(language);
      case Verification.Mistyped() ->
          problems
              .field(
                  language, "certificateNumber", "certificate-number.form", "Check each character.")
              .answer(language);
    };
  }

  private static String words(Words words, Language language) {
    return switch (language) {
      case ZH_CN -> words.zh();
      case EN, DE, FR -> words.en();
    };
  }
}
