package io.onhook.cancellation;

import io.onhook.bar.NetworkTarget;
import io.onhook.line.Line;
import io.onhook.line.LineId;
import io.onhook.shared.Iccid;
import io.onhook.shared.Imsi;
import io.onhook.vault.Sealed;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The line of a case, as it was when its end was asked for. Steps compare with it before they touch
 * anything: a number can get another SIM, a SIM another number.
 *
 * @param line the operator's id of the subscription
 * @param partyId the registered holder
 * @param number the whole number, sealed
 * @param maskedNumber fit for screens
 * @param imsi whom the network knows
 * @param iccid the card
 * @param sim plastic or eSIM
 * @param dataOnly whether it gets no SMS
 * @param portedIn whether the number belongs to another operator's range
 * @param planName the subscription's name
 * @param activatedOn when the line began
 * @param periodEndsOn the last day of the billing period that ran then; null if it has none
 */
record Subject(
    LineId line,
    String partyId,
    Sealed number,
    String maskedNumber,
    Imsi imsi,
    Iccid iccid,
    Line.SimKind sim,
    boolean dataOnly,
    boolean portedIn,
    String planName,
    LocalDate activatedOn,
    @Nullable LocalDate periodEndsOn) {
  /** Whom it is in the network. */
  NetworkTarget inNetwork() {
    return new NetworkTarget(imsi, number);
  }
}
