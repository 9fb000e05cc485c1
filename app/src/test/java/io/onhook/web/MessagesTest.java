package io.onhook.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.policy.Pack;
import io.onhook.policy.PackFixture;
import io.onhook.shared.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both languages say the same, each text is used, and none is missing. */
class MessagesTest {
  private static final Path SOURCES = Path.of("src/main/java/io/onhook");

  /** {@code #{key}} and {@code #{key(…)}} of templates; keys with an expression end at it. */
  private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-z0-9.-]+)(__)?[^}]*}");

  private static final Pattern MSG = Pattern.compile("#messages\\.msg\\('([a-z0-9.-]+)'");

  @Test
  void bothLanguagesHaveTheSameKeys() throws IOException {
    for (String base : Messages.baseNames()) {
      assertThat(load(base, "zh_CN").stringPropertyNames())
          .as(base)
          .isEqualTo(load(base, "en").stringPropertyNames());
    }
  }

  @Test
  void noTextIsEmptyOrHasAnApostropheThatMessageFormatWouldEat() throws IOException {
    for (String base : Messages.baseNames()) {
      for (String language : List.of("zh_CN", "en")) {
        load(base, language)
            .forEach(
                (key, text) ->
                    assertThat((String) text)
                        .as("%s_%s: %s", base, language, key)
                        .isNotBlank()
                        .doesNotContain("'"));
      }
    }
  }

  @Test
  void bothLanguagesNameTheSameValues() throws IOException {
    Pattern value = Pattern.compile("\\{\\d[^}]*}");
    for (String base : Messages.baseNames()) {
      Properties english = load(base, "en");
      load(base, "zh_CN")
          .forEach(
              (key, text) ->
                  assertThat(all(value, (String) text))
                      .as("%s: %s", base, key)
                      .isEqualTo(all(value, english.getProperty((String) key))));
    }
  }

  /** Staff read Chinese or English; holders also the language of their law. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ZH_CN", "EN"})
  void holdersScreensSayAllInEachFurtherLanguage(Language language) throws IOException {
    Pattern value = Pattern.compile("\\{\\d[^}]*}");
    for (String base : holders()) {
      Properties english = load(base, "en");
      Properties own = load(base, language.tag());
      assertThat(own.stringPropertyNames()).as(base).containsAll(english.stringPropertyNames());
      english.forEach(
          (key, text) ->
              assertThat(own.getProperty((String) key))
                  .as("%s_%s: %s", base, language.tag(), key)
                  .isNotBlank()
                  .doesNotContain("'")
                  .satisfies(
                      it -> assertThat(all(value, it)).isEqualTo(all(value, (String) text))));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "cn", "ph", "de", "uk", "in", "fr", "us-ca"})
  void everyLanguageOfAPackIsSpokenOnTheScreens(String id) {
    Pack pack = PackFixture.shipped(id);
    assertThat(pack.spoken()).extracting(Language::tag).isEqualTo(pack.languages());
  }

  private static List<String> holders() throws IOException {
    return Stream.of(Messages.baseNames())
        .filter(
            base ->
                base.startsWith("io.onhook.portal.")
                    || base.startsWith("io.onhook.lobby.")
                    || base.startsWith("io.onhook.hotline.spoken.")
                    || base.equals("io.onhook.web.messages"))
        .toList();
  }

  @Test
  void eachKeyBelongsToOneScreen() throws IOException {
    Set<String> seen = new TreeSet<>();
    for (String base : Messages.baseNames()) {
      for (String key : load(base, "en").stringPropertyNames()) {
        assertThat(seen.add(key)).as("%s stands twice, last in %s", key, base).isTrue();
      }
    }
  }

  @Test
  void templatesUseOnlyKeysThatExist() throws IOException {
    Set<String> known = keys();
    for (Path template : files(".html")) {
      String html = Files.readString(template);
      var plain = IN_TEMPLATE.matcher(html);
      while (plain.find()) {
        if (plain.group(2) == null && !plain.group(1).endsWith(".")) {
          assertThat(known).as(template.toString()).contains(plain.group(1));
        }
      }
      assertThat(known).as(template.toString()).containsAll(all(MSG, html));
    }
  }

  @Test
  void eachKeyIsUsed() throws IOException {
    var sources = new StringBuilder();
    for (Path file : files(".html")) {
      sources.append(Files.readString(file));
    }
    for (Path file : files(".java")) {
      sources.append(Files.readString(file));
    }
    String text = sources.toString();
    List<String> unused = new ArrayList<>();
    for (String key : keys()) {
      if (!text.contains(key) && !madeOfParts(key, text)) {
        unused.add(key);
      }
    }
    assertThat(unused).isEmpty();
  }

  /** {@code track.line.ended} is used where {@code track.line.__${…}__} or its like stands. */
  private static boolean madeOfParts(String key, String text) {
    for (int dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
      String start = key.substring(0, dot + 1);
      if (text.contains(start + "__")
          || text.contains("\"" + start + "\"")
          || text.contains("'" + start + "'")) {
        return true;
      }
    }
    return false;
  }

  @Test
  void everyPageIsRenderedByATest() throws IOException {
    var tests = new StringBuilder();
    try (Stream<Path> all = Files.walk(Path.of("src/test/java/io/onhook"))) {
      for (Path test : all.filter(file -> file.toString().endsWith("Test.java")).toList()) {
        tests.append(Files.readString(test));
      }
    }
    for (Path template : files(".html")) {
      if (Files.readString(template).contains("th:replace=\"~{web/layout :: page(title=#{")) {
        String name = template.getFileName().toString().replace(".html", "");
        assertThat(Pattern.compile("[\"/]" + name + "\"").matcher(tests).find())
            .as(template.toString())
            .isTrue();
      }
    }
  }

  private static Set<String> keys() throws IOException {
    Set<String> keys = new TreeSet<>();
    for (String base : Messages.baseNames()) {
      keys.addAll(load(base, "en").stringPropertyNames());
    }
    return keys;
  }

  private static Set<String> all(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.groupCount() > 0 ? matcher.group(1) : matcher.group());
    }
    return found;
  }

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(SOURCES)) {
      return all.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static Properties load(String base, String language) throws IOException {
    String name = "/" + base.replace('.', '/') + "_" + language + ".properties";
    var properties = new Properties();
    try (var stream = MessagesTest.class.getResourceAsStream(name)) {
      assertThat(stream).as(name).isNotNull();
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
    return properties;
  }
}
