package io.onhook.visit;

/** What became of comparing an ID with the register. */
public sealed interface IdentityAnswer {

  /** It was compared; whether it fits, the check says. */
  record Compared(IdentityCheck check) implements IdentityAnswer {}

  /**
   * It can't be such a number.
   *
   * @param code stable key of the problem
   */
  record WrongForm(String code) implements IdentityAnswer {}

  /** The visit is about no line yet, or the operator's systems can't be asked. */
  record NoLine() implements IdentityAnswer {}

  /** A colleague must do it. */
  record NotYours() implements IdentityAnswer {}
}
