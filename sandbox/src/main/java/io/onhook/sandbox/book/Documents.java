package io.onhook.sandbox.book;

import io.onhook.sandbox.journal.Change;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Documents by collection and id, in the order in which they came. Not thread-safe. */
final class Documents {
  /** As a change's collection: all of them. */
  static final String EVERYTHING = "*";

  private final Map<String, Map<String, ObjectNode>> byCollection = new LinkedHashMap<>();

  Optional<ObjectNode> find(String collection, String id) {
    return Optional.ofNullable(byCollection.getOrDefault(collection, Map.of()).get(id));
  }

  Collection<ObjectNode> all(String collection) {
    return byCollection.getOrDefault(collection, Map.of()).values();
  }

  List<String> collections() {
    return List.copyOf(byCollection.keySet());
  }

  List<String> ids(String collection) {
    return List.copyOf(byCollection.getOrDefault(collection, Map.of()).keySet());
  }

  void apply(Change change) {
    ObjectNode document = change.document();
    if (change.collection().equals(EVERYTHING)) {
      byCollection.clear();
    } else if (document == null) {
      byCollection.getOrDefault(change.collection(), new LinkedHashMap<>()).remove(change.id());
    } else {
      byCollection
          .computeIfAbsent(change.collection(), name -> new LinkedHashMap<>())
          .put(change.id(), document);
    }
  }
}
