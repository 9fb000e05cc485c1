package io.onhook.access;

import java.time.Instant;

/** What a code from paper came to. */
public sealed interface PaperAnswer {
  /** It fits. */
  record Right() implements PaperAnswer {}

  /** It does not, or there is nothing of this name; the two look the same. */
  record Wrong() implements PaperAnswer {}

  /** Too many wrong ones, for this name or from this address. */
  record TooMany(Instant retryAt) implements PaperAnswer {}
}
