package io.onhook.sandbox.tmf;

import io.onhook.sandbox.book.Draft;
import io.onhook.sandbox.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A product's named properties (TMF637 {@code Characteristic}). */
public final class Characteristics {
  private Characteristics() {}

  /** Makes one of these characteristics. */
  public static ObjectNode of(String name, Object value) {
    String type =
        switch (value) {
          case Boolean unused -> "boolean";
          case Number unused -> "number";
          default -> "string";
        };
    return Json.object().put("name", name).put("valueType", type).set("value", Json.tree(value));
  }

  /** The value of a characteristic; missing if the product hasn't it. */
  public static JsonNode get(JsonNode product, String name) {
    for (JsonNode characteristic : product.path("productCharacteristic")) {
      if (characteristic.path("name").asString("").equals(name)) {
        return characteristic.path("value");
      }
    }
    return product.path("no such characteristic");
  }

  /** Stores the product with this characteristic set. */
  public static ObjectNode set(Draft draft, ObjectNode product, String name, Object value) {
    ArrayNode kept = Json.array();
    for (JsonNode characteristic : product.path("productCharacteristic")) {
      if (!characteristic.path("name").asString("").equals(name)) {
        kept.add(characteristic);
      }
    }
    kept.add(of(name, value));
    ObjectNode changed = product.deepCopy();
    changed.set("productCharacteristic", kept);
    return draft.put(ProductInventory.PRODUCTS, product.path("id").asString(""), changed);
  }
}
