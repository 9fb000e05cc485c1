package io.onhook.shared;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** A language the product speaks. Packs name one by its tag. */
public enum Language {
  ZH_CN(Locale.SIMPLIFIED_CHINESE, "中文"),
  EN(Locale.ENGLISH, "English"),
  DE(Locale.GERMAN, "Deutsch"),
  FR(Locale.FRENCH, "Français");

  /** Spoken on every screen; the others only where a pack's law wants them. */
  public static final List<Language> ALWAYS = List.of(ZH_CN, EN);

  private final Locale locale;
  private final String ownName;

  Language(Locale locale, String ownName) {
    this.locale = locale;
    this.ownName = ownName;
  }

  public Locale locale() {
    return locale;
  }

  /** BCP 47, as in packs and pages: {@code zh-CN}. */
  public String tag() {
    return locale.toLanguageTag();
  }

  /** What its readers call it. */
  public String ownName() {
    return ownName;
  }

  /** The nearest of those {@link #ALWAYS} spoken: Chinese for any Chinese, else English. */
  public static Language nearest(Locale wish) {
    return nearest(wish, ALWAYS);
  }

  /** The nearest to a browser's wish among these; English if none is of the same language. */
  public static Language nearest(Locale wish, Collection<Language> spoken) {
    return spoken.stream()
        .filter(language -> language.locale.getLanguage().equals(wish.getLanguage()))
        .findFirst()
        .orElse(EN);
  }
}
