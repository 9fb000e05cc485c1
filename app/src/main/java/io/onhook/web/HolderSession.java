package io.onhook.web;

import io.onhook.access.HolderPrincipal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;

/** Begins a holder's session, once {@link io.onhook.access.SignIn} has let them in. */
public final class HolderSession {
  private final SecurityContextRepository contexts;
  private final SessionAuthenticationStrategy strategy;

  public HolderSession(SecurityContextRepository contexts, SessionAuthenticationStrategy strategy) {
    this.contexts = contexts;
    this.strategy = strategy;
  }

  /**
   * From the next request on this browser is signed in as this holder. The session gets a new id
   * (against fixation) and keeps what it holds; the form token is changed.
   */
  public void begin(
      HolderPrincipal holder, HttpServletRequest request, HttpServletResponse response) {
    var token =
        UsernamePasswordAuthenticationToken.authenticated(
            holder, null, List.of(new SimpleGrantedAuthority("ROLE_HOLDER")));
    strategy.onAuthentication(token, request, response);
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(token);
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }
}
