package io.onhook.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A switching code that the new operator hands in.
 *
 * @param number of the line, in E.164 form
 * @param code as the holder gave it
 */
@Schema(name = "Redemption")
record RedemptionRequest(
    @Schema(example = "+8619900000001", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable String number,
    @Schema(example = "WNT482913", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable String code) {
  /** Neither number nor code. */
  @Override
  public String toString() {
    return "RedemptionRequest";
  }
}
