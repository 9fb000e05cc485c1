package io.onhook.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a case's state may tell those who show work for people. The engine hands it on and
 * understands none of it.
 */
public interface WorkSubject {
  /** By what such work is told apart, for example how it came in; a stable key, or empty. */
  String workLabel();

  /** Until when this step was promised to be decided; null if nothing was promised. */
  @Nullable Instant decideBy(String step);
}
