package io.onhook.sandbox.hlr;

import io.onhook.sandbox.book.Draft;
import io.onhook.sandbox.book.Index;
import io.onhook.sandbox.book.View;
import io.onhook.sandbox.json.Json;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The subscribers that the HLR begins with, and in the simulation those that it has. */
public final class Subscribers {
  /** Where they are kept in the book, by IMSI. */
  static final String SUBSCRIBERS = "subscriber";

  private Subscribers() {}

  /** Adds a subscriber; its row id is one more than the largest, as SQLite gives them. */
  public static ObjectNode add(Draft draft, String imsi, String msisdn, boolean enabled) {
    ObjectNode subscriber =
        create(draft, imsi).put("nam_cs", enabled ? 1 : 0).put("nam_ps", enabled ? 1 : 0);
    if (!msisdn.isEmpty()) {
      subscriber.put("msisdn", msisdn);
    }
    return draft.put(SUBSCRIBERS, imsi, subscriber);
  }

  static ObjectNode create(Draft draft, String imsi) {
    // Ids of the last rows are used again after a delete: nobody may key on them.
    long id =
        draft.last(new Index(SUBSCRIBERS, "id")).stream()
                .mapToLong(s -> s.path("id").asLong())
                .max()
                .orElse(0)
            + 1;
    return draft.put(
        SUBSCRIBERS,
        imsi,
        Json.object().put("id", id).put("imsi", imsi).put("nam_cs", 1).put("nam_ps", 1));
  }

  static Optional<ObjectNode> by(View view, String selector, String value) {
    return selector.equals("imsi")
        ? view.find(SUBSCRIBERS, value)
        : view.by(new Index(SUBSCRIBERS, selector), value).stream().findFirst();
  }
}
