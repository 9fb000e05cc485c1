package io.onhook.api;

import io.onhook.access.ApiClient;
import io.onhook.access.ApiKeys;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.CheckAnswer;
import io.onhook.line.Line;
import io.onhook.policy.Packs;
import io.onhook.shared.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/eligibility-checks}: can this line end, at what cost, and when. */
@RestController
@Tag(name = "Eligibility")
class EligibilityController {
  private final LineNumbers numbers;
  private final Cancellations cancellations;
  private final ApiKeys keys;
  private final Problems problems;
  private final PartnerProblems partners;
  private final Packs packs;

  EligibilityController(
      LineNumbers numbers,
      Cancellations cancellations,
      ApiKeys keys,
      Problems problems,
      PartnerProblems partners,
      Packs packs) {
    this.packs = packs;
    this.numbers = numbers;
    this.cancellations = cancellations;
    this.keys = keys;
    this.problems = problems;
    this.partners = partners;
  }

  @Operation(
      summary = "What stands between a line and its end",
      description = "Changes nothing. Scope: eligibility:check.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EligibilityBody.class)))
  @PostMapping(
      path = "/api/v1/eligibility-checks",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> check(
      @RequestBody EligibilityRequest body,
      @AuthenticationPrincipal ApiClient client,
      HttpServletRequest http) {
    Language language = Reader.language(http);
    var fields = new RequestFields(problems, language);
    var number = fields.needed("number", body.number(), numbers::read);
    Optional<LocalDate> endsOn = fields.given("endsOn", body.endsOn(), Wire::date);
    if (fields.problem().isPresent() || number.isEmpty()) {
      return fields.problem().orElseThrow().answer(language);
    }
    return switch (numbers.line(number.get())) {
      case LineNumbers.Found.Known(Line line) -> {
        keys.used(client, "eligibility-check", line.id().value());
        yield answer(cancellations.check(line.id(), endsOn.orElse(null), client.actor()), language);
      }
      case LineNumbers.Found.Unknown() -> unknown(language);
      case LineNumbers.Found.Unavailable() -> partners.unavailable(language);
    };
  }

  private ResponseEntity<Object> answer(CheckAnswer answer, Language language) {
    return switch (answer) {
      case CheckAnswer.Checked checked ->
          ResponseEntity.ok().body(EligibilityBody.of(checked, packs.current(), language));
      case CheckAnswer.NoSuchLine() -> unknown(language);
      case CheckAnswer.PartnerUnavailable ignored -> partners.unavailable(language);
      case CheckAnswer.NotReckonable ignored -> partners.notReckonable(language);
    };
  }

  private ResponseEntity<Object> unknown(Language language) {
    return problems
        .field(language, "number", "line.not-found", "Check the number.")
        .answer(language);
  }
}
