package io.onhook.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which line, and until when it shall work.
 *
 * @param number as people write it; without a country code it is of the operator's country
 * @param endsOn the last day on which the line shall work; the earliest possible if left out
 */
record EligibilityRequest(
    @Schema(example = "+8619900000001", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable String number,
    @Schema(example = "2026-12-31") @Nullable String endsOn) {
  /** Never the number. */
  @Override
  public String toString() {
    return "EligibilityRequest";
  }
}
