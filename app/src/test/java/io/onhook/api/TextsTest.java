package io.onhook.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code that a program may be given has its words, in both languages. */
class TextsTest {
  private static final Path SOURCES = Path.of("src/main/java/io/onhook");
  private static final Pattern FIELD =
      Pattern.compile(
          "(?:new Malformed\\(|\\bwrong\\([^\"]*\"[\\w.]+\",|errors?\\([^\"]*\"[\\w.-]+\",|"
              + "language, \"[\\w.]+\",|form\\([A-Z]+, number,)\\s*\"([a-z-]+\\.[a-z-]+)\"");
  private static final Pattern WHOLE =
      Pattern.compile("(?:HttpStatus\\.\\w+,|conflict\\(|\\? )\\s*\"([a-z-]+\\.[a-z-]+)\"");

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void everyCodeHasItsWords(String tag) throws IOException {
    ResourceBundle texts =
        ResourceBundle.getBundle("io.onhook.api.messages", Locale.forLanguageTag(tag));
    var missing = new TreeSet<String>();
    for (String code :
        codes(
            FIELD,
            "api",
            "cancellation/RequestCheck.java",
            "cancellation/RepresentativeCheck.java",
            "cancellation/DocumentNumber.java",
            "shared/PersonName.java",
            "shared/ReadableZone.java",
            "shared/ResidentId.java")) {
      for (String part : List.of("problem", "remedy")) {
        need(texts, "api." + code + "." + part, missing);
      }
    }
    for (String code : codes(WHOLE, "api")) {
      for (String part : List.of("title", "detail")) {
        need(texts, "api." + code + "." + part, missing);
      }
    }
    assertThat(missing).isEmpty();
  }

  private static void need(ResourceBundle texts, String key, TreeSet<String> missing) {
    if (!texts.containsKey(key)) {
      missing.add(key);
    }
  }

  private static List<String> codes(Pattern pattern, String... places) throws IOException {
    var codes = new ArrayList<String>();
    for (String place : places) {
      try (Stream<Path> files = Files.walk(SOURCES.resolve(place))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .forEach(
                file ->
                    pattern
                        .matcher(read(file))
                        .results()
                        .forEach(found -> codes.add(found.group(1))));
      }
    }
    assertThat(codes).hasSizeGreaterThan(5);
    return codes;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
