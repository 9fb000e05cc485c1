package io.onhook.visit;

import io.onhook.branch.Ticket;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.LineTrack;
import io.onhook.journal.Journal;
import io.onhook.line.Line;
import io.onhook.line.LineId;
import io.onhook.line.Lines;
import io.onhook.shared.Actor;
import io.onhook.shared.Answer;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Msisdn;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Visits begin with a ticket, and take up a line or a case. For the doors of staff only. */
@Component
public final class Visits {
  private final VisitStore visits;
  private final SimStore sims;
  private final FourEyes eyes;
  private final VisitRecord record;
  private final Lines lines;
  private final Cancellations cancellations;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Visits(
      DataSource database,
      PlatformTransactionManager transactions,
      FourEyes eyes,
      Journal journal,
      Lines lines,
      Cancellations cancellations,
      Clock clock) {
    var jdbc = JdbcClient.create(database);
    this.visits = new VisitStore(jdbc);
    this.sims = new SimStore(jdbc);
    this.eyes = eyes;
    this.record = new VisitRecord(journal);
    this.lines = lines;
    this.cancellations = cancellations;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Why this clerk may do nothing in this visit; empty if they may. */
  public Optional<TakeUpAnswer> refusal(Visit visit, Actor staff) {
    return eyes.refusal(visit, staff);
  }

  /** Empty if there is none of this number. */
  public Optional<Visit> find(long id) {
    return visits.find(id);
  }

  /** The visit of this ticket, where it stands; it begins if it has not. */
  public Visit of(Ticket ticket, Actor staff) {
    return visits
        .last(ticket.id())
        .orElseGet(
            () -> {
              Visit begun = begin(ticket, 1, staff);
              return ticket
                  .carries()
                  .flatMap(
                      reference ->
                          takeUp(begun.id(), reference, staff) instanceof TakeUpAnswer.Now(var it)
                              ? Optional.of(it)
                              : Optional.empty())
                  .orElse(begun);
            });
  }

  /** One more line of the same visitor. */
  public Visit another(Visit before, Ticket ticket, Actor staff) {
    return begin(ticket, before.round() + 1, staff);
  }

  private Visit begin(Ticket ticket, int round, Actor staff) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              visits.begin(ticket, round, staff.id(), clock.instant());
              Visit begun = visits.last(ticket.id()).orElseThrow();
              record.note(begun, staff, "visit-begun");
              return begun;
            }));
  }

  /** The case that was begun online, at the hotline or at another window: it goes on here. */
  public TakeUpAnswer takeUp(long id, CaseReference reference, Actor staff) {
    return cancellations
        .find(reference, staff)
        .map(it -> takeUp(id, it.line(), it.partyId(), it, staff))
        .orElseGet(TakeUpAnswer.NoneSuch::new);
  }

  /** The line of this number, with its case if there is one. */
  public TakeUpAnswer takeUp(long id, Msisdn number, Actor staff) {
    return switch (lines.byMsisdn(number)) {
      case Answer.Failed<Optional<Line>> failed -> new TakeUpAnswer.Unavailable();
      case Answer.Silent<Optional<Line>> silent -> new TakeUpAnswer.Unavailable();
      case Answer.Got<Optional<Line>>(Optional<Line> found) ->
          found
              .map(
                  line ->
                      takeUp(
                          id,
                          line.id(),
                          line.holder().partyId(),
                          present(cancellations.ofLine(line.id(), staff)),
                          staff))
              .orElseGet(() -> ended(id, number, staff));
    };
  }

  /** Somebody whose line has ended comes for the certificate. */
  private TakeUpAnswer ended(long id, Msisdn number, Actor staff) {
    CancellationView last = present(cancellations.ofNumber(number, staff));
    return last == null
        ? new TakeUpAnswer.NoneSuch()
        : takeUp(id, last.line(), last.partyId(), last, staff);
  }

  /** The newest that did not come to nothing. */
  private static @Nullable CancellationView present(List<CancellationView> all) {
    return all.stream()
        .filter(it -> it.lineTrack() != LineTrack.RETRACTED)
        .filter(it -> it.lineTrack() != LineTrack.NOT_APPROVED)
        .findFirst()
        .orElse(null);
  }

  private TakeUpAnswer takeUp(
      long id, LineId line, String partyId, @Nullable CancellationView it, Actor staff) {
    Optional<TakeUpAnswer> own = eyes.refusal(partyId, it, false, staff);
    if (own.isPresent()) {
      return own.get();
    }
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              Optional<Visit> held = visits.hold(id);
              if (held.isEmpty()) {
                return new TakeUpAnswer.NoneSuch();
              }
              Visit before = held.get();
              if (eyes.knows(before, partyId, staff)) {
                return new TakeUpAnswer.Known();
              }
              boolean other = before.line().filter(known -> !known.equals(line)).isPresent();
              if (other && (before.openedHere() || sims.of(id).isPresent())) {
                return new TakeUpAnswer.InTheMiddle();
              }
              CaseReference reference = it == null ? null : it.reference();
              boolean here =
                  before.openedHere() && before.reference().equals(Optional.ofNullable(reference));
              Visit now = visits.about(id, line, partyId, reference, here);
              record.note(now, staff, "line-taken-up");
              return new TakeUpAnswer.Now(now);
            }));
  }
}
