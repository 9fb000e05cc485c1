package io.onhook.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** A partner at the other side of remote steps, which remembers every effect it was asked for. */
final class Partner {
  final List<String> effects = new CopyOnWriteArrayList<>();
  final List<String> questions = new CopyOnWriteArrayList<>();
  private final Set<String> forgotten = ConcurrentHashMap.newKeySet();
  private final ConcurrentHashMap<String, Behaviour> behaviours = new ConcurrentHashMap<>();
  volatile Consumer<String> onCall = key -> {};

  /** How the partner treats the next call of a step. */
  enum Behaviour {
    DOES,
    DOES_AND_STAYS_SILENT,
    /** Does it, stays silent, and says afterwards that it was never done. */
    DOES_AND_FORGETS,
    STAYS_SILENT,
    REJECTS
  }

  void behaves(String step, Behaviour behaviour) {
    behaviours.put(step, behaviour);
  }

  Behaviour call(String step, String key) {
    onCall.accept(step);
    Behaviour behaviour = behaviours.getOrDefault(step, Behaviour.DOES);
    behaviours.remove(step);
    switch (behaviour) {
      case DOES, DOES_AND_STAYS_SILENT -> effects.add(key);
      case DOES_AND_FORGETS -> {
        effects.add(key);
        forgotten.add(key);
      }
      case STAYS_SILENT, REJECTS -> {}
    }
    return behaviour;
  }

  boolean did(String key) {
    questions.add(key);
    return effects.contains(key) && !forgotten.contains(key);
  }

  /** The steps of all effects, without installation and case. */
  List<String> steps() {
    var steps = new ArrayList<String>();
    for (String key : effects) {
      steps.add(key.split("-", 3)[2]);
    }
    return steps;
  }

  /** Holds calls of a step until the latch is open. */
  void holds(String step, CountDownLatch reached, CountDownLatch open) {
    onCall =
        called -> {
          if (called.equals(step)) {
            reached.countDown();
            try {
              open.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        };
  }
}
