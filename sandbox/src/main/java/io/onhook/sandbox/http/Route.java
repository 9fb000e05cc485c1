package io.onhook.sandbox.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One method of one path.
 *
 * @param method the HTTP method
 * @param pattern as in {@code /product/{id}}
 * @param operation its name for misbehaviour; null where it never misbehaves
 * @param handler answers it
 */
record Route(String method, String pattern, @Nullable String operation, Handler handler) {

  /** The values of the names in the pattern, if the path fits. */
  Optional<Map<String, String>> match(String path) {
    String[] wanted = pattern.split("/", -1);
    String[] given = path.split("/", -1);
    if (wanted.length != given.length) {
      return Optional.empty();
    }
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].startsWith("{")) {
        names.put(wanted[i].substring(1, wanted[i].length() - 1), given[i]);
      } else if (!wanted[i].equals(given[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(names);
  }
}
