package io.onhook.sandbox.book;

import io.onhook.sandbox.journal.Change;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** Documents by collection and id, in the order in which they came. Not thread-safe. */
final class Documents {
  /** As a change's collection: all of them. */
  static final String EVERYTHING = "*";

  private final Map<String, Map<String, ObjectNode>> byCollection = new LinkedHashMap<>();
  private final Map<String, Map<Index, Found>> indexes = new HashMap<>();

  /** What an index knows: documents by key and id. Whole numbers are in their order. */
  private static final class Found extends TreeMap<String, Map<String, ObjectNode>> {
    private static final long serialVersionUID = 1L;

    Found() {
      super(
          java.util.Comparator.comparingInt(String::length)
              .thenComparing(java.util.Comparator.naturalOrder()));
    }

    void add(String key, String id, ObjectNode document) {
      computeIfAbsent(key, unused -> new LinkedHashMap<>()).put(id, document);
    }

    void remove(String key, String id) {
      Map<String, ObjectNode> documents = get(key);
      if (documents != null) {
        documents.remove(id);
        if (documents.isEmpty()) {
          remove(key);
        }
      }
    }
  }

  Optional<ObjectNode> find(String collection, String id) {
    return Optional.ofNullable(byCollection.getOrDefault(collection, Map.of()).get(id));
  }

  Collection<ObjectNode> all(String collection) {
    return byCollection.getOrDefault(collection, Map.of()).values();
  }

  List<ObjectNode> by(Index index, String key) {
    return List.copyOf(found(index).getOrDefault(key, Map.of()).values());
  }

  List<ObjectNode> first(Index index) {
    var least = found(index).firstEntry();
    return least == null ? List.of() : List.copyOf(least.getValue().values());
  }

  List<ObjectNode> last(Index index) {
    var greatest = found(index).lastEntry();
    return greatest == null ? List.of() : List.copyOf(greatest.getValue().values());
  }

  List<String> ids(String collection) {
    return List.copyOf(byCollection.getOrDefault(collection, Map.of()).keySet());
  }

  void apply(Change change) {
    ObjectNode document = change.document();
    if (change.collection().equals(EVERYTHING)) {
      byCollection.clear();
      indexes.clear();
      return;
    }
    Map<String, ObjectNode> collection =
        byCollection.computeIfAbsent(change.collection(), name -> new LinkedHashMap<>());
    ObjectNode before =
        document == null ? collection.remove(change.id()) : collection.put(change.id(), document);
    indexes
        .getOrDefault(change.collection(), Map.of())
        .forEach(
            (index, found) -> {
              List<String> now = document == null ? List.of() : index.keys(document);
              if (before != null) {
                index.keys(before).stream()
                    .filter(key -> !now.contains(key))
                    .forEach(key -> found.remove(key, change.id()));
              }
              if (document != null) {
                now.forEach(key -> found.add(key, change.id(), document));
              }
            });
  }

  private Found found(Index index) {
    return indexes
        .computeIfAbsent(index.collection(), name -> new HashMap<>())
        .computeIfAbsent(
            index,
            unused -> {
              var found = new Found();
              byCollection
                  .getOrDefault(index.collection(), Map.of())
                  .forEach(
                      (id, document) ->
                          index.keys(document).forEach(key -> found.add(key, id, document)));
              return found;
            });
  }
}
