package io.onhook.cancellation;

import io.onhook.line.Line;
import io.onhook.line.Lines;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Nothing new is sold on the line from now on. */
@Component
final class AnnounceEnd extends StatusChange {
  AnnounceEnd(Lines lines) {
    super(lines);
  }

  @Override
  Optional<Line.Status> wanted(Cancellation state) {
    return Optional.of(Line.Status.PENDING_TERMINATE);
  }
}
