package io.onhook.web.security;

import jakarta.servlet.http.HttpServletRequest;

/** Where files come in: the only addresses whose bodies may be large. */
final class Uploads {
  private static final String PAGES =
      "/cancel/papers/[a-z-]+|/track/[A-Za-z0-9-]+/more"
          + "|/staff/counter/visits/[0-9]+/(photos|papers)";

  private Uploads() {}

  static boolean at(HttpServletRequest request) {
    return request.getMethod().equals("POST") && request.getRequestURI().matches(PAGES);
  }
}
