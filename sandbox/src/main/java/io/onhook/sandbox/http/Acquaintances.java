package io.onhook.sandbox.http;

import io.onhook.sandbox.fault.About;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for which line an effect key came: who asks later by the key alone asks about that
 * line. Kept in a file of its own, a line for each key, so that it survives a restart as the books
 * do; it says nothing that happened, and so stands in no journal.
 */
final class Acquaintances {
  private final Map<String, String> lines = new ConcurrentHashMap<>();
  private final Path file;

  /**
   * Reads what was met before.
   *
   * @param file where it is kept; it need not exist yet
   */
  Acquaintances(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      for (String met : Files.readAllLines(file)) {
        int between = met.indexOf('\t');
        // A last line that a kill cut off is met again when its key comes again.
        if (between > 0 && between < met.length() - 1) {
          lines.put(met.substring(0, between), met.substring(between + 1));
        }
      }
    }
  }

  /**
   * Whom a request is about, with the lines of the keys that it names.
   *
   * @param key the key that it came under; null if none
   * @param said what it says itself
   */
  About meet(@Nullable String key, About said) {
    if (key != null && key.indexOf('\t') < 0) {
      said.line().filter(line -> !line.equals(lines.put(key, line))).ifPresent(it -> keep(key, it));
    }
    return said.and(said.names().stream().map(lines::get).filter(Objects::nonNull).toList());
  }

  private synchronized void keep(String key, String line) {
    try {
      Files.writeString(
          file, key + "\t" + line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
