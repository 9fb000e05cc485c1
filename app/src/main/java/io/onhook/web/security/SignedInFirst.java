package io.onhook.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes no file from whom nobody knows. The form's token stands inside the body, and looking for it
 * would read the whole file before anybody has asked who sends it.
 */
final class SignedInFirst extends OncePerRequestFilter {
  private static final Set<String> HOLDERS = Set.of("ROLE_HOLDER");
  private static final Set<String> COUNTER = Set.of("ROLE_CLERK", "ROLE_BRANCH_MANAGER");

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
    if (!Uploads.at(request) || isOne(atTheCounter ? COUNTER : HOLDERS)) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader(HttpHeaders.CONNECTION, "close");
    response.sendRedirect(atTheCounter ? staff : holders + "?expired");
    Unread.discard(request, response);
  }

  private static boolean isOne(Set<String> roles) {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null
        && who.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .anyMatch(role -> role != null && roles.contains(role));
  }
}
