package io.onhook.sandbox.http;

import io.onhook.sandbox.json.Json;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The opposite of a true answer. */
final class Contradiction {
  private static final Map<String, String> OPPOSITES =
      Map.of(
          "active", "terminated",
          "pendingTerminate", "active",
          "suspended", "active",
          "terminated", "active",
          "done", "declined",
          "settled", "new",
          "new", "settled",
          "validated", "deceased",
          "onHold", "new");

  private Contradiction() {}

  /** The same answer with each status and state turned round. */
  static Reply of(Reply truth) {
    JsonNode body = Json.read(truth.bytes());
    if (body.isArray()) {
      body.forEach(Contradiction::turn);
    } else {
      turn(body);
    }
    return new Reply(truth.status(), truth.headers(), truth.type(), Json.bytes(body));
  }

  private static void turn(JsonNode resource) {
    if (resource instanceof ObjectNode object) {
      for (String attribute : new String[] {"status", "state"}) {
        String value = object.path(attribute).asString("");
        if (!value.isEmpty()) {
          object.put(attribute, OPPOSITES.getOrDefault(value, "done"));
        }
      }
    }
  }
}
