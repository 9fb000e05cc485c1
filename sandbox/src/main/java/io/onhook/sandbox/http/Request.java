package io.onhook.sandbox.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What was asked.
 *
 * @param method the HTTP method
 * @param uri its path and query, as asked
 * @param path the values of the route's {@code {names}}
 * @param query parameters, each with all its values
 * @param key the {@code Idempotency-Key}; null if none was sent
 * @param body its JSON; an empty object if there was none
 */
public record Request(
    String method,
    String uri,
    Map<String, String> path,
    Map<String, List<String>> query,
    @Nullable String key,
    JsonNode body) {

  /** A name of the route; it is always there. */
  public String path(String name) {
    return path.getOrDefault(name, "");
  }

  /** The first value of a parameter. */
  public Optional<String> query(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }
}
