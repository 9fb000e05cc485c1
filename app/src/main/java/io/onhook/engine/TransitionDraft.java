package io.onhook.engine;

import io.onhook.engine.CaseRow.Phase;
import io.onhook.journal.Entry;
import io.onhook.journal.Head;
import io.onhook.shared.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects one change of a case, and computes the row and the journal entry that it makes. */
final class TransitionDraft {
  private final Processes processes;
  private final String installation;
  private final LoadedCase it;
  private final Instant now;
  private final List<LocalWrite> writes = new ArrayList<>();
  private final List<StoredSignal> used = new ArrayList<>();
  private String kind = "";
  private Object state;
  private Actor actor = Actor.SYSTEM;
  private int attempt = 1;
  private @Nullable String reason;
  private @Nullable Ending ending;
  private boolean undoing;
  private @Nullable Landing landing;
  private boolean fresh;

  TransitionDraft(Processes processes, String installation, LoadedCase it, Instant now) {
    this.processes = processes;
    this.installation = installation;
    this.it = it;
    this.now = now;
    this.state = it.state();
    this.ending = it.row().ending();
    this.undoing = it.row().undoing();
  }

  TransitionDraft kind(String name) {
    kind = name;
    return this;
  }

  TransitionDraft state(Object next) {
    state = next;
    return this;
  }

  TransitionDraft writes(List<LocalWrite> more) {
    writes.addAll(more);
    return this;
  }

  TransitionDraft use(List<StoredSignal> signals) {
    used.addAll(signals);
    return this;
  }

  TransitionDraft by(Actor who) {
    actor = who;
    return this;
  }

  /** By whoever sent the first of these signals. */
  TransitionDraft by(List<StoredSignal> signals) {
    return signals.isEmpty() ? this : by(signals.getFirst().signal().actor());
  }

  TransitionDraft attempt(int number) {
    attempt = number;
    return this;
  }

  TransitionDraft why(String text) {
    reason = text;
    return this;
  }

  TransitionDraft ending(Ending how) {
    ending = how;
    return this;
  }

  /** On to the first place at or behind this position. */
  TransitionDraft forward(int position) {
    fresh = true;
    landing = Landing.forward(processes, process(), position, state, remaining(), now);
    used.addAll(landing.used());
    if (landing.step().equals(CaseRow.CLOSING) && ending == null) {
      ending = new Ending.Completed();
    }
    return this;
  }

  /** Back to the first step at or above this position that is taken back. */
  TransitionDraft backward(int position) {
    undoing = true;
    fresh = true;
    landing = Landing.backward(processes, process(), position, state);
    return this;
  }

  /** Tries the landing where the case stands again, in its own direction. */
  TransitionDraft again(int position) {
    return undoing ? backward(position) : forward(position);
  }

  /** Stays at the same step. */
  TransitionDraft stay(
      Phase phase,
      boolean armed,
      @Nullable String signal,
      @Nullable Instant until,
      @Nullable String why) {
    if (attempt == 1) {
      attempt = it.row().attempt();
    }
    landing =
        new Landing(
            it.row().step(),
            phase,
            armed,
            it.row().intent(),
            signal,
            until,
            why,
            List.of(),
            List.of());
    return this;
  }

  /** Stays, with a call allowed as soon as this is stored. */
  TransitionDraft arm() {
    stay(Phase.RUN, true, null, null, null);
    fresh = true;
    return this;
  }

  Transition build() {
    Landing to = landing;
    if (to == null) {
      throw new IllegalStateException("A change needs a place to land");
    }
    CaseRow row = it.row();
    boolean closing = to.step().equals(CaseRow.CLOSING) && to.phase() == Phase.RUN;
    if (closing) {
      to = close(to);
    }
    Ending ended = to.step().equals(CaseRow.CLOSING) && to.phase() == Phase.RUN ? ending : null;
    raiseWork(row, to);
    String why = reason != null ? reason : to.why();
    CaseRow after =
        new CaseRow(
            row.id(),
            row.process(),
            to.step(),
            to.phase(),
            undoing,
            to.armed(),
            attempt,
            to.intent(),
            to.waitsFor(),
            to.waitsUntil(),
            to.why(),
            ending,
            state == it.state() ? row.state() : processes.write(state),
            row.head());
    var detail =
        new EntryDetail(
            ended != null ? Endings.text(ended) : to.step(),
            after.armed() ? CaseMachine.effectKey(installation, after) : null,
            after.armed() && after.intent() != null ? processes.commitment(after.intent()) : null,
            to.passed(),
            used.stream().map(StoredSignal::sequence).toList(),
            to.waitsUntil() == null ? null : to.waitsUntil().toString(),
            why,
            attempt == 1 ? null : attempt);
    Entry entry = row.head().then(now, actor, kind, row.step(), processes.write(detail));
    return new Transition(
        row,
        after.withHead(Head.at(entry)),
        state,
        entry,
        List.copyOf(writes),
        used,
        remaining(),
        ended,
        fresh);
  }

  /** The closing writes; if making them is a bug, the case is parked before its end. */
  private Landing close(Landing to) {
    Class<? extends ClosingStep<Object>> type = process().closing();
    if (type == null || !(processes.step(type) instanceof ClosingStep<Object> step)) {
      return to;
    }
    Ending how = ending == null ? new Ending.Completed() : ending;
    var context = new StepContext(new CaseId(it.row().id()), now, attempt, it.signals());
    try {
      writes.addAll(step.close(state, how, context));
      return to;
    } catch (RuntimeException bug) {
      Settling.logBug(it.row(), bug);
      return new Landing(
          CaseRow.CLOSING,
          Phase.PARKED,
          false,
          null,
          null,
          null,
          Faults.bug(bug),
          to.passed(),
          to.used());
    }
  }

  /** Whoever shows work for people hears of it in the same transaction. */
  private void raiseWork(CaseRow row, Landing to) {
    boolean waited = row.phase() == Phase.DECISION || row.phase() == Phase.PARKED;
    boolean waits = to.phase() == Phase.DECISION || to.phase() == Phase.PARKED;
    if (waited) {
      writes.add(new PersonDone(new CaseId(row.id()), row.step(), now));
    }
    if (waits) {
      writes.add(
          new PersonNeeded(
              new CaseId(row.id()),
              process().name(),
              to.step(),
              to.why() == null ? "" : to.why(),
              to.phase() == Phase.DECISION,
              now,
              state instanceof WorkSubject subject ? subject.workLabel() : "",
              state instanceof WorkSubject subject ? subject.decideBy(to.step()) : null));
    }
  }

  private List<StoredSignal> remaining() {
    return it.pending().stream().filter(signal -> !used.contains(signal)).toList();
  }

  private CaseProcess<Object> process() {
    return processes.process(it.row().process());
  }
}
