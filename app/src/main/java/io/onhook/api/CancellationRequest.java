package io.onhook.api;

import io.swagger.v3.oas.annotations.media.Schema;
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
 */
record CancellationRequest(
    @Schema(example = "+8619900000001", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable String number,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Holder holder,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Contact contact,
    @Schema(example = "2026-12-31") @Nullable String endsOn,
    @Nullable String refundAccount,
    @Schema(example = "zh-CN") @Nullable String language) {

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
