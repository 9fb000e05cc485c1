package io.onhook.number;

import static io.onhook.engine.CaseProcess.process;

import io.onhook.engine.CaseProcess;
import io.onhook.shared.CaseReference;
import java.time.Instant;

/**
 * A number at rest, until it may be given on: a case of its own, which outlives the one that ended
 * the line.
 *
 * @param reference the case that ended the line
 * @param until the end of its quarantine
 */
public record NumberRest(CaseReference reference, Instant until) {

  /** Letting a number rest, top to bottom. */
  public static final CaseProcess<NumberRest> NUMBER_REST =
      process("number-rest", 1, NumberRest.class)
          .pointOfNoReturn() // the line has ended
          .wait("quarantine", NumberRest::until)
          .step("free-number", FreeNumber.class)
          .build();
}
