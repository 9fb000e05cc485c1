package io.onhook.portal.report;

import io.onhook.cancellation.Reported;
import io.onhook.shared.Language;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, by the names of the page's fields.
 *
 * @param key of the form, so that sending it twice is one report
 */
record ReportFields(String key, String name, String number, String email, String words) {
  ReportFields {
    key = plain(key);
    name = plain(name);
    number = plain(number);
    email = plain(email);
    words = plain(words);
  }

  static ReportFields empty(String key) {
    return new ReportFields(key, "", "", "", "");
  }

  Reported reported(Reported.Kind kind, Language language) {
    return new Reported(kind, name.strip(), number.strip(), email.strip(), words.strip(), language);
  }

  private static String plain(@Nullable String typed) {
    return typed == null ? "" : typed;
  }
}
