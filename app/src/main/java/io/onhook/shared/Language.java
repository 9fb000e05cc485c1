package io.onhook.shared;

import java.util.Locale;

/** A language the product speaks. Packs name one by its tag. */
public enum Language {
  ZH_CN(Locale.SIMPLIFIED_CHINESE),
  EN(Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /** The nearest language to a browser's wish; Chinese for any Chinese, else English. */
  public static Language nearest(Locale wish) {
    return wish.getLanguage().equals("zh") ? ZH_CN : EN;
  }
}
