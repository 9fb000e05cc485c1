package io.onhook.api;

import io.onhook.api.Problem.FieldError;
import io.onhook.shared.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * What goes wrong before a controller of this module is reached, as problems. Failures of pages
 * pass through unchanged, to the error pages.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors {
  private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);
  private static final int SHOWN = 40;

  private final Problems problems;

  ApiErrors(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler(HttpMessageNotReadableException.class)
  ResponseEntity<Object> unreadable(HttpMessageNotReadableException e, HttpServletRequest request)
      throws HttpMessageNotReadableException {
    rethrowForPages(e, request);
    Language language = Reader.language(request);
    Problem problem =
        switch (e.getCause()) {
          case UnrecognizedPropertyException unknown ->
              body(language, field(unknown), "property.unknown");
          case DatabindException wrong -> body(language, field(wrong), "type.wrong");
          case StreamReadException broken ->
              problems.of(
                  HttpStatus.BAD_REQUEST,
                  "json.malformed",
                  language,
                  broken.getLocation().getLineNr(),
                  broken.getLocation().getColumnNr());
          case null, default -> problems.of(HttpStatus.BAD_REQUEST, "body.missing", language);
        };
    return problem.answer(language);
  }

  @ExceptionHandler(MissingRequestHeaderException.class)
  ResponseEntity<Object> missing(MissingRequestHeaderException e, HttpServletRequest request)
      throws MissingRequestHeaderException {
    rethrowForPages(e, request);
    Language language = Reader.language(request);
    FieldError error =
        problems.error(language, e.getHeaderName(), "idempotency-key.missing", "Send the header.");
    return problems
        .fields(HttpStatus.BAD_REQUEST, "request.invalid", language, List.of(error))
        .answer(language);
  }

  @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
  ResponseEntity<Object> method(
      HttpRequestMethodNotSupportedException e, HttpServletRequest request)
      throws HttpRequestMethodNotSupportedException {
    rethrowForPages(e, request);
    Language language = Reader.language(request);
    String allowed =
        e.getSupportedHttpMethods() == null
            ? ""
            : e.getSupportedHttpMethods().stream()
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining(", "));
    return problems
        .of(HttpStatus.METHOD_NOT_ALLOWED, "method.not-allowed", language, allowed)
        .answer(language, e.getHeaders());
  }

  @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
  ResponseEntity<Object> mediaType(HttpMediaTypeNotSupportedException e, HttpServletRequest request)
      throws HttpMediaTypeNotSupportedException {
    rethrowForPages(e, request);
    Language language = Reader.language(request);
    var headers = new HttpHeaders();
    headers.setAccept(List.of(MediaType.APPLICATION_JSON));
    return problems
        .of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "media-type.unsupported", language)
        .answer(language, headers);
  }

  @ExceptionHandler(HttpMediaTypeNotAcceptableException.class)
  ResponseEntity<Object> notAcceptable(
      HttpMediaTypeNotAcceptableException e, HttpServletRequest request)
      throws HttpMediaTypeNotAcceptableException {
    rethrowForPages(e, request);
    Language language = Reader.language(request);
    return problems
        .of(HttpStatus.NOT_ACCEPTABLE, "media-type.not-acceptable", language)
        .answer(language);
  }

  @ExceptionHandler(NoResourceFoundException.class)
  ResponseEntity<Object> nothingThere(NoResourceFoundException e, HttpServletRequest request)
      throws NoResourceFoundException {
    rethrowForPages(e, request);
    Language language = Reader.language(request);
    return problems.of(HttpStatus.NOT_FOUND, "address.unknown", language).answer(language);
  }

  /** A bug, or the database is away: the client may repeat, since keys make that safe. */
  @ExceptionHandler(Exception.class)
  ResponseEntity<Object> broken(Exception e, HttpServletRequest request) throws Exception {
    // A refusal with a status, or of the chain (a body over the limit), is not ours to answer.
    if (e instanceof ErrorResponse || !isOurs(e)) {
      throw e;
    }
    rethrowForPages(e, request);
    LOG.error("A request to the API failed", e);
    Language language = Reader.language(request);
    return problems
        .of(HttpStatus.INTERNAL_SERVER_ERROR, "internal.failure", language)
        .answer(language);
  }

  private static boolean isOurs(Exception e) {
    String name = e.getClass().getName();
    return !name.startsWith("io.onhook.web.") && !name.startsWith("org.springframework.security.");
  }

  private Problem body(Language language, String field, String code) {
    return problems.fields(
        HttpStatus.BAD_REQUEST,
        "request.invalid",
        language,
        List.of(problems.error(language, field, code, "Compare with the API description.")));
  }

  private static <E extends Exception> void rethrowForPages(E e, HttpServletRequest request)
      throws E {
    if (!request.getRequestURI().startsWith("/api/")) {
      throw e;
    }
  }

  /** The dotted name of the field; what a stranger typed as a name is cut short. */
  private static String field(JacksonException e) {
    String path =
        e.getPath().stream()
            .map(
                at -> {
                  String name = at.getPropertyName();
                  return name == null ? "[" + at.getIndex() + "]" : name;
                })
            .collect(Collectors.joining("."));
    return path.length() > SHOWN ? path.substring(0, SHOWN) + "…" : path;
  }
}
