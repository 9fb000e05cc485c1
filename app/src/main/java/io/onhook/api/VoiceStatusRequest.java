package io.onhook.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The digits that a caller typed.
 *
 * @param call from the answer before
 * @param digits seven
 */
@Schema(name = "VoiceDigits")
record VoiceStatusRequest(@Nullable String call, @Nullable String digits) {
  /** Never the digits. */
  @Override
  public String toString() {
    return "VoiceStatusRequest[" + call + "]";
  }
}
