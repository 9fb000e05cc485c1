package io.onhook.visit;

import io.onhook.shared.Money;

/** What became of a payment at a window. */
public sealed interface PayAnswer {

  /** It is in the till, and billing is being told. */
  record Taken(Payment payment) implements PayAnswer {}

  /** Nothing is owed. */
  record NothingOwed() implements PayAnswer {}

  /** Another amount is owed than the one that was shown. No money was noted. */
  record OtherAmount(Money owed) implements PayAnswer {}

  /** A payment for this line is under way already: money must not be taken twice. */
  record UnderWay() implements PayAnswer {}

  /** The operator's systems can't be asked what is owed. */
  record Unavailable() implements PayAnswer {}

  /** What is owed is in a currency that nothing here is reckoned in. A person is told. */
  record NotReckonable() implements PayAnswer {}

  /** A colleague must do it. */
  record NotYours() implements PayAnswer {}
}
