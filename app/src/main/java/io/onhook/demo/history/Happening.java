package io.onhook.demo.history;

import java.time.Instant;

/** Something that happens at its time. */
sealed interface Happening {
  /** When. */
  Instant at();

  /** Somebody does something about a line, while cases go on. */
  record AboutALine(Instant at, Runnable what) implements Happening {}

  /** Somebody does something in a store; the operator's systems never hear of it. */
  record AtAnOffice(Instant at, Runnable what) implements Happening {}

  /** Nobody does anything until all cases have come as far as they can. */
  record TimePasses(Instant at) implements Happening {}
}
