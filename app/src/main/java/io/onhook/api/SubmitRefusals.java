package io.onhook.api;

import io.onhook.api.Problem.FieldError;
import io.onhook.cancellation.CancellationRefusal;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What the domain says no to, as problems: the one place that maps refusals to statuses. */
@Component
final class SubmitRefusals {
  private final Problems problems;
  private final PartnerProblems partners;

  SubmitRefusals(Problems problems, PartnerProblems partners) {
    this.problems = problems;
    this.partners = partners;
  }

  /** 409 where a gate or a key stands in the way, 422 where a value is wrong; all named at once. */
  ResponseEntity<Object> refused(List<CancellationRefusal> because, Language language) {
    if (because.stream().anyMatch(CancellationRefusal.KeyReused.class::isInstance)) {
      return keyReused(language);
    }
    boolean blocked = because.stream().allMatch(CancellationRefusal.Blocked.class::isInstance);
    return problems
        .fields(
            blocked ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT,
            blocked ? "line.blocked" : "request.invalid",
            language,
            because.stream().map(refusal -> error(refusal, language)).toList())
        .answer(language);
  }

  private FieldError error(CancellationRefusal refusal, Language language) {
    return switch (refusal) {
      case CancellationRefusal.NoSuchLine none ->
          problems.error(language, "number", none.code(), "Check the number.");
      case CancellationRefusal.WrongField(var field, var code, var remedy) ->
          problems.error(language, inBody(field), code, remedy);
      case CancellationRefusal.CopyMissing copy ->
          problems.error(language, "number", copy.code(), "Lead the holder to the online form.");
      case CancellationRefusal.NotConfirmed no ->
          problems.error(
              language, "number", "confirmation.missing", "Lead the holder to the online form.");
      case CancellationRefusal.Blocked blocked -> {
        var finding = blocked.finding();
        yield new FieldError(
            "number",
            blocked.code(),
            finding.title().in(language) + ": " + finding.rule().in(language),
            finding.remedy().in(language),
            Amount.orNull(finding.amount()),
            finding.freeAt());
      }
      case CancellationRefusal.KeyReused reused ->
          problems.error(language, "Idempotency-Key", reused.code(), "Use a new key.");
    };
  }

  /** The domain's names of fields, as the body has them. */
  private static String inBody(String field) {
    return switch (field) {
      case "holderName" -> "holder.name";
      case "documentKind" -> "holder.documentKind";
      case "documentNumber" -> "holder.documentNumber";
      case "idempotencyKey" -> "Idempotency-Key";
      default -> field;
    };
  }

  /** The client is led to the case that is under way. */
  ResponseEntity<Object> alreadyOpen(CaseReference reference, Language language) {
    var headers = new HttpHeaders();
    headers.setLocation(URI.create("/api/v1/cancellations/" + reference.text()));
    return problems
        .of(HttpStatus.CONFLICT, "cancellation.open", language, reference.text())
        .answer(language, headers);
  }

  ResponseEntity<Object> keyReused(Language language) {
    return problems.of(HttpStatus.CONFLICT, "idempotency-key.reused", language).answer(language);
  }

  ResponseEntity<Object> unknownLine(Language language) {
    return refused(List.of(new CancellationRefusal.NoSuchLine()), language);
  }

  ResponseEntity<Object> unavailable(Language language) {
    return partners.unavailable(language);
  }

  ResponseEntity<Object> notReckonable(Language language) {
    return partners.notReckonable(language);
  }
}
