package io.onhook.cancellation;

import io.onhook.certificate.CertificateFacts;
import io.onhook.certificate.Certificates;
import io.onhook.certificate.ProofNumber;
import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.settlement.Quote;
import io.onhook.shared.Money;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The line has ended, and the holder gets the proof. */
@Component
final class IssueCertificate implements LocalStep<Cancellation> {
  private final Certificates certificates;
  private final CaseSecrets secrets;
  private final Packs packs;

  IssueCertificate(Certificates certificates, CaseSecrets secrets, Packs packs) {
    this.certificates = certificates;
    this.secrets = secrets;
    this.packs = packs;
  }

  @Override
  public StepOutcome<Cancellation> run(Cancellation state, StepContext context) {
    var standing = certificates.standing(state.reference());
    if (standing.isPresent()) {
      return StepOutcome.done(with(state, standing.get()));
    }
    var draft = certificates.draft(facts(state), context.now());
    return StepOutcome.done(with(state, draft.number()), draft);
  }

  private CertificateFacts facts(Cancellation it) {
    Pack pack = it.terms().pack(packs);
    Quote statement = Objects.requireNonNull(it.progress().statement(), "settled before");
    Instant endedAt = Objects.requireNonNull(it.progress().endedAt(), "ended before");
    return new CertificateFacts(
        it.reference(),
        secrets.number(it.subject().number()),
        it.subject().iccid(),
        it.subject().planName(),
        secrets.open(it.applicant().name()),
        endedAt,
        pack.zone(),
        pack.days().after(endedAt, pack.number().quarantine()),
        balance(statement),
        statement.toRefund());
  }

  /** Positive is owed, negative is the holder's. */
  static Money balance(Quote statement) {
    return statement.toPay().minus(statement.toRefund());
  }

  private static Cancellation with(Cancellation it, ProofNumber number) {
    return it.with(it.progress().withCertificate(number.text()));
  }
}
