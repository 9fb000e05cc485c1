package io.onhook.engine;

import io.onhook.engine.CaseRow.Phase;
import io.onhook.engine.StepOutcome.Done;
import io.onhook.engine.StepOutcome.NeedsPerson;
import io.onhook.engine.StepOutcome.Refused;
import io.onhook.engine.StepOutcome.RetryAt;
import io.onhook.engine.StepOutcome.Unknown;
import io.onhook.engine.StepOutcome.WaitFor;
import io.onhook.engine.StepOutcome.WaitUntil;
import io.onhook.shared.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what happened to a case into the one change that is stored. */
final class Settling {
  private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

  private final Processes processes;
  private final String installation;

  Settling(Processes processes, String installation) {
    this.processes = processes;
    this.installation = installation;
  }

  /** A step has run. */
  Transition settle(LoadedCase it, StepOutcome<Object> outcome, Instant now) {
    CaseRow row = it.row();
    var draft = new TransitionDraft(processes, installation, it, now);
    return switch (outcome) {
      case Done<Object>(Object next, List<LocalWrite> writes) -> {
        List<StoredSignal> used = usedBy(it);
        draft.state(next).writes(writes).use(used).by(used);
        yield row.undoing()
            ? draft.kind("undone").backward(position(row) - 1).build()
            : it.pending(Signal.RETRACTION)
                .map(retraction -> retractedAfter(draft, row, retraction))
                .orElseGet(() -> draft.kind("done").forward(position(row) + 1).build());
      }
      case WaitUntil<Object>(Instant at, String why) ->
          draft.kind("waits").stay(Phase.WAIT, row.armed(), null, at, why).build();
      case WaitFor<Object>(String signal, Instant until) ->
          draft.kind("waits").stay(Phase.WAIT, row.armed(), signal, until, null).build();
      case RetryAt<Object>(Instant at, var fault) ->
          !row.undoing() && it.pending(Signal.RETRACTION).isPresent()
              ? takeBack(it, turnsAt(it), now)
              : draft
                  .kind("retries")
                  .attempt(row.attempt() + 1)
                  .stay(Phase.WAIT, false, null, at, Faults.text(fault))
                  .build();
      case Unknown<Object>(Instant askAt, var fault) ->
          draft
              .kind("unknown")
              .attempt(row.attempt() + 1)
              .stay(Phase.WAIT, true, null, askAt, Faults.text(fault))
              .build();
      case NeedsPerson<Object>(String why) -> {
        if (!(processes.step(row) instanceof Decision)) {
          yield draft.kind("parked").stay(Phase.PARKED, row.armed(), null, null, why).build();
        }
        // Asked anew: what was said before is used up, or it would answer the new question too.
        List<StoredSignal> said = it.pending(row.step()).map(List::of).orElse(List.of());
        yield draft
            .kind("decision-needed")
            .use(said)
            .by(said)
            .stay(Phase.DECISION, row.armed(), null, null, why)
            .build();
      }
      case Refused<Object>(String code) ->
          row.undoing() || process(row).irrevocable(position(row))
              ? park(it, "refused behind the point of no return: " + code, now)
              : draft
                  .kind("refused")
                  .use(usedBy(it))
                  .by(usedBy(it))
                  .why(code)
                  .ending(new Ending.Refused(code))
                  .backward(turnsAt(it))
                  .build();
    };
  }

  /** A bug or a poisoned write: the case stands aside until a person has looked. */
  Transition park(LoadedCase it, String why, Instant now) {
    return new TransitionDraft(processes, installation, it, now)
        .kind("parked")
        .stay(Phase.PARKED, it.row().armed(), null, null, why)
        .build();
  }

  /** A wait is over, or a parked landing is tried again. */
  Transition goOn(LoadedCase it, int position, Instant now) {
    return new TransitionDraft(processes, installation, it, now)
        .kind("waited")
        .forward(position)
        .build();
  }

  /** The next attempt is stored before it is made. */
  Transition arm(LoadedCase it, Instant now) {
    return new TransitionDraft(processes, installation, it, now).kind("retrying").arm().build();
  }

  /** The case turns round: this position is the first that is taken back. */
  Transition takeBack(LoadedCase it, int position, Instant now) {
    StoredSignal retraction = it.pending(Signal.RETRACTION).orElseThrow();
    return new TransitionDraft(processes, installation, it, now)
        .kind("taken-back")
        .use(List.of(retraction))
        .by(List.of(retraction))
        .ending(new Ending.Retracted())
        .backward(position)
        .build();
  }

  private Transition retractedAfter(TransitionDraft draft, CaseRow row, StoredSignal retraction) {
    return draft
        .kind("done")
        .use(List.of(retraction))
        .ending(new Ending.Retracted())
        .backward(position(row))
        .build();
  }

  /** A person has said what became of the parked step, or to run it again. */
  Transition answered(LoadedCase it, PersonAnswer answer, StoredSignal said, Instant now) {
    CaseRow row = it.row();
    var draft =
        new TransitionDraft(processes, installation, it, now)
            .kind(answer.signal())
            .use(List.of(said))
            .by(List.of(said));
    boolean remote = processes.step(row) instanceof RemoteStep;
    return switch (answer) {
      case RETRY ->
          row.intent() == null && (remote || processes.step(row) == null)
              ? draft.again(position(row)).build()
              : draft.stay(Phase.RUN, row.armed(), null, null, null).build();
      case DID_NOT_HAPPEN ->
          !row.undoing() && it.pending(Signal.RETRACTION).isPresent()
              ? draft
                  .use(List.of(it.pending(Signal.RETRACTION).orElseThrow()))
                  .ending(new Ending.Retracted())
                  .backward(position(row) - 1)
                  .build()
              : draft.arm().build();
      case HAPPENED -> {
        if (row.undoing()) {
          yield draft.backward(position(row) - 1).build();
        }
        Optional<StoredSignal> retraction = it.pending(Signal.RETRACTION);
        yield retraction.isPresent()
            ? retractedAfter(draft, row, retraction.get())
            : draft.forward(position(row) + 1).build();
      }
      case UNDO -> throw new IllegalStateException("A retraction, not an answer on the spot");
    };
  }

  /** The case has only to write that it ended. */
  Transition close(LoadedCase it, Instant now) {
    var draft = new TransitionDraft(processes, installation, it, now);
    it.pending(PersonAnswer.RETRY.signal()).ifPresent(said -> draft.use(List.of(said)));
    return draft.kind("closing").forward(process(it.row()).nodes().size()).build();
  }

  /** The first change of a new case. */
  Transition begin(CaseRow blank, Object state, Actor actor, Instant now) {
    var it = new LoadedCase(blank, state, List.of(), true);
    return new TransitionDraft(processes, installation, it, now)
        .kind("started")
        .by(actor)
        .forward(0)
        .build();
  }

  /** The signals that the step that stands here was waiting for. */
  private List<StoredSignal> usedBy(LoadedCase it) {
    var used = new ArrayList<StoredSignal>();
    @Nullable String waitsFor = it.row().waitsFor();
    for (StoredSignal stored : it.pending()) {
      String kind = stored.signal().kind();
      if (kind.equals(waitsFor) || kind.equals(it.row().step())) {
        used.add(stored);
      }
    }
    return used;
  }

  /** Where taking back begins: at the step that stands here, unless it surely never happened. */
  int turnsAt(LoadedCase it) {
    boolean own = processes.step(it.row()) instanceof RemoteStep && it.mayHaveHappened();
    return own ? position(it.row()) : position(it.row()) - 1;
  }

  private CaseProcess<Object> process(CaseRow row) {
    return processes.process(row.process());
  }

  private int position(CaseRow row) {
    return process(row).position(row.step());
  }

  static void logBug(CaseRow row, Throwable bug) {
    LOG.error("Case {} is parked at {}: a bug", row.id(), row.step(), bug);
  }
}
