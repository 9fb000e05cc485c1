package io.onhook.sandbox.fault;

import io.onhook.sandbox.book.Book;
import io.onhook.sandbox.book.Draft;
import io.onhook.sandbox.book.Index;
import io.onhook.sandbox.book.View;
import io.onhook.sandbox.json.Json;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the sandbox was told to do wrong. Orders are kept in the book, so they survive a restart,
 * and each use is an entry of the journal.
 *
 * <p>An order is for everybody, or for one line, account, number, address or effect key: then
 * others who ask at the same time notice nothing.
 *
 * <p>Apart from these orders an operation can be <em>opaque</em>: one that does something knows no
 * idempotency key, so that doing it twice does it twice, and can't be asked what became of a key;
 * one that asks can't be asked at all.
 */
public final class Misbehaviour {
  private static final String ORDERS = "misbehaviour";
  private static final String OPAQUE = "opaque";
  private static final String EVERYBODY = "";
  private static final Index BY_NAME = new Index(ORDERS, "about");

  private final Book book;

  public Misbehaviour(Book book) {
    this.book = book;
  }

  /**
   * Orders a misbehaviour; it comes after those that were ordered before for this operation.
   *
   * @param about only what concerns this line, account, number, address or effect key; empty for
   *     everybody
   * @param times how often, at least once
   * @param after how long the slow and late modes wait, in real time
   */
  public void order(String operation, String about, Mode mode, int times, Duration after) {
    ObjectNode order =
        Json.object()
            .put("operation", operation)
            .put("about", about)
            .put("mode", mode.text())
            .put("times", times)
            .put("after", after.toString());
    book.change(
        "sandbox.misbehave",
        null,
        order,
        draft -> {
          String id = "%06d".formatted(draft.next(ORDERS));
          draft.put(ORDERS, id, order.deepCopy().put("id", id));
          return Json.object();
        });
  }

  /** Makes an operation opaque, or not: for one name, or for everybody if that is empty. */
  public void opaque(String operation, String about, boolean opaque) {
    book.change(
        "sandbox.opaque",
        null,
        Json.object().put("operation", operation).put("about", about).put("opaque", opaque),
        draft -> {
          if (opaque) {
            draft.put(OPAQUE, opaqueId(operation, about), Json.object());
          } else {
            draft.remove(OPAQUE, opaqueId(operation, about));
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
  public boolean isOpaque(String operation, About about) {
    return book.read(
        view ->
            !view.isEmpty(OPAQUE)
                && Stream.concat(Stream.of(EVERYBODY), about.names().stream())
                    .anyMatch(name -> view.find(OPAQUE, opaqueId(operation, name)).isPresent()));
  }

  private static String opaqueId(String operation, String about) {
    return operation + " " + about;
  }

  /**
   * What to do wrong now, if anything; uses one of the ordered times up.
   *
   * @param key the caller's effect key, for the journal
   */
  public Optional<Fault> next(String operation, @Nullable String key, About about) {
    if (book.read(view -> firstOrder(view, operation, about)).isEmpty()) {
      return Optional.empty();
    }
    JsonNode used =
        book.change(
            "sandbox.misbehaved",
            key,
            Json.object().put("operation", operation),
            draft -> use(draft, operation, about));
    return Mode.of(used.path("mode").asString(""))
        .map(mode -> new Fault(mode, Duration.parse(used.path("after").asString("PT0S"))));
  }

  private static JsonNode use(Draft draft, String operation, About about) {
    Optional<ObjectNode> found = firstOrder(draft, operation, about);
    if (found.isEmpty()) {
      return Json.object();
    }
    ObjectNode order = found.get();
    String id = order.path("id").asString("");
    int left = order.path("times").asInt() - 1;
    if (left > 0) {
      draft.put(ORDERS, id, order.deepCopy().put("times", left));
    } else {
      draft.remove(ORDERS, id);
    }
    return order;
  }

  private static Optional<ObjectNode> firstOrder(View view, String operation, About about) {
    if (view.isEmpty(ORDERS)) {
      return Optional.empty();
    }
    return Stream.concat(Stream.of(EVERYBODY), about.names().stream())
        .flatMap(name -> view.by(BY_NAME, name).stream())
        .filter(
            order -> {
              String ordered = order.path("operation").asString("");
              return ordered.equals(operation) || ordered.equals("*");
            })
        .min(Comparator.comparing(order -> order.path("id").asString("")));
  }
}
