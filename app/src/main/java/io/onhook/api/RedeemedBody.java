package io.onhook.api;

import io.onhook.cancellation.RedeemAnswer;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A code that was redeemed: the line ends.
 *
 * @param reference of the case that ends it
 * @param endsAt until then at the latest
 */
@Schema(name = "Redeemed")
record RedeemedBody(
    @Schema(example = "7K3QW-M5T2P") String reference,
    @Schema(example = "2026-11-24T23:59:59Z") Instant endsAt) {
  static RedeemedBody of(RedeemAnswer.Redeemed it) {
    return new RedeemedBody(it.reference().text(), it.endsAt());
  }
}
