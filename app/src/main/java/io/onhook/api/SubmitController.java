package io.onhook.api;

import io.onhook.access.ApiClient;
import io.onhook.api.FirstAnswers.Before;
import io.onhook.cancellation.CancelLine;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.SubmitAnswer;
import io.onhook.line.Line;
import io.onhook.shared.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /api/v1/cancellations}: asks for the end of a line, once for each key. */
@RestController
@Tag(name = "Cancellations")
class SubmitController {
  private static final String KEY = "Idempotency-Key";
  private static final String REPLAYED = "Idempotency-Replayed";
  private static final Pattern KEY_FORM = Pattern.compile("[\\x21-\\x7e]{1,128}");

  private final LineNumbers numbers;
  private final RequestReading reading;
  private final Cancellations cancellations;
  private final FirstAnswers firstAnswers;
  private final SubmitRefusals refusals;
  private final Problems problems;
  private final JsonMapper json;

  SubmitController(
      LineNumbers numbers,
      RequestReading reading,
      Cancellations cancellations,
      FirstAnswers firstAnswers,
      SubmitRefusals refusals,
      Problems problems,
      JsonMapper json) {
    this.numbers = numbers;
    this.reading = reading;
    this.cancellations = cancellations;
    this.firstAnswers = firstAnswers;
    this.refusals = refusals;
    this.problems = problems;
    this.json = json;
  }

  @Operation(
      summary = "Ask for the end of a line",
      description =
          "Scope: cancellation:submit. The same key with the same body is given the first answer"
              + " again (header Idempotency-Replayed: true), with another body it is refused (409)."
              + " Only an acceptance uses a key up. Copies of documents, which the pack may ask of"
              + " people online, are not asked of a program: its owner answers for having seen"
              + " them.")
  @ApiResponse(
      responseCode = "201",
      description = "Stored; Location says where to follow it",
      content = @Content(schema = @Schema(implementation = SubmittedBody.class)))
  @PostMapping(
      path = "/api/v1/cancellations",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> submit(
      @RequestBody CancellationRequest body,
      @Parameter(description = "Chosen by you: 1 to 128 visible ASCII characters")
          @RequestHeader(KEY)
          String key,
      @AuthenticationPrincipal ApiClient client,
      HttpServletRequest http) {
    Language language = Reader.language(http);
    if (!KEY_FORM.matcher(key).matches()) {
      return wrongKey(language);
    }
    Optional<Before> before = firstAnswers.find(client, key, body);
    if (before.isPresent()) {
      return switch (before.get()) {
        case Before.Same(String answer) -> accepted(answer, true);
        case Before.Other() -> refusals.keyReused(language);
      };
    }
    var fields = new RequestFields(problems, language);
    Optional<RequestReading.Typed> typed = reading.read(body, fields);
    if (typed.isEmpty()) {
      return fields.problem().orElseThrow().answer(language);
    }
    return switch (numbers.line(typed.get().number())) {
      case LineNumbers.Found.Known(Line line) -> {
        CancelLine request = typed.get().request(line.id());
        yield answer(
            cancellations.submit(request, client.actor(), key), body, key, client, language);
      }
      case LineNumbers.Found.Unknown() -> refusals.unknownLine(language);
      case LineNumbers.Found.Unavailable() -> refusals.unavailable(language);
    };
  }

  private ResponseEntity<Object> answer(
      SubmitAnswer answer,
      CancellationRequest body,
      String key,
      ApiClient client,
      Language language) {
    return switch (answer) {
      case SubmitAnswer.Submitted submitted -> {
        String first = json.writeValueAsString(SubmittedBody.of(submitted));
        yield accepted(firstAnswers.keep(client, key, body, first), submitted.repeated());
      }
      case SubmitAnswer.AlreadyOpen(var reference) -> refusals.alreadyOpen(reference, language);
      case SubmitAnswer.Refused(var because) -> refusals.refused(because, language);
      case SubmitAnswer.PartnerUnavailable ignored -> refusals.unavailable(language);
      case SubmitAnswer.NotReckonable ignored -> refusals.notReckonable(language);
    };
  }

  private ResponseEntity<Object> accepted(String answer, boolean replayed) {
    SubmittedBody body = json.readValue(answer, SubmittedBody.class);
    var headers = new HttpHeaders();
    headers.setLocation(URI.create("/api/v1/cancellations/" + body.reference()));
    if (replayed) {
      headers.set(REPLAYED, "true");
    }
    return ResponseEntity.status(HttpStatus.CREATED)
        .headers(headers)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body);
  }

  private ResponseEntity<Object> wrongKey(Language language) {
    return problems
        .fields(
            HttpStatus.BAD_REQUEST,
            "request.invalid",
            language,
            List.of(
                problems.error(
                    language, KEY, "idempotency-key.form", "Use 1 to 128 visible characters.")))
        .answer(language);
  }
}
