package io.onhook.access;

import java.time.Instant;

/** What became of asking for a one-time code. */
public sealed interface CodeAnswer {
  /**
   * If there is somebody to send it to, a code is on its way. The same whether the line exists or
   * not: say "if this number is with us".
   *
   * @param attempt names this attempt when the code is typed; random, keep it in the session or a
   *     hidden field, never in a URL
   * @param expiresAt from when on the code is too old
   */
  record Sent(String attempt, Instant expiresAt) implements CodeAnswer {}

  /**
   * What was typed can't be a number or address.
   *
   * @param code stable key of the problem, as of {@link io.onhook.shared.Malformed}
   * @param remedy what to type instead, in English
   */
  record WrongForm(String code, String remedy) implements CodeAnswer {}

  /**
   * Too many codes were asked for: for this number, from this address, or today by all.
   *
   * @param retryAt when it is worth trying again
   */
  record TooMany(Instant retryAt) implements CodeAnswer {}

  /** The operator's systems can't be asked just now, for nobody's number. */
  record Unavailable() implements CodeAnswer {}
}
