package io.onhook.trials.node;

import io.onhook.engine.Watch;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Holds a case at a wanted place between two promises, tells of it, and lets it go only when told
 * so: the node is to be killed just there.
 */
final class Holding implements Watch {
  private final Set<String> wanted = ConcurrentHashMap.newKeySet();
  private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
  private volatile @Nullable Consumer<JsonNode> teller;

  void tell(Consumer<JsonNode> listener) {
    teller = listener;
  }

  /** From now on these cells and no others; if none, all that are held go on. */
  void want(Set<String> cells) {
    wanted.retainAll(cells);
    wanted.addAll(cells);
    if (cells.isEmpty()) {
      List.copyOf(held.keySet()).forEach(this::release);
    }
  }

  /** Lets a held one go on. */
  void release(String cell) {
    CountDownLatch latch = held.remove(cell);
    if (latch != null) {
      latch.countDown();
    }
  }

  /** {@code cancellation/1 bar-line CALLING}, with {@code undo} in between on the way back. */
  static String cell(Moment moment) {
    return moment.process()
        + " "
        + moment.step()
        + (moment.undoing() ? " undo " : " ")
        + moment.point();
  }

  @Override
  public void at(Moment moment) {
    if (wanted.isEmpty()) {
      return;
    }
    String cell = cell(moment);
    if (wanted.remove(cell)) {
      hold(cell, moment);
    } else if (moment.point() == Point.CALLING && wanted.remove(effect(cell))) {
      // To be killed once the partner has done it: first let it be arranged that it says nothing.
      hold(effect(cell), moment);
    }
  }

  private static String effect(String calling) {
    return calling.replace(Point.CALLING.name(), "EFFECT");
  }

  private void hold(String cell, Moment moment) {
    var latch = new CountDownLatch(1);
    held.put(cell, latch);
    Consumer<JsonNode> listener = teller;
    if (listener == null) {
      return;
    }
    listener.accept(
        Line.JSON.createObjectNode().put("cell", cell).put("case", moment.id().value()));
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
