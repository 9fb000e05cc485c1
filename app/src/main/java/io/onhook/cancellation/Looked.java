package io.onhook.cancellation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What came of a report that a person looked into. */
public enum Looked {
  /** The registered holder was reached and takes it from here. */
  HOLDER_TOLD,
  /** The reporter is the holder by right, and the register was put right. */
  REGISTER_CORRECTED,
  /** For safety the line was barred, which can be lifted. */
  LINE_BARRED,
  /** There was nothing to do. */
  NOTHING_FOUND;

  /** As in forms, message keys and work lists. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of this key. */
  public static Optional<Looked> of(String key) {
    return Arrays.stream(values()).filter(it -> it.key().equals(key)).findAny();
  }
}
