package io.onhook.api;

import io.onhook.shared.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** In which language a program wants its texts: {@code Accept-Language}, English unless it says. */
final class Reader {
  private Reader() {}

  static Language language(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
        ? Language.EN
        : Language.nearest(request.getLocale());
  }

  /** A language by its tag in a body: {@code zh-CN}, {@code en} … */
  static java.util.Optional<Language> tagged(String tag) {
    return java.util.Arrays.stream(Language.values())
        .filter(
            language ->
                language
                    .locale()
                    .toLanguageTag()
                    .toLowerCase(Locale.ROOT)
                    .equals(tag.toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
