package io.onhook.engine;

import io.onhook.engine.CaseProcess.Node;
import io.onhook.engine.CaseRow.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a case comes to stand when it leaves a step: the next node that has something to do. Waits
 * that are over and steps that have nothing to do are passed over on the way, and the intent of a
 * remote step is prepared here, so that one commit stores both the result and the next intent.
 */
record Landing(
    String step,
    Phase phase,
    boolean armed,
    @Nullable String intent,
    @Nullable String waitsFor,
    @Nullable Instant waitsUntil,
    @Nullable String why,
    List<String> passed,
    List<StoredSignal> used) {
  private static final Logger LOG = LoggerFactory.getLogger(Landing.class);

  /** The first place at or behind this position; {@link CaseRow#CLOSING} if there is none. */
  static Landing forward(
      Processes processes,
      CaseProcess<Object> process,
      int position,
      Object state,
      List<StoredSignal> pending,
      Instant now) {
    var passed = new ArrayList<String>();
    var used = new ArrayList<StoredSignal>();
    for (int i = position; i < process.nodes().size(); i++) {
      Node<Object> node = process.nodes().get(i);
      try {
        switch (node) {
          case Node.PointOfNoReturn<Object> line -> {}
          case Node.WaitTime<Object>(String name, var until) -> {
            Instant due = until.apply(state);
            if (due.isAfter(now)) {
              return waiting(name, null, due, passed, used);
            }
            passed.add(name);
          }
          case Node.WaitSignal<Object>(String name, var needed) -> {
            if (needed.test(state)) {
              Optional<StoredSignal> come =
                  pending.stream()
                      .filter(stored -> stored.signal().kind().equals(name))
                      .findFirst();
              if (come.isEmpty()) {
                return waiting(name, name, null, passed, used);
              }
              used.add(come.get());
            }
            passed.add(name);
          }
          case Node.Run<Object>(String name, var type, var undo) -> {
            Optional<Landing> landing =
                running(processes, processes.step(type), name, state, passed, used);
            if (landing.isPresent()) {
              return landing.get();
            }
            passed.add(name);
          }
        }
      } catch (RuntimeException bug) {
        return parked(node.name(), bug, passed, used);
      }
    }
    return closing(passed, used);
  }

  /** The first step at or above this position that is taken back; closing if there is none. */
  static Landing backward(
      Processes processes, CaseProcess<Object> process, int position, Object state) {
    var passed = new ArrayList<String>();
    for (int i = position; i >= 0; i--) {
      if (process.nodes().get(i) instanceof Node.Run<Object>(String name, var type, var undo)
          && undo != null) {
        try {
          Optional<Landing> landing =
              running(processes, processes.step(undo), name, state, passed, List.of());
          if (landing.isPresent()) {
            return landing.get();
          }
          passed.add(name);
        } catch (RuntimeException bug) {
          return parked(name, bug, passed, List.of());
        }
      }
    }
    return closing(passed, List.of());
  }

  private static Optional<Landing> running(
      Processes processes,
      Step<Object> step,
      String name,
      Object state,
      List<String> passed,
      List<StoredSignal> used) {
    if (!(step instanceof RemoteStep<Object, ?> remote)) {
      return Optional.of(new Landing(name, Phase.RUN, false, null, null, null, null, passed, used));
    }
    return remote
        .prepare(state)
        .map(processes::write)
        .map(intent -> new Landing(name, Phase.RUN, true, intent, null, null, null, passed, used));
  }

  private static Landing waiting(
      String name,
      @Nullable String signal,
      @Nullable Instant until,
      List<String> passed,
      List<StoredSignal> used) {
    return new Landing(name, Phase.WAIT, false, null, signal, until, null, passed, used);
  }

  private static Landing closing(List<String> passed, List<StoredSignal> used) {
    return new Landing(CaseRow.CLOSING, Phase.RUN, false, null, null, null, null, passed, used);
  }

  /** What was done before must be stored all the same, so a bug here only parks the case. */
  private static Landing parked(
      String name, RuntimeException bug, List<String> passed, List<StoredSignal> used) {
    LOG.error("Step {} could not be prepared", name, bug);
    return new Landing(name, Phase.PARKED, false, null, null, null, Faults.bug(bug), passed, used);
  }
}
