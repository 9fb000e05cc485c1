package io.onhook.cancellation;

/** What became of an objection; known once it is durable. */
public sealed interface ObjectAnswer {
  /** It stands, with this effect. */
  record Taken(Objected.Effect effect) implements ObjectAnswer {}

  /** This contact has objected before; nothing changed. */
  record Before() implements ObjectAnswer {}

  /** The request was taken back or not approved already: there is nothing to stop. */
  record NothingToStop() implements ObjectAnswer {}

  /** No link of ours. */
  record NoSuchLink() implements ObjectAnswer {}
}
