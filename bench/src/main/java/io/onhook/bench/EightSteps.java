package io.onhook.bench;

import io.onhook.engine.CaseProcess;
import io.onhook.engine.Intent;
import io.onhook.engine.LocalStep;
import io.onhook.engine.RemoteStep;
import io.onhook.engine.Step;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Our own processes of eight steps. Where a step does nothing it is a local one; where it waits it
 * is a remote one, since the product waits only for partners: its intent is stored before, with a
 * digest in the journal. Such a process begins with one local step more, a ninth commit: a case
 * that is claimed where a call may have begun is asked about first, and there is nothing to ask.
 */
final class EightSteps {
  /** The last step's name; behind it the case has ended. */
  static final String LAST = "step-" + Work.STEPS;

  private EightSteps() {}

  /** What a case carries. */
  record Walk(String number, String plan, boolean prepaid) {
    static Walk number(long serial) {
      return new Walk("+86139%08d".formatted(serial % 100_000_000), "plan-59", false);
    }
  }

  /** What the partner is asked. */
  record Arguments(String number, String action) {}

  interface Empty extends LocalStep<Walk> {
    @Override
    default StepOutcome<Walk> run(Walk state, StepContext context) {
      return StepOutcome.done(state);
    }
  }

  record Nothing() implements Empty {}

  record Open20() implements Empty {}

  record Open1000() implements Empty {}

  /** Asks a partner who answers after 20 ms. */
  record Wait20() implements Waiting {
    @Override
    public Work work() {
      return Work.WAIT_20_MS;
    }
  }

  /** Asks a partner who answers after a second. */
  record Wait1000() implements Waiting {
    @Override
    public Work work() {
      return Work.WAIT_1_S;
    }
  }

  interface Waiting extends RemoteStep<Walk, Arguments> {
    Work work();

    @Override
    default String partner() {
      return "bench";
    }

    @Override
    default Duration timeout() {
      return Duration.ofSeconds(5);
    }

    @Override
    default Optional<Arguments> prepare(Walk state) {
      return Optional.of(new Arguments(state.number(), "bar"));
    }

    @Override
    default StepOutcome<Walk> call(Walk state, Intent<Arguments> intent) {
      InFlight.enter();
      try {
        work().doIt();
      } finally {
        InFlight.leave();
      }
      return StepOutcome.done(state);
    }

    @Override
    default StepOutcome<Walk> ask(Walk state, Intent<Arguments> intent) {
      return StepOutcome.done(state);
    }
  }

  private static final CaseProcess<Walk> NOTHING =
      process(Work.NOTHING, Nothing.class, Nothing.class);
  private static final CaseProcess<Walk> WAIT_20_MS =
      process(Work.WAIT_20_MS, Wait20.class, Open20.class);
  private static final CaseProcess<Walk> WAIT_1_S =
      process(Work.WAIT_1_S, Wait1000.class, Open1000.class);

  static CaseProcess<Walk> of(Work work) {
    return switch (work) {
      case NOTHING -> NOTHING;
      case WAIT_20_MS -> WAIT_20_MS;
      case WAIT_1_S -> WAIT_1_S;
    };
  }

  static List<CaseProcess<?>> processes() {
    return List.of(NOTHING, WAIT_20_MS, WAIT_1_S);
  }

  static List<Step<?>> steps() {
    return List.of(new Nothing(), new Open20(), new Wait20(), new Open1000(), new Wait1000());
  }

  private static CaseProcess<Walk> process(
      Work work, Class<? extends Step<Walk>> step, Class<? extends Step<Walk>> open) {
    var builder = CaseProcess.process(work.tag(), 1, Walk.class);
    if (Waiting.class.isAssignableFrom(step)) {
      builder.step("open", open);
    }
    for (int i = 1; i <= Work.STEPS; i++) {
      builder.step("step-" + i, step);
    }
    return builder.build();
  }
}
