package io.onhook.web;

import io.onhook.access.HolderPrincipal;
import io.onhook.access.KeptForms;
import io.onhook.access.Role;
import io.onhook.access.StaffPrincipal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;

/** Begins somebody's session, once the sign-in has let them in. */
public final class Sessions {
  private final SecurityContextRepository contexts;
  private final SessionAuthenticationStrategy strategy;
  private final BiConsumer<HolderPrincipal, HttpServletResponse> mark;

  /**
   * @param mark notes whose browser this is
   */
  public Sessions(
      SecurityContextRepository contexts,
      SessionAuthenticationStrategy strategy,
      BiConsumer<HolderPrincipal, HttpServletResponse> mark) {
    this.contexts = contexts;
    this.strategy = strategy;
    this.mark = mark;
  }

  /** Where a holder goes who has just signed in: to what they typed before, if that was kept. */
  public static String next(HttpServletRequest request, String otherwise) {
    return request.getSession().getAttribute(KeptForms.ATTRIBUTE) == null ? otherwise : "/kept";
  }

  /**
   * From the next request on this browser is signed in as this holder. The session gets a new id
   * (against fixation) and keeps what it holds; the form token is changed.
   */
  public void begin(
      HolderPrincipal holder, HttpServletRequest request, HttpServletResponse response) {
    begin(holder, List.of("HOLDER"), request, response);
    mark.accept(holder, response);
  }

  /** The same for a member of staff. */
  public void begin(
      StaffPrincipal staff, HttpServletRequest request, HttpServletResponse response) {
    begin(staff, staff.roles().stream().map(Role::name).toList(), request, response);
  }

  private void begin(
      Principal who, List<String> roles, HttpServletRequest request, HttpServletResponse response) {
    var token =
        UsernamePasswordAuthenticationToken.authenticated(
            who,
            null,
            roles.stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList());
    strategy.onAuthentication(token, request, response);
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(token);
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }
}
