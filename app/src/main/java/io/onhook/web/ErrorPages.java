package io.onhook.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What people see when a page can't be shown: what happened and what to do, never how. Programs get
 * a problem (RFC 9457) with the status alone.
 */
@Controller
class ErrorPages implements ErrorController {

  @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
  ModelAndView page(HttpServletRequest request, Model model) {
    HttpStatus status = status(request);
    var page = new ModelAndView("web/error", model.asMap(), status);
    page.addObject("kind", kind(status));
    return page;
  }

  @RequestMapping("/error")
  ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
    HttpStatus status = status(request);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemDetail.forStatus(status));
  }

  /** Which text fits: a key of {@code error.<kind>.title}. */
  private static String kind(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND, METHOD_NOT_ALLOWED, BAD_REQUEST -> "not-found";
      case FORBIDDEN, UNAUTHORIZED -> "not-allowed";
      case CONTENT_TOO_LARGE -> "too-large";
      case TOO_MANY_REQUESTS -> "too-many";
      case SERVICE_UNAVAILABLE -> "unavailable";
      default -> "broken";
    };
  }

  private static HttpStatus status(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
        ? HttpStatus.valueOf(code)
        : HttpStatus.NOT_FOUND;
  }
}
