package io.onhook.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to end a line.
 *
 * @param number as people write it; without a country code it is of the operator's country
 * @param holder who holds the line, as on the document
 * @param contact where the holder is reached once the line is gone; not the line itself
 * @param endsOn the last day on which the line shall work; the earliest possible if left out
 * @param refundAccount token of the account that a credit goes to; the way it was paid if left out
 * @param language the holder's, {@code zh-CN}, {@code en}, {@code de} or {@code fr}; the policy
 *     pack's first if left out
 * @param dependants what becomes of each product that hangs on the line, by its id in the
 *     eligibility check: {@code cancel}, {@code promote} or {@code keep}
 * @param representative who asks in the holder's place; left out if the holder asks
 */
record CancellationRequest(
    @Schema(example = "+8619900000001", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable String number,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Holder holder,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Contact contact,
    @Schema(example = "2026-12-31") @Nullable String endsOn,
    @Nullable String refundAccount,
    @Schema(example = "zh-CN") @Nullable String language,
    @Schema(
            example = "{\"L-0008\": \"cancel\", \"L-0006-1\": \"keep\"}",
            additionalPropertiesSchema = String.class)
        @Nullable Map<String, @Nullable String> dependants,
    @Nullable Representative representative) {

  /**
   * Who asks in the holder's place; the sender has seen the papers.
   *
   * @param acting {@code agent}, {@code heir}, {@code company} or {@code guardian}
   * @param name as on their own document
   * @param documentKind of their own document
   * @param documentNumber of their own document
   * @param relation what they are to the holder: a key of the policy pack
   * @param mandateUntil the last day on which the mandate of an agent or guardian is good
   */
  record Representative(
      @Schema(
              allowableValues = {"agent", "heir", "company", "guardian"},
              requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String acting,
      @Schema(example = "李娜", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String name,
      @Schema(
              allowableValues = {"resident-id", "passport", "identity-card"},
              requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String documentKind,
      @Schema(example = "110105190101039020", requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String documentNumber,
      @Schema(example = "family") @Nullable String relation,
      @Schema(example = "2026-12-31") @Nullable String mandateUntil) {
    /** Nothing personal. */
    @Override
    public String toString() {
      return "Representative";
    }
  }

  /**
   * The holder.
   *
   * @param name as on the document
   * @param documentKind {@code resident-id}, {@code passport}, {@code identity-card} or {@code
   *     company-registration}
   * @param documentNumber compared with the registered one, never shown; of a passport or a card
   *     its machine readable zone does as well, two lines of 44 or three of 30 characters
   */
  record Holder(
      @Schema(example = "张伟", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String name,
      @Schema(
              allowableValues = {
                "resident-id",
                "passport",
                "identity-card",
                "company-registration"
              },
              requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String documentKind,
      @Schema(example = "11010519491231002X", requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String documentNumber) {
    /** Nothing personal. */
    @Override
    public String toString() {
      return "Holder";
    }
  }

  /**
   * The contact.
   *
   * @param channel {@code email}, {@code sms} or {@code letter}
   * @param address e-mail address, number in E.164 form, or postal address
   * @param confirmedAt when a code that was sent there came back to you; a letter needs none
   */
  record Contact(
      @Schema(
              allowableValues = {"email", "sms", "letter"},
              requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String channel,
      @Schema(example = "zhang.wei@example.com", requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String address,
      @Schema(example = "2026-11-22T10:00:00Z") @Nullable String confirmedAt) {
    /** Nothing personal. */
    @Override
    public String toString() {
      return "Contact";
    }
  }

  /** Nothing personal. */
  @Override
  public String toString() {
    return "CancellationRequest";
  }
}
