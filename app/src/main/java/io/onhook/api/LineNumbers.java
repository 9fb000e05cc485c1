package io.onhook.api;

import io.onhook.line.Line;
import io.onhook.line.Lines;
import io.onhook.policy.Packs;
import io.onhook.shared.Answer;
import io.onhook.shared.Msisdn;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** LineNumbers in bodies, and the lines behind them. */
@Component
final class LineNumbers {
  /** What the operator says of a number. */
  sealed interface Found {
    /** This line has it now. */
    record Known(Line line) implements Found {}

    /** No line has it. */
    record Unknown() implements Found {}

    /** The operator can't be asked. */
    record Unavailable() implements Found {}
  }

  private final Lines lines;
  private final Packs packs;

  LineNumbers(Lines lines, Packs packs) {
    this.lines = lines;
    this.packs = packs;
  }

  /**
   * Reads a number as people write it.
   *
   * @throws io.onhook.shared.Malformed if it can't be one
   */
  Msisdn read(String typed) {
    return Msisdn.typed(typed, packs.current().country());
  }

  Found line(Msisdn number) {
    return switch (lines.byMsisdn(number)) {
      case Answer.Got<Optional<Line>>(var line) ->
          line.<Found>map(Found.Known::new).orElseGet(Found.Unknown::new);
      case Answer.Failed<Optional<Line>> ignored -> new Found.Unavailable();
      case Answer.Silent<Optional<Line>> ignored -> new Found.Unavailable();
    };
  }
}
