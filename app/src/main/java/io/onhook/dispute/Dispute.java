package io.onhook.dispute;

import io.onhook.engine.WorkSubject;
import io.onhook.line.LineId;
import io.onhook.notice.Notice;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import io.onhook.shared.Money;
import io.onhook.vault.Sealed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the steps of one dispute need to know.
 *
 * @param reference what people quote
 * @param packId under which rules
 * @param packVersion their version
 * @param line whose bill it is
 * @param partyId the registered holder
 * @param billId the bill, as the operator's billing calls it; {@link
 *     io.onhook.settlement.Bill#UNBILLED} if the charge had none
 * @param chargeId the charge on it
 * @param amount what is disputed
 * @param reason in the holder's words, sealed
 * @param language the holder's
 * @param routes where the decision is told, the best first; the line itself is the last of them
 * @param overLine whether the only way is the line itself
 * @param raisedBy who disputes
 * @param raisedAt when
 * @param ticket the operator's id of it; null before it is told
 * @param upheld what was decided; null before
 */
record Dispute(
    CaseReference reference,
    String packId,
    int packVersion,
    LineId line,
    String partyId,
    String billId,
    String chargeId,
    Money amount,
    Sealed reason,
    Language language,
    List<Notice.Route> routes,
    boolean overLine,
    Actor raisedBy,
    Instant raisedAt,
    @Nullable String ticket,
    @Nullable Boolean upheld)
    implements WorkSubject {

  @Override
  public String workLabel() {
    return "dispute";
  }

  @Override
  public @Nullable Instant decideBy(String step) {
    return null;
  }

  boolean isUpheld() {
    return Boolean.TRUE.equals(upheld);
  }

  Dispute opened(String id) {
    return with(id, upheld);
  }

  Dispute decided(boolean inFavour) {
    return with(ticket, inFavour);
  }

  private Dispute with(@Nullable String id, @Nullable Boolean decision) {
    return new Dispute(
        reference,
        packId,
        packVersion,
        line,
        partyId,
        billId,
        chargeId,
        amount,
        reason,
        language,
        routes,
        overLine,
        raisedBy,
        raisedAt,
        id,
        decision);
  }

  /** Never the reason. */
  @Override
  public String toString() {
    return "Dispute[" + reference + "]";
  }
}
