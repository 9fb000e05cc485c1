package io.onhook.call;

import java.time.Instant;

/** What became of asking for a code for a caller. The same whether there is somebody or not. */
public sealed interface SentAnswer {
  /** If there is somebody to send it to, a code is on its way. */
  record Sent(Instant expiresAt) implements SentAnswer {}

  /** Too many codes were asked for. */
  record TooMany(Instant retryAt) implements SentAnswer {}

  /** Wrong too often: nobody is checked for this until then. */
  record Closed(Instant until) implements SentAnswer {}
}
