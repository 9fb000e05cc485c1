package io.onhook.cancellation;

import io.onhook.bar.Hold;
import io.onhook.engine.WorkSubject;
import io.onhook.policy.Pack;
import io.onhook.shared.CaseReference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that the steps of one case need to know. Stored with every progress; what must not be read is
 * sealed under the case's own key, {@code case/<reference>}.
 *
 * @param reference what people quote
 * @param subject the line that ends
 * @param applicant who asked
 * @param terms under which rules, and what was promised
 * @param progress what the steps found and did so far
 * @param family what it is bound up with; null in cases of before there were any
 */
record Cancellation(
    CaseReference reference,
    Subject subject,
    Applicant applicant,
    Terms terms,
    Progress progress,
    @Nullable Family family)
    implements WorkSubject {

  /** By itself. */
  Cancellation(
      CaseReference reference,
      Subject subject,
      Applicant applicant,
      Terms terms,
      Progress progress) {
    this(reference, subject, applicant, terms, progress, Family.NONE);
  }

  @Override
  public Family family() {
    return family == null ? Family.NONE : family;
  }

  /** The same, bound up with others. */
  Cancellation in(Family bound) {
    return new Cancellation(reference, subject, applicant, terms, progress, bound);
  }

  /** Whether somebody decides about it. A redeemed code is no application, whatever the pack. */
  boolean isApplication(Pack pack) {
    return pack.isApplication() && !applicant.switches();
  }

  /** Its name among those who keep a line barred. */
  String holder() {
    return "case/" + reference.text();
  }

  /** That the line stays barred; an earlier version did not look what it could do before. */
  Hold hold() {
    return new Hold(subject.line(), holder(), progress.services());
  }

  /** How the request came in. */
  @Override
  public String workLabel() {
    return applicant.way();
  }

  /** The answer was promised from the receipt on, whenever the review begins. */
  @Override
  public @Nullable Instant decideBy(String step) {
    return step.equals(Review.STEP) ? terms.dates().decideBy() : null;
  }

  /** Until then it can simply be taken back. */
  Instant windowClosesAt() {
    return terms.dates().windowClosesAt();
  }

  /** Until here the line works and is billed as usual. */
  Instant endsAt() {
    return terms.dates().endsAt();
  }

  /** The last words to the line are on their way until then. */
  Instant barsAt() {
    Instant at = progress.barsAt();
    return at == null ? endsAt() : at;
  }

  /** Whether the end waits until what is owed is paid. */
  boolean duesBlock() {
    return terms.duesBlock()
        && progress.statement() != null
        && progress.statement().toPay().isPositive();
  }

  /** For an important reason, from the receipt on. */
  Cancellation endingAtOnce() {
    Instant now = terms.receivedAt();
    var dates = new PromisedDates(null, now, now, terms.dates().refundBy());
    var atOnce =
        new Terms(
            terms.packId(), terms.packVersion(), now, dates, terms.promised(), terms.duesBlock());
    return new Cancellation(reference, subject, applicant, atOnce, progress, family);
  }

  /** A child ends on the day of its main line, and is answered with it. */
  Cancellation endingWith(Cancellation main) {
    var together =
        new Terms(
            terms.packId(),
            terms.packVersion(),
            terms.receivedAt(),
            main.terms().dates(),
            terms.promised(),
            terms.duesBlock());
    return new Cancellation(reference, subject, applicant, together, progress, family);
  }

  /** Without a time to take it back and without notice: a code was redeemed. */
  Cancellation endingBy(Instant end) {
    var dates = new PromisedDates(null, terms.receivedAt(), end, terms.dates().refundBy());
    var switching =
        new Terms(
            terms.packId(),
            terms.packVersion(),
            terms.receivedAt(),
            dates,
            terms.promised(),
            terms.duesBlock());
    return new Cancellation(reference, subject, applicant, switching, progress);
  }

  Cancellation with(Progress next) {
    return new Cancellation(reference, subject, applicant, terms, next, family);
  }
}
