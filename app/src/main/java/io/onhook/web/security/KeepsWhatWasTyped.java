package io.onhook.web.security;

import io.onhook.access.KeptForms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Somebody sends a page of the form, and their session has run out: they are led to signing in, and
 * what they typed waits for them.
 */
final class KeepsWhatWasTyped implements AuthenticationEntryPoint {
  private static final Set<String> NOT_TYPED = Set.of("_csrf", "lang");

  private final KeptForms forms;
  private final HolderMark mark;
  private final AuthenticationEntryPoint signIn;
  private final String expired;

  /**
   * @param signIn leads to signing in where nothing is to be kept
   * @param expired where those are led who were signed in a moment ago
   */
  KeepsWhatWasTyped(
      KeptForms forms, HolderMark mark, AuthenticationEntryPoint signIn, String expired) {
    this.forms = forms;
    this.mark = mark;
    this.signIn = signIn;
    this.expired = expired;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException, jakarta.servlet.ServletException {
    if (!isForm(request)) {
      signIn.commence(request, response, e);
      return;
    }
    Map<String, List<String>> typed = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (!NOT_TYPED.contains(name)) {
                typed.put(name, List.of(values));
              }
            });
    mark.read(request)
        .flatMap(owner -> forms.keep(owner, new KeptForms.Form(request.getRequestURI(), typed)))
        .ifPresent(kept -> request.getSession().setAttribute(KeptForms.ATTRIBUTE, kept));
    response.sendRedirect(expired);
  }

  private static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    return request.getMethod().equals("POST")
        && request.getRequestURI().startsWith("/cancel/")
        && type != null
        && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
  }
}
