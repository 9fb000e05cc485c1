package io.onhook.visit;

/** What became of closing a till. */
public sealed interface TillAnswer {

  /** It is closed, with its count. */
  record Closed(Till till) implements TillAnswer {}

  /** The count differs, and nobody said why. */
  record ReasonMissing(Till till) implements TillAnswer {}

  /** This clerk has no open till. */
  record NoTill() implements TillAnswer {}
}
