package io.onhook.sandbox.book;

import io.onhook.sandbox.journal.Entry;
import io.onhook.sandbox.journal.Journal;
import io.onhook.sandbox.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The operator's whole state. It is what the journal says and nothing else: each change is one
 * entry with the documents as they became. Nothing that the disk does not have yet is ever told to
 * anybody, reads included.
 */
public final class Book implements AutoCloseable {
  private static final String CLOCK = "clock";
  private static final String OFFSET = "offset";

  private final ReentrantLock lock = new ReentrantLock();
  private final Documents documents = new Documents();
  private final Map<String, JsonNode> answers = new HashMap<>();
  private final Clock clock;
  private final Consumer<Draft> seed;
  private final Journal journal;

  private Book(Path path, Clock clock, Consumer<Draft> seed) throws IOException {
    this.clock = clock;
    this.seed = seed;
    this.journal = Journal.open(path, this::replay);
  }

  /**
   * Opens the book in this journal file; a new one is filled by the seed.
   *
   * @throws IOException if the file can't be used
   */
  public static Book open(Path path, Clock clock, Consumer<Draft> seed) throws IOException {
    Book book = new Book(path, clock, seed);
    if (book.journal.last() == 0) {
      book.change("sandbox.opened", null, Json.object(), book::fill);
    }
    return book;
  }

  /** Looks something up. */
  public <T> T read(Function<View, T> question) {
    T answer;
    long upTo;
    lock.lock();
    try {
      answer = question.apply(new Draft(documents, now()));
      upTo = journal.last();
    } finally {
      lock.unlock();
    }
    journal.awaitDurable(upTo);
    return answer;
  }

  /** Makes a change and returns when the disk has it. */
  public JsonNode change(
      String operation, @Nullable String key, JsonNode arguments, Function<Draft, JsonNode> work) {
    return write(operation, key, arguments, work, false);
  }

  /**
   * Makes a change once for each key: a key that has changed something before gives the first
   * answer again, which is journalled as replayed. A refusal changes nothing and is not remembered.
   */
  public JsonNode once(
      String operation, String key, JsonNode arguments, Function<Draft, JsonNode> work) {
    return write(operation, key, arguments, work, true);
  }

  /** Back to the first day: all documents and remembered keys are forgotten, the journal stays. */
  public void reset() {
    change(
        "sandbox.reset",
        null,
        Json.object(),
        draft -> {
          draft.clear(clock.instant());
          return fill(draft);
        });
  }

  /** Sets the sandbox clock, which goes on ticking from there. */
  public Instant setClock(Function<Instant, Instant> change) {
    change(
        "sandbox.clock",
        null,
        Json.object(),
        draft -> {
          Instant wanted = change.apply(draft.now());
          long offset = Duration.between(clock.instant(), wanted).toMillis();
          draft.put(CLOCK, OFFSET, Json.object().put("millis", offset));
          return Json.object().put("now", wanted.toString());
        });
    return read(View::now);
  }

  /** Durable journal entries after this sequence number. */
  public List<Entry> since(long seq, int limit) {
    return journal.since(seq, limit);
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }

  private JsonNode write(
      String operation,
      @Nullable String key,
      JsonNode arguments,
      Function<Draft, JsonNode> work,
      boolean replayable) {
    Entry entry;
    lock.lock();
    try {
      Instant now = now();
      JsonNode first = key == null || !replayable ? null : answers.get(memory(operation, key));
      if (first != null) {
        entry =
            journal.append(
                n -> new Entry(n, now, operation, key, arguments, first, true, List.of()));
      } else {
        Draft draft = new Draft(documents, now);
        JsonNode done = draft.during(work);
        entry =
            journal.append(
                n -> new Entry(n, now, operation, key, arguments, done, false, draft.changes()));
        remember(entry);
      }
    } finally {
      lock.unlock();
    }
    journal.awaitDurable(entry.seq());
    return entry.result();
  }

  private void replay(Entry entry) {
    entry.changes().forEach(documents::apply);
    remember(entry);
  }

  private void remember(Entry entry) {
    if (entry.changes().stream().anyMatch(c -> c.collection().equals(Documents.EVERYTHING))) {
      answers.clear();
    }
    String key = entry.key();
    if (key != null && !entry.replayed() && !entry.changes().isEmpty()) {
      answers.put(memory(entry.operation(), key), entry.result());
    }
  }

  private JsonNode fill(Draft draft) {
    seed.accept(draft);
    return Json.object().put("epoch", draft.now().toString());
  }

  private Instant now() {
    long offset = documents.find(CLOCK, OFFSET).map(doc -> doc.path("millis").asLong()).orElse(0L);
    return clock.instant().plusMillis(offset).truncatedTo(ChronoUnit.MILLIS);
  }

  private static String memory(String operation, String key) {
    return operation + " " + key;
  }
}
