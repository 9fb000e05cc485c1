package io.onhook.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes the local writes of a batch: all of one class with one call of its handler, classes and
 * keys in a fixed order, so that two commits never lock each other out.
 */
final class LocalWrites {
  private final Map<Class<?>, WriteHandler<?>> handlers = new HashMap<>();

  LocalWrites(List<? extends WriteHandler<?>> handlers) {
    for (WriteHandler<?> handler : handlers) {
      if (this.handlers.put(handler.type(), handler) != null) {
        throw new IllegalStateException("Two handlers write " + handler.type().getName());
      }
    }
  }

  private record Item(Transition transition, LocalWrite write) {}

  /** Gives the transitions of which a write's condition did not hold. */
  Set<Transition> make(Connection connection, List<Transition> transitions) throws SQLException {
    Map<String, List<Item>> byClass = new TreeMap<>();
    for (Transition transition : transitions) {
      for (LocalWrite write : transition.writes()) {
        if (!(write instanceof StartCase || write instanceof SignalCase)) {
          byClass
              .computeIfAbsent(write.getClass().getName(), name -> new ArrayList<>())
              .add(new Item(transition, write));
        }
      }
    }
    Set<Transition> failed = new HashSet<>();
    for (List<Item> items : byClass.values()) {
      items.sort(Comparator.comparing(item -> item.write().key()));
      WriteHandler<?> handler = handlers.get(items.getFirst().write().getClass());
      if (handler != null) {
        for (int position : write(handler, connection, items)) {
          failed.add(items.get(position).transition());
        }
      } else if (!optional(items.getFirst().write())) {
        throw new IllegalStateException(
            "Nobody writes " + items.getFirst().write().getClass().getName());
      }
    }
    return failed;
  }

  /** News for a work list, if there is one. */
  private static boolean optional(LocalWrite write) {
    return write instanceof PersonNeeded || write instanceof PersonDone;
  }

  private static <W extends LocalWrite> Set<Integer> write(
      WriteHandler<W> handler, Connection connection, List<Item> items) throws SQLException {
    return handler.write(
        connection, items.stream().map(Item::write).map(handler.type()::cast).toList());
  }
}
