package io.onhook.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The operator's colours, as a style sheet of its own: a strict CSP allows no inline style. Pages
 * name the colours in its address, so that others are seen at once.
 */
@RestController
class LookController {
  private final String sheet;

  LookController(Operator operator) {
    sheet =
        ":root{--oh-brand:%s;--oh-accent:%s}%n"
            .formatted(operator.brandColour(), operator.accentColour());
  }

  @GetMapping(path = "/look/operator.css", produces = "text/css")
  ResponseEntity<String> colours() {
    return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofMinutes(5))).body(sheet);
  }
}
