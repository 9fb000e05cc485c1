package io.onhook.cancellation;

import io.onhook.engine.CaseView;
import io.onhook.engine.Cases;
import io.onhook.engine.Ending;
import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.line.LineId;
import io.onhook.shared.CaseReference;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lines that end together wait for each other while all of it can still be taken back: the main one
 * until each child stands here and what goes on by itself is parted; each child until the main one
 * has gone on. Behind it each goes forward, or parks alone.
 */
@Component
final class AwaitFamily implements LocalStep<Cancellation> {
  static final String STEP = "await-family";

  private static final Duration SOONEST = Duration.ofMinutes(1);

  private final CancellationStore store;
  private final ObjectProvider<Cases> cases;

  /** The engine is built out of its steps, so they ask for it only when they run. */
  AwaitFamily(DataSource database, ObjectProvider<Cases> cases) {
    this.store = new CancellationStore(JdbcClient.create(database));
    this.cases = cases;
  }

  private enum Member {
    READY,
    GONE_ON,
    UNDER_WAY,
    LOST
  }

  @Override
  public StepOutcome<Cancellation> run(Cancellation state, StepContext context) {
    Family family = state.family();
    CaseReference main = family.main();
    if (main != null) {
      return switch (member(store.find(main))) {
        case GONE_ON -> StepOutcome.done(state);
        case READY, UNDER_WAY -> wait(state, context, "waits-for-main-line");
        case LOST -> StepOutcome.refused("main-line-stays");
      };
    }
    for (Dependant dependant : family.dependants()) {
      Member member =
          dependant.hasOwnCase() ? child(dependant.id()) : parted(state.reference(), dependant);
      switch (member) {
        case READY, GONE_ON -> {}
        case UNDER_WAY -> {
          return wait(state, context, "waits-for-dependants");
        }
        case LOST -> {
          return StepOutcome.needsPerson("dependant-undecided");
        }
      }
    }
    return StepOutcome.done(state);
  }

  /** Whoever owes something first can keep all others waiting for a month. */
  private static StepOutcome<Cancellation> wait(
      Cancellation state, StepContext context, String why) {
    Instant since = state.endsAt();
    return new StepOutcome.WaitUntil<>(NextLook.at(SOONEST, since, context.now(), since), why);
  }

  /** The newest case of a child's line counts: it can have been asked for again. */
  private Member child(LineId line) {
    return member(store.ofLine(line).stream().findFirst());
  }

  private Member member(Optional<CancellationStore.Row> row) {
    return row.flatMap(it -> cases.getObject().find(it.caseId()))
        .map(AwaitFamily::member)
        .orElse(Member.LOST);
  }

  private static Member member(CaseView it) {
    return switch (it.ending()) {
      case Ending.Completed() -> Member.GONE_ON;
      case Ending.Retracted() -> Member.LOST;
      case Ending.Refused refused -> Member.LOST;
      case null -> {
        String step = it.step().orElse("");
        if (it.undoing()) {
          yield Member.LOST;
        }
        if (step.equals(STEP)) {
          yield Member.READY;
        }
        yield Tracks.behind(step, STEP) ? Member.GONE_ON : Member.UNDER_WAY;
      }
    };
  }

  private Member parted(CaseReference main, Dependant dependant) {
    Cases all = cases.getObject();
    return all.find(PartingProcess.NAME, Parting.key(main, dependant.id()))
        .flatMap(all::find)
        .filter(it -> it.ending() != null)
        .map(it -> Member.READY)
        .orElse(Member.UNDER_WAY);
  }
}
