package io.onhook.sandbox.book;

import io.onhook.sandbox.journal.Change;
import io.onhook.sandbox.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A change being made: sees the state with its own changes in it. */
public final class Draft implements View {
  private static final String COUNTERS = "counter";

  private final Documents documents;
  private final List<Change> undo = new ArrayList<>();
  private Instant now;
  private final List<Change> changes = new ArrayList<>();

  Draft(Documents documents, Instant now) {
    this.documents = documents;
    this.now = now;
  }

  @Override
  public Optional<ObjectNode> find(String collection, String id) {
    return documents.find(collection, id);
  }

  @Override
  public Collection<ObjectNode> all(String collection) {
    return List.copyOf(documents.all(collection));
  }

  @Override
  public boolean isEmpty(String collection) {
    return documents.all(collection).isEmpty();
  }

  @Override
  public List<ObjectNode> by(Index index, String key) {
    return documents.by(index, key);
  }

  @Override
  public List<ObjectNode> first(Index index) {
    return documents.first(index);
  }

  @Override
  public List<ObjectNode> last(Index index) {
    return documents.last(index);
  }

  @Override
  public List<String> ids(String collection) {
    return documents.ids(collection);
  }

  @Override
  public Instant now() {
    return now;
  }

  /** Stores this document under its id, in place of an earlier one. */
  public ObjectNode put(String collection, String id, ObjectNode document) {
    apply(new Change(collection, id, document));
    return document;
  }

  public void remove(String collection, String id) {
    apply(new Change(collection, id, null));
  }

  /** Forgets every document, counters and clock included; it is this instant then. */
  public void clear(Instant now) {
    apply(new Change(Documents.EVERYTHING, "", null));
    this.now = now;
  }

  /** 1, 2, 3 … for each name; never the same twice, whatever happens. */
  public long next(String name) {
    long next = find(COUNTERS, name).map(doc -> doc.path("last").asLong()).orElse(0L) + 1;
    put(COUNTERS, name, Json.object().put("last", next));
    return next;
  }

  List<Change> changes() {
    return List.copyOf(changes);
  }

  /** Runs the work; if it fails, nothing was changed. */
  JsonNode during(Function<Draft, JsonNode> work) {
    try {
      return work.apply(this);
    } catch (RuntimeException e) {
      undo.reversed().forEach(documents::apply);
      throw e;
    }
  }

  private void apply(Change change) {
    undo.add(
        new Change(
            change.collection(),
            change.id(),
            documents.find(change.collection(), change.id()).orElse(null)));
    changes.add(change);
    documents.apply(change);
  }
}
