package io.onhook.certificate;

import io.onhook.shared.CaseReference;
import io.onhook.shared.Iccid;
import io.onhook.shared.Money;
import io.onhook.shared.Msisdn;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate proves: that this line has ended.
 *
 * @param reference the case that ended it
 * @param number the line's number, printed in full
 * @param sim the SIM that was retired, printed masked; null if not known
 * @param plan the subscription's name, as the holder knows it
 * @param holder the registered holder's name
 * @param endedAt when the network let go of the line
 * @param zone in which people read that time
 * @param restsUntil the number is given to nobody before this day
 * @param finalBill what the final bill came to; negative is a credit
 * @param refund what of it goes back to the holder; never negative
 */
public record CertificateFacts(
    CaseReference reference,
    Msisdn number,
    @Nullable Iccid sim,
    String plan,
    String holder,
    Instant endedAt,
    ZoneId zone,
    Instant restsUntil,
    Money finalBill,
    Money refund) {
  public CertificateFacts {
    if (refund.isNegative()) {
      throw new IllegalArgumentException("A refund is never negative");
    }
    if (restsUntil.isBefore(endedAt)) {
      throw new IllegalArgumentException("A number rests after its line has ended, not before");
    }
  }
}
