package io.onhook.sandbox.book;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A way to find documents without looking at all of them. It is built when it is first used, and
 * kept from then on.
 *
 * @param collection which kind of document
 * @param attribute its path in the document, parted by points; through arrays it goes by itself:
 *     {@code relatedParty.id}
 */
public record Index(String collection, String attribute) {

  /** The values of an attribute, each as it stands in the document. */
  public static Stream<JsonNode> values(JsonNode node, String attribute) {
    if (node.isArray()) {
      return node.valueStream().flatMap(element -> values(element, attribute));
    }
    if (attribute.isEmpty()) {
      return node.isMissingNode() ? Stream.empty() : Stream.of(node);
    }
    int dot = attribute.indexOf('.');
    String head = dot < 0 ? attribute : attribute.substring(0, dot);
    String rest = dot < 0 ? "" : attribute.substring(dot + 1);
    return values(node.path(head), rest);
  }

  List<String> keys(JsonNode document) {
    return values(document, attribute).map(value -> value.asString("")).distinct().toList();
  }
}
