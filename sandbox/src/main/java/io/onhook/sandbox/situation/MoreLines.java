package io.onhook.sandbox.situation;

import io.onhook.sandbox.book.Book;
import io.onhook.sandbox.book.Draft;
import io.onhook.sandbox.hlr.Subscribers;
import io.onhook.sandbox.json.Json;
import io.onhook.sandbox.situation.Catalogue.Holder;
import io.onhook.sandbox.situation.Catalogue.Situation;
import io.onhook.sandbox.tmf.ProductInventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes lines on demand, as many as a trial needs: each like a line of the catalogue, with a number
 * and a holder of its own. All identifiers are specimens, as those of the catalogue are.
 */
public final class MoreLines {
  /** Below are the catalogue's own lines and the subscribers that nobody's case touches. */
  private static final int LEAST = 600_000;

  private static final int GREATEST = 2_999_999;
  private static final int MOST_AT_ONCE = 5_000;

  private final Book book;
  private final Map<String, Situation> situations;
  private final Catalogue catalogue;
  private final Consumer<List<ObjectNode>> network;

  /**
   * Makes lines in this book.
   *
   * @param network hears of the new subscribers
   */
  public MoreLines(Book book, Catalogue catalogue, Consumer<List<ObjectNode>> network) {
    this.book = book;
    this.catalogue = catalogue;
    this.network = network;
    this.situations =
        Seed.lines(catalogue).stream()
            .collect(java.util.stream.Collectors.toMap(Situation::situation, line -> line));
  }

  /**
   * Makes them; a number that is taken already is passed over, so that it may be repeated.
   *
   * @param first number of the first; the others follow it
   * @return what a test must know of each: {@code id}, {@code account}, {@code msisdn}, {@code
   *     imsi}, {@code holder}, {@code party}, {@code document}, {@code email}
   * @throws IllegalArgumentException naming what is wrong
   */
  public JsonNode make(String situation, int first, int count) {
    Situation line = situations.get(situation);
    if (line == null || !standsAlone(line)) {
      throw new IllegalArgumentException("No line that stands alone is in situation " + situation);
    }
    if (first < LEAST || count < 1 || count > MOST_AT_ONCE || first + count - 1 > GREATEST) {
      throw new IllegalArgumentException(
          "first is from %d to %d, count at most %d".formatted(LEAST, GREATEST, MOST_AT_ONCE));
    }
    List<ObjectNode> subscribers = new ArrayList<>();
    JsonNode made =
        book.change(
            "sandbox.lines",
            null,
            Json.object().put("situation", situation).put("first", first).put("count", count),
            draft -> {
              ArrayNode all = Json.array();
              for (int number = first; number < first + count; number++) {
                if (draft.find(ProductInventory.PRODUCTS, LineSeed.id(number)).isEmpty()) {
                  subscribers.add(add(draft, line, number));
                }
                all.add(described(number));
              }
              return all;
            });
    network.accept(subscribers);
    return made;
  }

  private ObjectNode add(Draft draft, Situation line, int number) {
    String party = PartySeed.put(draft, number, holder(number));
    new LineSeed(draft, catalogue, line, number, party, Map.of(), Map.of()).put();
    boolean enabled = !line.statusOrActive().equals("suspended");
    return Subscribers.add(draft, Specimen.imsi(number), Specimen.msisdn(number), enabled);
  }

  /** Others would need lines of their own beside it. */
  private static boolean standsAlone(Situation line) {
    return line.guardian() == null
        && line.user() == null
        && line.secondaries() == null
        && !line.situation().startsWith("secondary")
        && !line.statusOrActive().equals("terminated");
  }

  private Holder holder(int number) {
    return new Holder(
        catalogue.plain().name(number),
        null,
        Specimen.residentId(number),
        "line.%d@example.com".formatted(number),
        null,
        false,
        null);
  }

  private ObjectNode described(int number) {
    Holder holder = holder(number);
    return Json.object()
        .put("id", LineSeed.id(number))
        .put("account", "A-%04d".formatted(number))
        .put("msisdn", Specimen.msisdn(number))
        .put("imsi", Specimen.imsi(number))
        .put("holder", holder.name())
        .put("party", "P-%04d".formatted(number))
        .put("document", holder.document())
        .put("email", String.valueOf(holder.email()));
  }
}
