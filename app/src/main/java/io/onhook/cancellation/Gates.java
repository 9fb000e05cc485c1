package io.onhook.cancellation;

import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.settlement.Billing;
import io.onhook.shared.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Judges the gates of a running case, on what the operator's systems say now. */
@Component
final class Gates {
  private final Standings standings;
  private final Billing billing;
  private final CaseSecrets secrets;
  private final Packs packs;

  Gates(Standings standings, Billing billing, CaseSecrets secrets, Packs packs) {
    this.standings = standings;
    this.billing = billing;
    this.secrets = secrets;
    this.packs = packs;
  }

  /** Whether no gate can be judged, since billing does not reckon as the case's pack does. */
  boolean inOtherCurrency(Cancellation it) {
    return OtherCurrency.of(it.terms().pack(packs), billing);
  }

  /** What every gate finds; empty if the operator no longer knows the line. */
  Answer<Optional<List<GateFinding>>> judge(Cancellation it, Instant now) {
    Pack pack = it.terms().pack(packs);
    return standings
        .of(it.subject().line())
        .map(
            found ->
                found.map(
                    standing ->
                        GateJudge.judge(
                            pack,
                            as(it, standing.with(identity(it, standing)))
                                .deciding(it.family().decided()),
                            now,
                            it.endsAt())));
  }

  private static Standing as(Cancellation it, Standing standing) {
    OnBehalf who = it.applicant().onBehalf();
    return who == null ? standing : standing.as(who.acting(), who.mandateUntil());
  }

  private Standing.Identity identity(Cancellation it, Standing standing) {
    if (it.applicant().documentKind().equals(Applicant.DECLARED)) {
      return Standing.Identity.MATCHES;
    }
    return HolderMatch.compare(
        standing.line().holder(),
        secrets.open(it.applicant().name()),
        it.applicant().documentKind(),
        secrets.open(it.applicant().documentNumber()));
  }
}
