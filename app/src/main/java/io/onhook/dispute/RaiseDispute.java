package io.onhook.dispute;

import io.onhook.line.LineId;
import io.onhook.shared.Language;

/**
 * "I dispute this charge."
 *
 * @param line whose bill it is
 * @param billId the bill; {@link io.onhook.settlement.Bill#UNBILLED} if the charge has none yet
 * @param chargeId the charge on it
 * @param reason in the holder's words
 * @param language the holder's
 */
public record RaiseDispute(
    LineId line, String billId, String chargeId, String reason, Language language) {
  /** Never the reason. */
  @Override
  public String toString() {
    return "RaiseDispute[" + line + "]";
  }
}
