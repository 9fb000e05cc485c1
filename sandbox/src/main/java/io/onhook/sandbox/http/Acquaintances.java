package io.onhook.sandbox.http;

import io.onhook.sandbox.fault.About;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for which line an effect key came: who asks later by the key alone asks about that
 * line. Kept in memory only: after a restart a key is a stranger's until it comes with its line
 * again.
 */
final class Acquaintances {
  private final Map<String, String> lines = new ConcurrentHashMap<>();

  /**
   * Whom a request is about, with the lines of the keys that it names.
   *
   * @param key the key that it came under; null if none
   * @param said what it says itself
   */
  About meet(@Nullable String key, About said) {
    if (key != null) {
      said.line().ifPresent(line -> lines.put(key, line));
    }
    return said.and(said.names().stream().map(lines::get).filter(Objects::nonNull).toList());
  }
}
