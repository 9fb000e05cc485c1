package io.onhook.bar;

/** What became of asking for a bar's lifting. */
public sealed interface LiftAnswer {
  /** It is stored, and what the line could do is being given back. */
  record Asked() implements LiftAnswer {}

  /** No such bar is on the line. */
  record NotBarred() implements LiftAnswer {}

  /** The bar has another reason: who asks can't lift that one. */
  record ForAnotherReason() implements LiftAnswer {}
}
