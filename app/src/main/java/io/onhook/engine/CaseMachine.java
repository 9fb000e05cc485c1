package io.onhook.engine;

import io.onhook.engine.CaseProcess.Node;
import io.onhook.engine.CaseRow.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What comes next for a case, purely from what is stored: the rules of steps, waits, signals and
 * taking back. {@link Settling} turns a step's outcome into what is stored.
 */
final class CaseMachine {
  /** What a call may take longer than it should: threads wait for a processor. */
  private static final Duration LATE = Duration.ofSeconds(1);

  private final Processes processes;
  private final Settling settling;
  private final String installation;

  CaseMachine(Processes processes, Settling settling, String installation) {
    this.processes = processes;
    this.settling = settling;
    this.installation = installation;
  }

  /** The next move with this case. */
  Move next(LoadedCase it, Instant now) {
    CaseRow row = it.row();
    if (it.state() instanceof Unreadable unreadable) {
      return row.phase() == Phase.PARKED && it.pending().isEmpty()
          ? new Move.Rest()
          : new Move.Commit(settling.park(it, unreadable.why(), now));
    }
    if (row.step().equals(CaseRow.CLOSING)) {
      return closing(it, now);
    }
    CaseProcess<Object> process = processes.process(row.process());
    int position = process.position(row.step());
    boolean retracted = !row.undoing() && it.pending(Signal.RETRACTION).isPresent();
    return switch (process.nodes().get(position)) {
      case Node.PointOfNoReturn<Object> line ->
          throw new IllegalStateException("No case stands at " + line.name());
      case Node.WaitTime<Object>(String name, var until) -> {
        if (retracted) {
          yield new Move.Commit(settling.takeBack(it, position - 1, now));
        }
        Instant due = row.waitsUntil();
        yield row.phase() == Phase.WAIT && due != null && due.isAfter(now)
            ? new Move.Rest()
            : answered(it, now).orElseGet(() -> new Move.Commit(settling.goOn(it, position, now)));
      }
      case Node.WaitSignal<Object>(String name, var needed) -> {
        if (retracted) {
          yield new Move.Commit(settling.takeBack(it, position - 1, now));
        }
        yield row.phase() == Phase.WAIT && it.pending(name).isEmpty()
            ? new Move.Rest()
            : answered(it, now).orElseGet(() -> new Move.Commit(settling.goOn(it, position, now)));
      }
      case Node.Run<Object> run -> {
        Step<Object> step = processes.step(row);
        if (step == null) {
          throw new IllegalStateException("Nothing takes back " + run.name());
        }
        yield step instanceof RemoteStep<Object, ?> remote
            ? remote(it, cast(remote), retracted, now)
            : local(it, step, position, retracted, now);
      }
    };
  }

  private Move remote(
      LoadedCase it, RemoteStep<Object, Object> step, boolean retracted, Instant now) {
    CaseRow row = it.row();
    boolean parked = row.phase() == Phase.PARKED;
    if (retracted && (!it.mayHaveHappened() || (parked && !row.armed()))) {
      return new Move.Commit(settling.takeBack(it, settling.turnsAt(it), now));
    }
    if (parked) {
      return answered(it, now).orElseGet(Move.Rest::new);
    }
    if (!retracted && row.phase() == Phase.WAIT && notYet(row, now)) {
      return new Move.Rest();
    }
    if (!retracted && !row.armed()) {
      return new Move.Commit(settling.arm(it, now));
    }
    var intent = intent(row, step, now);
    if (!retracted && it.fresh()) {
      return new Move.Call(step, intent);
    }
    // A retraction has the outcome found out as soon as it can be: an effect that comes late must
    // not be taken for none, since nobody would undo it.
    boolean open = retracted || row.phase() == Phase.RUN;
    return new Move.Ask(step, intent, open ? step.timeout().plus(LATE) : Duration.ZERO);
  }

  private Move local(
      LoadedCase it, Step<Object> step, int position, boolean retracted, Instant now) {
    CaseRow row = it.row();
    if (retracted) {
      return new Move.Commit(settling.takeBack(it, position - 1, now));
    }
    if (row.phase() == Phase.PARKED) {
      return answered(it, now).orElseGet(Move.Rest::new);
    }
    if (row.phase() == Phase.WAIT && notYet(row, now) && !signalled(it)) {
      return new Move.Rest();
    }
    var context = new StepContext(new CaseId(row.id()), now, row.attempt(), it.signals());
    return switch (step) {
      case LocalStep<Object> local -> new Move.RunLocal(() -> local.run(it.state(), context));
      case ChildStep<Object> child ->
          new Move.RunLocal(() -> StepOutcome.done(it.state(), child.start(it.state(), context)));
      case Decision<Object> decision -> decision(it, decision, context);
      case RemoteStep<Object, ?> remote -> throw new IllegalStateException("Not local");
      case ClosingStep<Object> closing -> throw new IllegalStateException("Not a step of the list");
    };
  }

  private static Move decision(LoadedCase it, Decision<Object> decision, StepContext context) {
    // What a person said holds until it is used up, also where it was heard and is tried again.
    return it.pending(it.row().step())
        .<Move>map(
            decided ->
                new Move.RunLocal(() -> decision.decide(it.state(), decided.signal(), context)))
        .orElseGet(
            () ->
                it.row().phase() == Phase.DECISION
                    ? new Move.Rest()
                    : new Move.RunLocal(() -> decision.open(it.state(), context)));
  }

  private Move closing(LoadedCase it, Instant now) {
    if (it.row().phase() == Phase.PARKED) {
      return it.pending(PersonAnswer.RETRY.signal()).isPresent()
          ? new Move.Commit(settling.close(it, now))
          : new Move.Rest();
    }
    return new Move.Commit(settling.close(it, now));
  }

  /** What a person said of a parked case, as the move that it asks for. */
  private Optional<Move> answered(LoadedCase it, Instant now) {
    if (it.row().phase() != Phase.PARKED) {
      return Optional.empty();
    }
    for (PersonAnswer answer : PersonAnswer.ON_THE_SPOT) {
      Optional<StoredSignal> said = it.pending(answer.signal());
      if (said.isPresent()) {
        return Optional.of(new Move.Commit(settling.answered(it, answer, said.get(), now)));
      }
    }
    return Optional.empty();
  }

  private static boolean notYet(CaseRow row, Instant now) {
    Instant until = row.waitsUntil();
    return until == null || until.isAfter(now);
  }

  private static boolean signalled(LoadedCase it) {
    String kind = it.row().waitsFor();
    return kind != null && it.pending(kind).isPresent();
  }

  private Intent<Object> intent(CaseRow row, RemoteStep<Object, Object> step, Instant now) {
    String arguments = row.intent();
    if (arguments == null) {
      throw new IllegalStateException("An armed step has an intent");
    }
    return new Intent<>(
        effectKey(installation, row), processes.readArguments(step, arguments), row.attempt(), now);
  }

  /** The same for every attempt at this effect. */
  static String effectKey(String installation, CaseRow row) {
    return installation + "-" + row.id() + "-" + row.step() + (row.undoing() ? Intent.UNDO : "");
  }

  @SuppressWarnings("unchecked") // The arguments are read by the type that the step names.
  private static RemoteStep<Object, Object> cast(RemoteStep<Object, ?> step) {
    return (RemoteStep<Object, Object>) step;
  }
}
