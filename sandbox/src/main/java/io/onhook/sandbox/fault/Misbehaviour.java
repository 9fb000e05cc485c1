package io.onhook.sandbox.fault;

import io.onhook.sandbox.book.Book;
import io.onhook.sandbox.book.Draft;
import io.onhook.sandbox.book.View;
import io.onhook.sandbox.json.Json;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the sandbox was told to do wrong. Orders are kept in the book, so they survive a restart,
 * and each use is an entry of the journal.
 *
 * <p>Apart from these orders an operation can be <em>opaque</em>: one that does something knows no
 * idempotency key, so that doing it twice does it twice, and can't be asked what became of a key;
 * one that asks can't be asked at all.
 */
public final class Misbehaviour {
  private static final String ORDERS = "misbehaviour";
  private static final String OPAQUE = "opaque";

  private final Book book;

  public Misbehaviour(Book book) {
    this.book = book;
  }

  /**
   * Orders a misbehaviour; it comes after those that were ordered before for this operation.
   *
   * @param times how often, at least once
   * @param after how long the slow and late modes wait, in real time
   */
  public void order(String operation, Mode mode, int times, Duration after) {
    ObjectNode order =
        Json.object()
            .put("operation", operation)
            .put("mode", mode.text())
            .put("times", times)
            .put("after", after.toString());
    book.change(
        "sandbox.misbehave",
        null,
        order,
        draft -> {
          draft.put(ORDERS, "%06d".formatted(draft.next(ORDERS)), order);
          return Json.object();
        });
  }

  /** Makes an operation opaque, or not. */
  public void opaque(String operation, boolean opaque) {
    book.change(
        "sandbox.opaque",
        null,
        Json.object().put("operation", operation).put("opaque", opaque),
        draft -> {
          if (opaque) {
            draft.put(OPAQUE, operation, Json.object());
          } else {
            draft.remove(OPAQUE, operation);
          }
          return Json.object();
        });
  }

  /** From now on all is well. */
  public void heal() {
    book.change(
        "sandbox.heal",
        null,
        Json.object(),
        draft -> {
          for (String collection : new String[] {ORDERS, OPAQUE}) {
            draft.ids(collection).forEach(id -> draft.remove(collection, id));
          }
          return Json.object();
        });
  }

  /** Whether this operation knows no keys, or can't be asked. */
  public boolean isOpaque(String operation) {
    return book.read(view -> view.find(OPAQUE, operation).isPresent());
  }

  /**
   * What to do wrong now, if anything; uses one of the ordered times up.
   *
   * @param key the caller's effect key, for the journal
   */
  public Optional<Fault> next(String operation, @Nullable String key) {
    if (book.read(view -> firstOrder(view, operation)).isEmpty()) {
      return Optional.empty();
    }
    JsonNode used =
        book.change(
            "sandbox.misbehaved",
            key,
            Json.object().put("operation", operation),
            draft -> use(draft, operation));
    return Mode.of(used.path("mode").asString(""))
        .map(mode -> new Fault(mode, Duration.parse(used.path("after").asString("PT0S"))));
  }

  private static JsonNode use(Draft draft, String operation) {
    Optional<String> found = firstOrder(draft, operation);
    if (found.isEmpty()) {
      return Json.object();
    }
    ObjectNode order = draft.find(ORDERS, found.get()).orElseThrow();
    int left = order.path("times").asInt() - 1;
    if (left > 0) {
      draft.put(ORDERS, found.get(), order.deepCopy().put("times", left));
    } else {
      draft.remove(ORDERS, found.get());
    }
    return order;
  }

  private static Optional<String> firstOrder(View view, String operation) {
    return view.ids(ORDERS).stream()
        .filter(
            id -> {
              String ordered = view.find(ORDERS, id).orElseThrow().path("operation").asString("");
              return ordered.equals(operation) || ordered.equals("*");
            })
        .findFirst();
  }
}
