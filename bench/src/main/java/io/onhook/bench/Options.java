package io.onhook.bench;

import io.onhook.stand.Said;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the benchmark's name.
 *
 * @param home the root of the source tree
 * @param json for machines
 * @param rounds how often each measurement is made
 * @param seconds how long one measurement lasts, about
 * @param cases how many, where that is fixed; 0 for the benchmark's own number
 * @param only some of the engines; all if empty
 */
record Options(Path home, boolean json, int rounds, double seconds, int cases, List<String> only) {
  static Options parse(List<String> words) {
    Path home = Path.of(System.getProperty("onhook.home", ".")).toAbsolutePath().normalize();
    var options = new Options(home, false, 5, 4, 0, List.of());
    var rest = new ArrayDeque<>(words);
    while (!rest.isEmpty()) {
      String word = rest.pop();
      options =
          switch (word) {
            case "--json" -> options.withJson();
            case "--rounds" -> options.withRounds((int) number(word, rest.poll()));
            case "--seconds" -> options.withSeconds(number(word, rest.poll()));
            case "--cases" -> options.withCases((int) number(word, rest.poll()));
            case "--only" -> options.withOnly(List.of(value(word, rest.poll()).split(",")));
            default -> throw new Said("A benchmark does not know " + word);
          };
    }
    return options;
  }

  /** How many cases, if nobody said otherwise. */
  int cases(int usual) {
    return cases > 0 ? cases : usual;
  }

  /** Only to see that all of it works: the figures mean nothing. */
  boolean brief() {
    return seconds < 1;
  }

  /** Whether this engine takes part. */
  boolean with(String engine) {
    return only.isEmpty() || only.contains(engine);
  }

  private Options withJson() {
    return new Options(home, true, rounds, seconds, cases, only);
  }

  private Options withRounds(int number) {
    return new Options(home, json, number, seconds, cases, only);
  }

  private Options withSeconds(double number) {
    return new Options(home, json, rounds, number, cases, only);
  }

  private Options withCases(int number) {
    return new Options(home, json, rounds, seconds, number, only);
  }

  private Options withOnly(List<String> engines) {
    return new Options(home, json, rounds, seconds, cases, engines);
  }

  private static double number(String word, @Nullable String value) {
    String text = value(word, value);
    if (!text.matches("\\d{1,9}(\\.\\d+)?")) {
      throw new Said(word + " needs a number behind it, not " + text);
    }
    return Double.parseDouble(text);
  }

  private static String value(String word, @Nullable String value) {
    if (value == null) {
      throw new Said(word + " needs a value behind it");
    }
    return value;
  }

  /** A fresh folder on the disk that holds the source tree; {@link #remove} takes it away. */
  Path folder() {
    try {
      Path target = Files.createDirectories(home.resolve("target"));
      return Files.createTempDirectory(target, "bench-");
    } catch (IOException e) {
      throw new Said("No place for the benchmark's data: " + e.getMessage(), e);
    }
  }

  static void remove(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException trouble)
                throws IOException {
              Files.delete(directory);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new Said("The benchmark's data stays in " + folder + ": " + e.getMessage(), e);
    }
  }
}
