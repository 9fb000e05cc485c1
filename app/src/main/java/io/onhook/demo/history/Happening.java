package io.onhook.demo.history;

import java.time.Instant;

/** Something that happens at its time. */
sealed interface Happening {
  /** When. */
  Instant at();

  /** Somebody does something about a line. All that is due before is done before. */
  record AboutALine(Instant at, Runnable what) implements Happening {}

  /** Somebody does something in a store; the operator's systems never hear of it. */
  record InAStore(Instant at, Runnable what) implements Happening {}

  /** Nobody does anything. Cases go on by themselves, if any can. */
  record TimePasses(Instant at) implements Happening {}
}
