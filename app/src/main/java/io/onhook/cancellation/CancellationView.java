package io.onhook.cancellation;

import io.onhook.engine.CaseId;
import io.onhook.line.LineId;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import io.onhook.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One case as people see it.
 *
 * @param reference what people quote
 * @param caseId the engine's id, for work lists and the journal; never shown
 * @param line the line
 * @param partyId the registered holder, by the operator's id
 * @param maskedNumber {@code +86 199••••0001}; the whole number is given by {@link
 *     Cancellations#number} only
 * @param planName the subscription's name
 * @param language the holder's
 * @param submittedBy who sent it
 * @param receivedAt the time of receipt
 * @param lineTrack where the line stands
 * @param moneyTrack where the money stands
 * @param dates what was promised
 * @param endedAt when the network let go of the line; empty before
 * @param finalBalance what the final bill came to, positive is owed, negative is credit; empty
 *     before it
 * @param refund the credit that goes back; empty if none, or not yet known
 * @param next what happens next, as a message key: {@code decision}, {@code end-date}, {@code
 *     refund} …; empty when all is over
 * @param nextAt when, if that is known
 * @param retractable whether it can be taken back now
 * @param decision which step waits for a person's decision; empty if none
 * @param notApproved why it was not approved; null unless it was
 * @param certificate number of the certificate; empty before it is issued
 * @param steps every step, in order
 * @param bound what it is bound up with: a main line, secondary SIMs, bundles
 * @param billDecision what a person decided about a final bill that was not as quoted
 */
public record CancellationView(
    CaseReference reference,
    CaseId caseId,
    LineId line,
    String partyId,
    String maskedNumber,
    String planName,
    Language language,
    Actor submittedBy,
    Instant receivedAt,
    LineTrack lineTrack,
    MoneyTrack moneyTrack,
    PromisedDates dates,
    Optional<Instant> endedAt,
    Optional<Money> finalBalance,
    Optional<Money> refund,
    Optional<String> next,
    Optional<Instant> nextAt,
    boolean retractable,
    Optional<String> decision,
    @Nullable NotApproved notApproved,
    Optional<String> certificate,
    List<StepView> steps,
    Bound bound,
    Optional<BillDecision> billDecision) {

  /**
   * Whether this member of staff sent it, or is its holder: nobody decides their own case, nor
   * looks into its papers as staff.
   */
  public boolean isOwnOf(Actor staff) {
    return Authority.isOwn(staff, submittedBy, partyId);
  }

  /**
   * Why a request came to nothing.
   *
   * @param codes keys of {@link ReviewDecision.Reason}, or codes like {@code gate.port-out-open}
   * @param text a reviewer's own words; may be empty
   */
  public record NotApproved(List<String> codes, String text) {}
}
