package io.onhook.visit;

import io.onhook.branch.Office;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.LineTrack;
import io.onhook.journal.Journal;
import io.onhook.line.Line;
import io.onhook.line.LineId;
import io.onhook.shared.Actor;
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

/**
 * SIMs that visitors hand in. A card is kept in the office until its case can't be taken back any
 * more; where it is taken back before, the holder gets it back.
 */
@Component
public final class Sims {
  private final SimStore store;
  private final VisitStore visits;
  private final Identities identities;
  private final FourEyes eyes;
  private final VisitRecord record;
  private final Cancellations cancellations;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Sims(
      DataSource database,
      PlatformTransactionManager transactions,
      Identities identities,
      FourEyes eyes,
      Journal journal,
      Cancellations cancellations,
      Clock clock) {
    var jdbc = JdbcClient.create(database);
    this.store = new SimStore(jdbc);
    this.visits = new VisitStore(jdbc);
    this.identities = identities;
    this.eyes = eyes;
    this.record = new VisitRecord(journal);
    this.cancellations = cancellations;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** What is to be done with a card in the drawer. */
  public enum Fate {
    /** Its holder has taken the request back, or it was not approved. */
    GIVE_BACK,
    /** The line can't be kept any more. */
    DESTROY,
    /** The request is under way. */
    KEEP
  }

  /**
   * A card in an office's drawer.
   *
   * @param label of the ticket that it came with
   */
  public record Kept(Sim sim, String label, Fate fate) {}

  /** What was done with the SIM in this visit. */
  public Optional<Sim> of(Visit visit) {
    return store.of(visit.id());
  }

  /**
   * Takes a card in whose number is this line's.
   *
   * @param typed as typed or scanned
   */
  public SimAnswer take(Visit visit, String typed, Actor staff) {
    Line line = mine(visit, staff);
    if (line == null) {
      return new SimAnswer.NoLine();
    }
    String digits = line.iccid().digits();
    return switch (CardNumber.compare(line.iccid(), typed)) {
      case SAME ->
          keep(visit, line.id(), Sim.Kind.CARD, digits.substring(digits.length() - 4), staff);
      case WRONG_DIGIT -> new SimAnswer.WrongDigit();
      case NO_NUMBER -> new SimAnswer.NoNumber();
      case OTHER_SIM -> {
        record.note(visit, staff, "other-sim");
        yield new SimAnswer.OtherSim();
      }
    };
  }

  /**
   * Notes that there is no card: a profile, or one that the holder declares lost.
   *
   * @param kind not a card
   */
  public SimAnswer without(Visit visit, Sim.Kind kind, Actor staff) {
    if (kind == Sim.Kind.CARD) {
      throw new IllegalArgumentException("A card is taken in by its number");
    }
    Line line = mine(visit, staff);
    return line == null ? new SimAnswer.NoLine() : keep(visit, line.id(), kind, "", staff);
  }

  private @Nullable Line mine(Visit visit, Actor staff) {
    return eyes.refusal(visit, staff).isPresent() ? null : identities.line(visit).orElse(null);
  }

  private SimAnswer keep(Visit visit, LineId line, Sim.Kind kind, String ending, Actor staff) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              visits.hold(visit.id());
              Optional<Sim> before = store.of(visit.id());
              if (before.isPresent()) {
                return new SimAnswer.TakenBefore(before.get());
              }
              store.add(visit, line, kind, ending, staff.id(), clock.instant());
              record.note(visit, staff, "sim-" + kind.key());
              return new SimAnswer.Taken(store.of(visit.id()).orElseThrow());
            }));
  }

  /** The cards in this office's drawer, those to be given back first. */
  public List<Kept> kept(Office office, Actor staff) {
    return store.kept(office.code()).stream()
        .map(
            sim ->
                new Kept(
                    sim, visits.find(sim.visit()).map(Visit::label).orElse(""), fate(sim, staff)))
        .sorted(java.util.Comparator.comparing(Kept::fate))
        .toList();
  }

  private Fate fate(Sim sim, Actor staff) {
    return sim.reference()
        .flatMap(reference -> cancellations.find(reference, staff))
        .map(Sims::fate)
        .orElse(Fate.KEEP);
  }

  private static Fate fate(CancellationView it) {
    if (it.lineTrack() == LineTrack.RETRACTED || it.lineTrack() == LineTrack.NOT_APPROVED) {
      return Fate.GIVE_BACK;
    }
    return it.lineTrack() == LineTrack.ENDED ? Fate.DESTROY : Fate.KEEP;
  }

  /**
   * Notes that a card has left the drawer, as is due.
   *
   * @return false if it is not there, or not yet due
   */
  public boolean leave(long visit, Sim.Left how, Actor staff) {
    Fate due = how == Sim.Left.GIVEN_BACK ? Fate.GIVE_BACK : Fate.DESTROY;
    Optional<Visit> of = visits.find(visit);
    Optional<Sim> sim = store.of(visit).filter(it -> fate(it, staff) == due);
    return of.isPresent()
        && sim.isPresent()
        && Boolean.TRUE.equals(
            transaction.execute(
                status -> {
                  boolean left = store.left(visit, how, staff.id(), clock.instant());
                  if (left) {
                    record.note(of.get(), staff, "sim-" + how.key());
                  }
                  return left;
                }));
  }
}
