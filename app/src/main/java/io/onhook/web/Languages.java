package io.onhook.web;

import io.onhook.shared.Language;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which language a page is in: the one that the reader chose before, else the browser's nearest,
 * among those of the pack. Staff's pages speak Chinese and English everywhere.
 *
 * <p>A choice comes as the parameter {@code lang}. On a GET the reader is sent on to the same page
 * without it; on a POST the page's controller shows its form again, with what was typed.
 */
final class Languages implements LocaleResolver, HandlerInterceptor {
  static final String PARAMETER = "lang";
  private static final String COOKIE = "language";
  private static final String CHOSEN = Languages.class.getName();
  private static final List<String> OURS = List.of("/staff", "/demo");

  private final List<Language> holders;

  /**
   * @param holders what the pages of holders and visitors speak
   */
  Languages(List<Language> holders) {
    this.holders = List.copyOf(holders);
  }

  /** What this page speaks, in the order in which it is offered. */
  List<Language> spoken(HttpServletRequest request) {
    String path = request.getRequestURI();
    boolean ours =
        OURS.stream().anyMatch(start -> path.equals(start) || path.startsWith(start + "/"));
    return ours ? Language.ALWAYS : holders;
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    if (request.getAttribute(CHOSEN) instanceof Language chosen) {
      return chosen.locale();
    }
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(COOKIE)) {
          return Language.nearest(Locale.forLanguageTag(cookie.getValue()), spoken(request))
              .locale();
        }
      }
    }
    return Language.nearest(request.getLocale(), spoken(request)).locale();
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    Language chosen =
        Language.nearest(locale == null ? request.getLocale() : locale, spoken(request));
    request.setAttribute(CHOSEN, chosen);
    if (response != null) {
      response.addHeader(
          HttpHeaders.SET_COOKIE,
          ResponseCookie.from(COOKIE, chosen.locale().toLanguageTag())
              .path("/")
              .maxAge(Duration.ofDays(365))
              .httpOnly(true)
              .secure(request.isSecure())
              .sameSite("Lax")
              .build()
              .toString());
    }
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    String wish = request.getParameter(PARAMETER);
    if (wish == null) {
      return true;
    }
    setLocale(request, response, Locale.forLanguageTag(wish));
    if (!request.getMethod().equals("GET")) {
      return true;
    }
    String query = request.getQueryString();
    response.sendRedirect(
        UriComponentsBuilder.fromPath(request.getRequestURI())
            .query(query)
            .replaceQueryParam(PARAMETER)
            .build(true)
            .toUriString());
    return false;
  }
}
