package io.onhook.vault;

import java.util.Optional;

/** The vault's door for secrets. Data keys are made at first use and wrapped by the master key. */
public interface Vault {
  /** Seals a text under the named data key. */
  Sealed seal(KeyName key, String secret);

  /** Opens it; empty once its key was destroyed. */
  Optional<String> open(Sealed sealed);

  /** Destroys a data key for good: all that was sealed under it is erased. Harmless if repeated. */
  void destroy(KeyName key);

  /**
   * A keyed digest (HMAC-SHA-256, hex) for finding and comparing secrets without keeping them, such
   * as one-time codes or "the same account as in another case". Purposes never collide.
   */
  String digest(String purpose, String secret);
}
