package io.onhook.api;

import io.onhook.access.ApiClient;
import io.onhook.access.ApiKeys;
import io.onhook.cancellation.CancellationView;
import io.onhook.certificate.Certificates;
import io.onhook.shared.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/cancellations/{reference}/certificate}: the signed PDF. */
@RestController
@Tag(name = "Certificates")
class CertificateController {
  private final VisibleCases visible;
  private final Certificates certificates;
  private final ApiKeys keys;
  private final Problems problems;

  CertificateController(
      VisibleCases visible, Certificates certificates, ApiKeys keys, Problems problems) {
    this.visible = visible;
    this.certificates = certificates;
    this.keys = keys;
    this.problems = problems;
  }

  @Operation(
      summary = "The certificate that the line has ended",
      description = "Scope: cancellation:read. A signed PDF; 404 until it is issued.")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PDF_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  @GetMapping("/api/v1/cancellations/{reference}/certificate")
  ResponseEntity<Object> certificate(
      @PathVariable String reference,
      @AuthenticationPrincipal ApiClient client,
      HttpServletRequest http) {
    Language language = Reader.language(http);
    Optional<CancellationView> view = visible.find(reference, client);
    if (view.isEmpty()) {
      return problems.of(HttpStatus.NOT_FOUND, "cancellation.not-found", language).answer(language);
    }
    Optional<byte[]> pdf = certificates.pdf(view.get().reference());
    if (pdf.isEmpty()) {
      return problems.of(HttpStatus.NOT_FOUND, "certificate.not-issued", language).answer(language);
    }
    keys.used(client, "certificate", view.get().reference().text());
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("certificate-" + view.get().reference().text() + ".pdf")
                .build()
                .toString())
        .body(pdf.get());
  }
}
