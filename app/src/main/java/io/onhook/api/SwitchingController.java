package io.onhook.api;

import io.onhook.access.ApiClient;
import io.onhook.cancellation.RedeemAnswer;
import io.onhook.cancellation.Redeeming;
import io.onhook.shared.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/switching-codes/redemptions}: the new operator redeems a code. */
@RestController
@Tag(name = "Switching")
class SwitchingController {
  private final Redeeming redeeming;
  private final LineNumbers numbers;
  private final SubmitRefusals refusals;
  private final Problems problems;

  SwitchingController(
      Redeeming redeeming, LineNumbers numbers, SubmitRefusals refusals, Problems problems) {
    this.redeeming = redeeming;
    this.numbers = numbers;
    this.refusals = refusals;
    this.problems = problems;
  }

  @Operation(
      summary = "Redeem a switching code: the line ends, without review",
      description =
          "Scope: switching:redeem. Only where the pack has codes. Harmless if repeated: the same"
              + " code has one case.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = RedeemedBody.class)))
  @PostMapping(
      path = "/api/v1/switching-codes/redemptions",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> redeem(
      @RequestBody RedemptionRequest body,
      @AuthenticationPrincipal ApiClient client,
      HttpServletRequest http) {
    Language language = Reader.language(http);
    var fields = new RequestFields(problems, language);
    var number = fields.needed("number", body.number(), numbers::read);
    var code = fields.needed("code", body.code());
    if (fields.problem().isPresent() || number.isEmpty() || code.isEmpty()) {
      return fields.problem().orElseThrow().answer(language);
    }
    return switch (redeeming.redeem(number.get(), code.get(), client.actor())) {
      case RedeemAnswer.Redeemed redeemed -> ResponseEntity.ok().body(RedeemedBody.of(redeemed));
      case RedeemAnswer.NoSuchCode() ->
          problems
              .field(language, "code", "switching-code.unknown", "Ask the holder for the code.")
              .answer(language);
      case RedeemAnswer.Expired expired ->
          problems
              .field(language, "code", "switching-code.expired", "Ask the holder for a new code.")
              .answer(language);
      case RedeemAnswer.AlreadyOpen(var reference) -> refusals.alreadyOpen(reference, language);
      case RedeemAnswer.Unavailable() -> refusals.unavailable(language);
      case RedeemAnswer.NotReckonable() -> refusals.notReckonable(language);
    };
  }
}
