package io.onhook.visit;

import io.onhook.branch.Office;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.CheckAnswer;
import io.onhook.cancellation.CheckAnswer.Checked;
import io.onhook.cancellation.GateFinding;
import io.onhook.cancellation.MoneyTrack;
import io.onhook.certificate.Receipts;
import io.onhook.engine.Cases;
import io.onhook.journal.Journal;
import io.onhook.line.LineId;
import io.onhook.policy.Gate;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Money;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Money at windows. What a visitor pays is in the clerk's till and on its way to billing by one
 * commit; billing is told by a durable case, so that a crash neither loses it nor tells it twice.
 */
@Component
public final class Tills {
  private final TillStore store;
  private final VisitStore visits;
  private final FourEyes eyes;
  private final VisitRecord record;
  private final Cancellations cancellations;
  private final Cases cases;
  private final Receipts receipts;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Tills(
      DataSource database,
      PlatformTransactionManager transactions,
      FourEyes eyes,
      Journal journal,
      Cancellations cancellations,
      Cases cases,
      Receipts receipts,
      Clock clock) {
    var jdbc = JdbcClient.create(database);
    this.store = new TillStore(jdbc);
    this.visits = new VisitStore(jdbc);
    this.eyes = eyes;
    this.record = new VisitRecord(journal);
    this.cancellations = cancellations;
    this.cases = cases;
    this.receipts = receipts;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** What was asked for and is not paid; empty where that is nothing, or can't be asked. */
  public Optional<Money> owed(Visit visit, Actor staff) {
    return visit
        .line()
        .flatMap(
            line ->
                cancellations.check(line, null, staff) instanceof Checked known
                    ? owed(visit, known, staff)
                    : Optional.<Money>empty());
  }

  private Optional<Money> owed(Visit visit, Checked known, Actor staff) {
    return known.eligibility().findings().stream()
        .filter(finding -> finding.gate() == Gate.ARREARS)
        .map(GateFinding::amount)
        .filter(Objects::nonNull)
        .filter(Money::isPositive)
        .findFirst()
        .or(
            () ->
                visit
                    .reference()
                    .flatMap(reference -> cancellations.find(reference, staff))
                    .filter(it -> it.moneyTrack() == MoneyTrack.TO_PAY)
                    .flatMap(CancellationView::finalBalance));
  }

  /** All that was paid in this visit. */
  public List<Payment> of(Visit visit) {
    return store.ofVisit(visit.id());
  }

  /**
   * Takes what is owed.
   *
   * @param shown the amount that the page showed: another is not taken
   */
  public PayAnswer pay(Visit visit, Money shown, Payment.Method method, Actor staff) {
    if (eyes.refusal(visit, staff).isPresent()) {
      return new PayAnswer.NotYours();
    }
    Instant asked = clock.instant();
    if (visit.line().isEmpty()) {
      return new PayAnswer.Unavailable();
    }
    return switch (cancellations.check(visit.line().get(), null, staff)) {
      case Checked known -> pay(visit, known, shown, method, asked, staff);
      case CheckAnswer.NotReckonable odd -> new PayAnswer.NotReckonable();
      case CheckAnswer.PartnerUnavailable away -> new PayAnswer.Unavailable();
      case CheckAnswer.NoSuchLine gone -> new PayAnswer.Unavailable();
    };
  }

  private PayAnswer pay(
      Visit visit, Checked known, Money shown, Payment.Method method, Instant asked, Actor staff) {
    Optional<Money> owed = owed(visit, known, staff);
    if (owed.isEmpty()) {
      return new PayAnswer.NothingOwed();
    }
    return owed.get().equals(shown)
        ? Objects.requireNonNull(
            transaction.execute(
                status -> take(visit, visit.line().orElseThrow(), shown, method, asked, staff)))
        : new PayAnswer.OtherAmount(owed.get());
  }

  private PayAnswer take(
      Visit visit, LineId line, Money amount, Payment.Method method, Instant asked, Actor staff) {
    visits.hold(visit.id());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    long till = store.hold(staff.id(), visit.office(), amount.currency(), now);
    var payment =
        new Payment(
            CaseReference.random(random),
            visit.id(),
            line,
            amount,
            method,
            staff.id(),
            now,
            Optional.empty());
    if (!store.take(payment, till, asked)) {
      return new PayAnswer.UnderWay();
    }
    record.note(
        visit,
        staff,
        "payment-taken",
        "{\"payment\":\"%s\",\"amount\":\"%s\",\"method\":\"%s\"}"
            .formatted(payment.reference(), amount, method.key()));
    cases.start(
        Paying.PAYING,
        payment.reference().text(),
        new Paying(payment.reference(), line, amount, method.key(), now, null),
        staff);
    return new PayAnswer.Taken(payment);
  }

  /** The signed receipt of a payment; empty before billing has noted it. */
  public Optional<byte[]> receipt(CaseReference payment) {
    return receipts.pdf(payment, NotePaid.TOPIC);
  }

  /** Code of the office where a payment was taken; empty if there is none of this reference. */
  public Optional<String> office(CaseReference payment) {
    return store.office(payment);
  }

  /** This clerk's open till. */
  public Optional<Till> open(Actor staff) {
    return store.open(staff.id());
  }

  /** What is in a till. */
  public List<Payment> in(Till till) {
    return store.ofTill(till.id());
  }

  /** All tills that were opened at an office since then, the newest first. */
  public List<Till> of(Office office, Instant since) {
    return store.of(office.code(), since);
  }

  /**
   * Closes this clerk's till.
   *
   * @param counted the cash in it, without what was there before
   * @param reason why it differs; needed if it does
   */
  public TillAnswer close(Money counted, String reason, Actor staff) {
    return Objects.requireNonNull(
        transaction.execute(
            status ->
                store
                    .held(staff.id())
                    .flatMap(store::find)
                    .map(till -> close(till, counted, reason.strip(), staff))
                    .orElseGet(TillAnswer.NoTill::new)));
  }

  private TillAnswer close(Till till, Money counted, String reason, Actor staff) {
    Money difference = counted.minus(till.cash());
    if (!difference.isZero() && reason.isEmpty()) {
      return new TillAnswer.ReasonMissing(till);
    }
    store.close(till.id(), till.cash(), counted, reason, clock.instant());
    record.till(till, staff, difference);
    return new TillAnswer.Closed(store.find(till.id()).orElseThrow());
  }
}
