package io.onhook.clock;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /sandbox/clock}: reads and sets the time. Exists in the sandbox only. */
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/clock")
final class ClockController {
  private final SandboxClock clock;
  private final ClockKeeper keeper;

  ClockController(SandboxClock clock, ClockKeeper keeper) {
    this.clock = clock;
    this.keeper = keeper;
  }

  /**
   * The time.
   *
   * @param now the product's clock
   * @param ahead how far that is from the true time
   * @param operatorFollows whether the sandbox operator's clock shows the same already
   */
  record Time(Instant now, Duration ahead, boolean operatorFollows) {}

  /** A change: exactly one of the two. */
  record Move(@Nullable String now, @Nullable String advance) {}

  @GetMapping
  Map<String, Object> read() {
    return Map.of("now", clock.instant(), "ahead", clock.ahead());
  }

  /** JSON only: a form of another site can't send that. */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> move(@RequestBody Move move) {
    boolean follows;
    try {
      if (move.now() != null && move.advance() == null) {
        follows = keeper.set(Instant.parse(move.now()));
      } else if (move.advance() != null && move.now() == null) {
        follows = keeper.advance(Duration.parse(move.advance()));
      } else {
        return wrong("Give either now (2026-12-01T08:00:00Z) or advance (P14D)");
      }
    } catch (DateTimeException | ArithmeticException e) {
      return wrong("now is like 2026-12-01T08:00:00Z, advance like P14D or PT2H");
    }
    return ResponseEntity.ok(new Time(clock.instant(), clock.ahead(), follows));
  }

  private static ResponseEntity<ProblemDetail> wrong(String remedy) {
    return ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, remedy))
        .build();
  }
}
