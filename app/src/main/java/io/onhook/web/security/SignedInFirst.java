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
  private final String holders;
  private final String staff;

  /**
   * Those who are not signed in, or not any more, are led to where they can.
   *
   * @param holders where holders sign in
   * @param staff where staff sign in
   */
  SignedInFirst(String holders, String staff) {
    this.holders = holders;
    this.staff = staff;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean atTheCounter = request.getRequestURI().startsWith("/staff/");
    if (!Uploads.at(request) || is(atTheCounter ? "ROLE_CLERK" : "ROLE_HOLDER")) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader(HttpHeaders.CONNECTION, "close");
    response.sendRedirect(atTheCounter ? staff : holders + "?expired");
    Unread.discard(request, response);
  }

  private static boolean is(String role) {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null
        && who.getAuthorities().stream()
            .anyMatch(authority -> role.equals(authority.getAuthority()));
  }
}
