package io.onhook.api;

import io.onhook.access.ApiClient;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.DecideAnswer;
import io.onhook.cancellation.RetractAnswer;
import io.onhook.cancellation.ReviewDecision;
import io.onhook.shared.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/cancellations/{reference}}: follow a case, decide it, take it back. */
@RestController
@Tag(name = "Cancellations")
class CaseController {
  private static final String CASE = "/api/v1/cancellations/{reference}";

  private final VisibleCases visible;
  private final Cancellations cancellations;
  private final DecisionReading decisions;
  private final Problems problems;

  CaseController(
      VisibleCases visible,
      Cancellations cancellations,
      DecisionReading decisions,
      Problems problems) {
    this.visible = visible;
    this.cancellations = cancellations;
    this.decisions = decisions;
    this.problems = problems;
  }

  @Operation(
      summary = "Where a cancellation stands, step by step",
      description = "Scope: cancellation:read, for the cases that your key submitted.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CancellationBody.class)))
  @GetMapping(path = CASE, produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> read(
      @PathVariable String reference,
      @AuthenticationPrincipal ApiClient client,
      HttpServletRequest http) {
    return found(reference, client, HttpStatus.OK, Reader.language(http));
  }

  @Operation(
      summary = "Decide a cancellation that waits for it",
      description = "Scope: cancellation:decide. Nobody decides what they submitted themselves.")
  @ApiResponse(
      responseCode = "200",
      description = "Decided; 202 where a second person must say the same",
      content = @Content(schema = @Schema(implementation = CancellationBody.class)))
  @PostMapping(
      path = CASE + "/decision",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> decide(
      @PathVariable String reference,
      @RequestBody DecisionRequest body,
      @AuthenticationPrincipal ApiClient client,
      HttpServletRequest http) {
    Language language = Reader.language(http);
    Optional<CancellationView> view = visible.find(reference, client);
    if (view.isEmpty()) {
      return noSuchCase(language);
    }
    var fields = new RequestFields(problems, language);
    Optional<ReviewDecision> decision = decisions.read(body, fields);
    if (decision.isEmpty()) {
      return fields.problem().orElseThrow().answer(language);
    }
    return switch (cancellations.decide(view.get().reference(), decision.get(), client.actor())) {
      case DecideAnswer.Decided() -> found(reference, client, HttpStatus.OK, language);
      case DecideAnswer.NeedsSecondPerson() ->
          found(reference, client, HttpStatus.ACCEPTED, language);
      case DecideAnswer.SamePerson() -> conflict("decision.same-person", language);
      case DecideAnswer.OwnCase() -> conflict("decision.own-case", language);
      case DecideAnswer.ClaimedBy ignored -> conflict("decision.claimed", language);
      case DecideAnswer.NothingToDecide() -> conflict("decision.nothing-to-decide", language);
      case DecideAnswer.Asked() -> found(reference, client, HttpStatus.OK, language);
      case DecideAnswer.AskedBefore() -> conflict("decision.asked-before", language);
      case DecideAnswer.NothingToAsk() -> conflict("decision.nothing-to-ask", language);
      case DecideAnswer.NeedMissing() ->
          problems
              .field(language, "needs", "decision.need-missing", "Say what is needed.")
              .answer(language);
      case DecideAnswer.ReasonMissing() ->
          problems
              .field(language, "reasons", "decision.reason-missing", "Give a reason.")
              .answer(language);
      case DecideAnswer.NoSuchCase() -> noSuchCase(language);
    };
  }

  @Operation(
      summary = "Take a cancellation back",
      description =
          "Scope: cancellation:retract. Until the line is being ended for good (409 then)."
              + " Harmless if repeated.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CancellationBody.class)))
  @PostMapping(path = CASE + "/retraction", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> retract(
      @PathVariable String reference,
      @AuthenticationPrincipal ApiClient client,
      HttpServletRequest http) {
    Language language = Reader.language(http);
    Optional<CancellationView> view = visible.find(reference, client);
    if (view.isEmpty()) {
      return noSuchCase(language);
    }
    return switch (cancellations.retract(view.get().reference(), client.actor())) {
      case RetractAnswer.Retracted() -> found(reference, client, HttpStatus.OK, language);
      case RetractAnswer.AlreadyRetracted() -> found(reference, client, HttpStatus.OK, language);
      case RetractAnswer.TooLate() -> conflict("retraction.too-late", language);
      case RetractAnswer.AlreadyEnded() -> conflict("retraction.ended", language);
      case RetractAnswer.NoSuchCase() -> noSuchCase(language);
    };
  }

  private ResponseEntity<Object> found(
      String reference, ApiClient client, HttpStatus status, Language language) {
    return visible
        .find(reference, client)
        .map(
            view ->
                ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_JSON)
                    .<Object>body(CancellationBody.of(view)))
        .orElseGet(() -> noSuchCase(language));
  }

  private ResponseEntity<Object> conflict(String code, Language language) {
    return problems.of(HttpStatus.CONFLICT, code, language).answer(language);
  }

  private ResponseEntity<Object> noSuchCase(Language language) {
    return problems.of(HttpStatus.NOT_FOUND, "cancellation.not-found", language).answer(language);
  }
}
