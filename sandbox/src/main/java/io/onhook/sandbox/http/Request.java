package io.onhook.sandbox.http;

import io.onhook.sandbox.fault.About;
import java.util.ArrayList;
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
 * @param about whom it is about, by all that is known
 */
public record Request(
    String method,
    String uri,
    Map<String, String> path,
    Map<String, List<String>> query,
    @Nullable String key,
    JsonNode body,
    About about) {

  /** A name of the route; it is always there. */
  public String path(String name) {
    return path.getOrDefault(name, "");
  }

  /** The first value of a parameter. */
  public Optional<String> query(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** Whom a request is about: what its path, its filters, its key and its body's account say. */
  static About about(
      Map<String, String> path,
      Map<String, List<String>> query,
      @Nullable String key,
      JsonNode body) {
    var names = new ArrayList<>(path.values());
    query.values().forEach(names::addAll);
    if (key != null) {
      names.add(key);
    }
    names.add(body.path("billingAccount").path("id").asString(""));
    names.add(body.path("account").path("id").asString(""));
    return About.of(names);
  }
}
