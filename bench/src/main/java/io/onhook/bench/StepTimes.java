package io.onhook.bench;

import io.onhook.engine.CaseId;
import io.onhook.engine.Watch;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Watches the engine: how long each step's partner takes to answer, and how much is committed. */
final class StepTimes implements Watch {
  private final Map<CaseId, Long> calling = new ConcurrentHashMap<>();
  private final Map<String, Samples> answers = new ConcurrentHashMap<>();
  private final LongAdder changes = new LongAdder();
  private final Map<String, LongAdder> changesByProcess = new ConcurrentHashMap<>();
  private final AtomicLong decisions = new AtomicLong();

  @Override
  public void at(Moment moment) {
    switch (moment.point()) {
      case CALLING -> calling.put(moment.id(), System.nanoTime());
      case ANSWERED -> {
        Long begun = calling.remove(moment.id());
        if (begun != null) {
          answers
              .computeIfAbsent(moment.process() + " " + moment.step(), step -> new Samples())
              .add((System.nanoTime() - begun) / 1e6);
        }
      }
      case COMMITTED -> {
        changes.increment();
        changesByProcess.computeIfAbsent(moment.process(), process -> new LongAdder()).increment();
        if (moment.kind().equals("decision-needed")) {
          decisions.incrementAndGet();
        }
      }
      case COMMITTING -> {
        // Nothing to count yet.
      }
    }
  }

  /** Changes committed so far. */
  long changes() {
    return changes.sum();
  }

  /** Changes committed since the last time this was asked, by process. */
  Map<String, Long> changesByProcess() {
    var taken = new TreeMap<String, Long>();
    changesByProcess.forEach((process, count) -> taken.put(process, count.sumThenReset()));
    return taken;
  }

  /** Cases that came to wait for a decision, so far. */
  long decisions() {
    return decisions.get();
  }

  /** What partners' answers took since the last time this was asked, in ms, by process and step. */
  Map<String, Samples> answers() {
    var taken = new TreeMap<>(answers);
    answers.clear();
    return taken;
  }
}
