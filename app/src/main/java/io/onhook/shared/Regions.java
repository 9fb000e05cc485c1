package io.onhook.shared;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The administrative divisions that ever stood in a resident ID (GB/T 2260), from {@code
 * regions.txt} beside this class.
 */
final class Regions {
  /** The list ends here; of IDs first given later only the prefecture is checked. */
  static final int LIST_ENDS = 2018;

  private static final Map<String, Set<String>> COUNTIES = read();

  private Regions() {}

  /**
   * Whether there was such a division.
   *
   * @param code six digits
   * @param bornIn year of birth of the person whose ID it is; the ID is not older
   */
  static boolean known(String code, int bornIn) {
    Set<String> counties = COUNTIES.get(code.substring(0, 4));
    return counties != null && (bornIn >= LIST_ENDS || counties.contains(code.substring(4)));
  }

  private static Map<String, Set<String>> read() {
    var counties = new HashMap<String, Set<String>>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Regions.class.getResourceAsStream("regions.txt")),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" "))
          .forEach(
              words -> {
                var last = new HashSet<String>();
                for (int i = 1; i < words.length; i++) {
                  last.add(words[i]);
                }
                counties.put(words[0], Set.copyOf(last));
              });
    } catch (IOException e) {
      throw new UncheckedIOException("regions.txt is in the same jar", e);
    }
    return Map.copyOf(counties);
  }
}
