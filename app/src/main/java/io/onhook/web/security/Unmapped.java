package io.onhook.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * What no controller answers: a mistyped address is not found, for everybody, and does not ask for
 * a sign-in first.
 */
final class Unmapped implements RequestMatcher {
  private final Supplier<RequestMappingHandlerMapping> controllers;

  Unmapped(Supplier<RequestMappingHandlerMapping> controllers) {
    this.controllers = controllers;
  }

  @Override
  public boolean matches(HttpServletRequest request) {
    boolean parsedHere = !ServletRequestPathUtils.hasParsedRequestPath(request);
    try {
      if (parsedHere) {
        ServletRequestPathUtils.parseAndCache(request);
      }
      return controllers.get().getHandler(request) == null;
    } catch (HttpRequestMethodNotSupportedException e) {
      return false;
    } catch (Exception e) {
      // Whatever it is, a controller had something to say: the rules decide, and they refuse.
      return false;
    } finally {
      if (parsedHere) {
        ServletRequestPathUtils.clearParsedRequestPath(request);
      }
    }
  }
}
