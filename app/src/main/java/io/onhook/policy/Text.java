package io.onhook.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.onhook.shared.Language;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A text of a pack, in each of its languages: Chinese and English always, the law's own language
 * where the law wants its own words.
 *
 * @param byTag BCP 47 tag ({@code zh-CN}, {@code en}, {@code de}) to text
 */
public record Text(@JsonValue SortedMap<String, String> byTag) {
  /** No text, for what a pack leaves out. */
  public static final Text NONE = new Text(Map.of());

  @JsonCreator
  public Text(Map<String, String> byTag) {
    this(new TreeMap<>(byTag));
  }

  public Text {
    byTag = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(byTag));
  }

  /** In the reader's language, else in English, else empty. */
  public String in(Language language) {
    return in(language.locale().toLanguageTag());
  }

  /** In the language of this tag ({@code de}), else in English, else empty. */
  public String in(String tag) {
    String found = byTag.get(tag);
    return found != null ? found : Objects.requireNonNullElse(byTag.get("en"), "");
  }

  public boolean isEmpty() {
    return byTag.isEmpty();
  }
}
