package io.onhook.web.security;

import jakarta.servlet.http.HttpServletRequest;

/** Where files come in: the only addresses whose bodies may be large. */
final class Uploads {
  private static final String PAGES = "/cancel/papers/[a-z-]+";

  private Uploads() {}

  static boolean at(HttpServletRequest request) {
    return request.getMethod().equals("POST") && request.getRequestURI().matches(PAGES);
  }
}
