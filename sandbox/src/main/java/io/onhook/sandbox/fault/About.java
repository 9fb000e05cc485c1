package io.onhook.sandbox.fault;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whom a request is about, by every name that it gives: a line, its account, a bill of that, its
 * number, its SIM, its holder's address, the caller's effect key. Each of the sandbox's own names
 * tells the line as well, so that an order for a line meets all that is asked about it.
 */
public record About(Set<String> names) {
  /** Nobody in particular: only orders for everybody meet it. */
  public static final About NOBODY = new About(Set.of());

  private static final Pattern LINE = Pattern.compile("L-\\d+");

  private static final Pattern OWN_NAME =
      Pattern.compile(
          "(?:[LA]-|B-|line\\.)(\\d{4,7})(?:-\\d+)?(?:@example\\.com)?"
              + "|\\+?861990(\\d{7})|46099(\\d{10})"
              // Holders of lines that were made on demand have their line's number.
              + "|P-(\\d{6,7})");

  /** Names as they stand in a request. */
  public static About of(Collection<String> given) {
    var names = new LinkedHashSet<String>();
    for (String name : given) {
      if (!name.isEmpty()) {
        names.add(name);
        line(name).ifPresent(names::add);
      }
    }
    return new About(names);
  }

  /** Names as they stand in a request. */
  public static About of(String... given) {
    return of(Stream.of(given).toList());
  }

  /** The line, if it is known; the first of several. */
  public Optional<String> line() {
    return names.stream().filter(LINE.asMatchPredicate()).findFirst();
  }

  /** About these too. */
  public About and(Collection<String> others) {
    if (names.containsAll(others)) {
      return this;
    }
    var all = new LinkedHashSet<>(names);
    all.addAll(others);
    return new About(all);
  }

  private static Optional<String> line(String name) {
    Matcher own = OWN_NAME.matcher(name);
    if (!own.matches()) {
      return Optional.empty();
    }
    return Stream.of(own.group(1), own.group(2), own.group(3), own.group(4))
        .filter(digits -> digits != null)
        .findFirst()
        .map(digits -> "L-%04d".formatted(Long.parseLong(digits)));
  }
}
