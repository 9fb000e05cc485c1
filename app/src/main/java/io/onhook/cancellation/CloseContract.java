package io.onhook.cancellation;

import io.onhook.line.Line;
import io.onhook.line.Lines;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The subscription is over in the operator's books too. */
@Component
final class CloseContract extends StatusChange {
  CloseContract(Lines lines) {
    super(lines);
  }

  @Override
  Optional<Line.Status> wanted(Cancellation state) {
    return Optional.of(Line.Status.TERMINATED);
  }
}
