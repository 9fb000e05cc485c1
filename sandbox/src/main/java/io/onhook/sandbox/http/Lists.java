package io.onhook.sandbox.http;

import io.onhook.sandbox.book.Index;
import io.onhook.sandbox.book.View;
import io.onhook.sandbox.json.Json;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** TM Forum lists (TMF630): filters by attribute, {@code fields}, {@code offset}, {@code limit}. */
public final class Lists {
  private static final Set<String> NO_FILTERS = Set.of("fields", "offset", "limit");
  private static final Set<String> ALWAYS = Set.of("id", "href");
  private static final int LARGEST_PAGE = 1000;

  private Lists() {}

  /** The page of these resources that was asked for; 206 if it is not all of them. */
  public static Reply reply(Collection<? extends JsonNode> resources, Request request) {
    List<? extends JsonNode> found =
        resources.stream().filter(resource -> matches(resource, request.query())).toList();
    int offset;
    int limit;
    try {
      offset = request.query("offset").map(Integer::parseInt).orElse(0);
      limit = request.query("limit").map(Integer::parseInt).orElse(LARGEST_PAGE);
    } catch (NumberFormatException e) {
      return Reply.error(400, "badPage", "offset and limit are whole numbers", "Send offset=0.");
    }
    if (offset < 0 || limit < 0) {
      return Reply.error(400, "badPage", "offset and limit can't be negative", "Give 0 or more.");
    }
    ArrayNode page = Json.array();
    found.stream()
        .skip(offset)
        .limit(Math.min(limit, LARGEST_PAGE))
        .forEach(resource -> page.add(fields(resource, request)));
    return new Reply(
        page.size() < found.size() ? 206 : 200,
        Map.of(
            "X-Total-Count",
            Integer.toString(found.size()),
            "X-Result-Count",
            Integer.toString(page.size())),
        "application/json",
        Json.bytes(page));
  }

  /**
   * Those documents of a collection among which the request's are: found by the first of its
   * filters that asks for one value, so that a question about one account costs what one account
   * has.
   */
  public static Collection<ObjectNode> candidates(View view, String collection, Request request) {
    return request.query().entrySet().stream()
        .filter(filter -> !NO_FILTERS.contains(filter.getKey()))
        .filter(filter -> filter.getValue().size() == 1)
        .filter(filter -> !filter.getValue().getFirst().contains(","))
        .findFirst()
        .<Collection<ObjectNode>>map(
            filter -> view.by(new Index(collection, filter.getKey()), filter.getValue().getFirst()))
        .orElseGet(() -> view.all(collection));
  }

  /** The fields of a resource that were asked for; id and href always. */
  public static JsonNode fields(JsonNode resource, Request request) {
    if (request.query("fields").isEmpty()) {
      return resource;
    }
    Set<String> wanted = new HashSet<>(ALWAYS);
    wanted.addAll(Arrays.asList(request.query("fields").get().split(",")));
    ObjectNode kept = Json.object();
    resource
        .properties()
        .forEach(
            property -> {
              if (wanted.contains(property.getKey())) {
                kept.set(property.getKey(), property.getValue());
              }
            });
    return kept;
  }

  private static boolean matches(JsonNode resource, Map<String, List<String>> query) {
    return query.entrySet().stream()
        .filter(filter -> !NO_FILTERS.contains(filter.getKey()))
        .allMatch(filter -> has(resource, filter.getKey(), filter.getValue()));
  }

  /** Values are alternatives, whether repeated or parted by commas. */
  private static boolean has(JsonNode resource, String attribute, List<String> values) {
    Set<String> wanted = new HashSet<>();
    values.forEach(value -> wanted.addAll(Arrays.asList(value.split(","))));
    return Index.values(resource, attribute).anyMatch(value -> wanted.contains(value.asString("")));
  }
}
