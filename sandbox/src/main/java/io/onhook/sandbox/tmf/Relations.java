package io.onhook.sandbox.tmf;

import io.onhook.sandbox.book.Draft;
import io.onhook.sandbox.json.Json;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Parts products that hang on one another: a patch names the relations that stay. */
final class Relations {
  private static final String RELATIONS = "productRelationship";

  private Relations() {}

  /** Whether the product has all of these relations. */
  static boolean known(JsonNode product, JsonNode wanted) {
    return ids(product.path(RELATIONS)).containsAll(ids(wanted));
  }

  /** The product with these relations only; the other side of each that goes is parted too. */
  static ObjectNode part(Draft draft, ObjectNode product, JsonNode wanted) {
    Set<String> stay = ids(wanted);
    String own = product.path("id").asString("");
    ArrayNode left = Json.array();
    for (JsonNode relation : product.path(RELATIONS)) {
      String other = relation.at("/product/id").asString("");
      if (stay.contains(other)) {
        left.add(relation);
      } else {
        draft.find(ProductInventory.PRODUCTS, other).ifPresent(it -> forget(draft, it, own));
      }
    }
    ObjectNode parted = product.deepCopy();
    parted.set(RELATIONS, left);
    return parted;
  }

  private static void forget(Draft draft, ObjectNode product, String other) {
    ArrayNode left = Json.array();
    for (JsonNode relation : product.path(RELATIONS)) {
      if (!relation.at("/product/id").asString("").equals(other)) {
        left.add(relation);
      }
    }
    ObjectNode parted = product.deepCopy();
    parted.set(RELATIONS, left);
    draft.put(ProductInventory.PRODUCTS, product.path("id").asString(""), parted);
  }

  private static Set<String> ids(JsonNode relations) {
    var ids = new HashSet<String>();
    relations.forEach(it -> ids.add(it.at("/product/id").asString("")));
    return ids;
  }
}
