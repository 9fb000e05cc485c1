package io.onhook.dispute;

/** What came of disputing a charge. */
public sealed interface RaiseAnswer {
  /** It is set aside, and a person will look; durable. */
  record Raised(Contested dispute) implements RaiseAnswer {}

  /** It was disputed before. */
  record Before(Contested dispute) implements RaiseAnswer {}

  /** The pack lets nobody dispute a charge here. */
  record NotHere() implements RaiseAnswer {}

  /** No reason, or too long a one. */
  record ReasonMissing() implements RaiseAnswer {}

  /** There is no such charge on an open bill of this line, or it is not this holder's. */
  record NoSuchCharge() implements RaiseAnswer {}

  /** The operator's systems can't be asked just now. */
  record Unavailable() implements RaiseAnswer {}
}
