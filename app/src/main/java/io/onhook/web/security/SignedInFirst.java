package io.onhook.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes no file from whom nobody knows. The form's token stands inside the body, and looking for it
 * would read the whole file before anybody has asked who sends it.
 */
final class SignedInFirst extends OncePerRequestFilter {
  private final String signIn;

  /**
   * @param signIn where those are led who are not signed in, or not any more
   */
  SignedInFirst(String signIn) {
    this.signIn = signIn;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!Uploads.at(request) || isHolder()) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader(HttpHeaders.CONNECTION, "close");
    response.sendRedirect(signIn + "?expired");
    Unread.discard(request, response);
  }

  private static boolean isHolder() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null
        && who.getAuthorities().stream()
            .anyMatch(authority -> "ROLE_HOLDER".equals(authority.getAuthority()));
  }
}
