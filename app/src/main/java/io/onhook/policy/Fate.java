package io.onhook.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a product that hangs on a line, when the line ends. */
public enum Fate {
  /** It ends with it. */
  CANCEL,
  /** A secondary SIM becomes a line of its own. */
  PROMOTE,
  /** It goes on by itself. */
  KEEP;

  /** As in packs, addresses and message keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The fate of this key, if there is one. */
  public static Optional<Fate> of(String key) {
    return Arrays.stream(values()).filter(it -> it.key().equals(key)).findAny();
  }
}
