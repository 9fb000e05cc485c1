package io.onhook.web.security;

import io.onhook.shared.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.ObjectMapper;

/**
 * What a program is told when the chain refuses it: a problem (RFC 9457) with a stable code, in the
 * language it asked for. People are told by the error pages.
 */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
  private final MessageSource texts;
  private final ObjectMapper json;

  Refusals(MessageSource texts, ObjectMapper json) {
    this.texts = texts;
    this.json = json;
  }

  static boolean isProgram(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/");
  }

  /** 401: no key, or none that is valid (RFC 6750, section 3.1). */
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    boolean shown = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    response.setHeader(
        HttpHeaders.WWW_AUTHENTICATE,
        shown ? "Bearer realm=\"onhook\", error=\"invalid_token\"" : "Bearer realm=\"onhook\"");
    write(request, response, HttpStatus.UNAUTHORIZED, shown ? "key.invalid" : "key.missing");
  }

  /** 403: the key is valid, its scopes do not reach. */
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
      throws IOException {
    response.setHeader(
        HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"onhook\", error=\"insufficient_scope\"");
    write(request, response, HttpStatus.FORBIDDEN, "key.scope");
  }

  /** 413. */
  void tooLarge(HttpServletRequest request, HttpServletResponse response, long limit)
      throws IOException {
    if (isProgram(request)) {
      write(request, response, HttpStatus.CONTENT_TOO_LARGE, "body.too-large", limit / 1024);
    } else {
      response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
    }
  }

  private void write(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      String code,
      Object... values)
      throws IOException {
    Language language = Language.nearest(request.getLocale());
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "urn:onhook:problem:" + code);
    problem.put("title", texts.getMessage("refusal." + code + ".title", values, language.locale()));
    problem.put("status", status.value());
    problem.put("detail", texts.getMessage("refusal." + code + ".text", values, language.locale()));
    problem.put("code", code);
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.locale().toLanguageTag());
    json.writeValue(response.getOutputStream(), problem);
  }
}
