package io.onhook.visit;

/** What became of printing a receipt with a code. */
public sealed interface PrintAnswer {

  /**
   * It is a new code, and an older one of the case is worth nothing any more.
   *
   * @param pdf with the code on it, shown this once
   */
  record Printed(byte[] pdf) implements PrintAnswer {
    /** Nothing of it. */
    @Override
    public String toString() {
      return "Printed";
    }
  }

  /** There is no case or receipt, or who stands at the window is not known yet. */
  record NotReady() implements PrintAnswer {}

  /** Messages reach this visitor: codes go there. */
  record Reached() implements PrintAnswer {}

  /** A colleague must do it. */
  record NotYours() implements PrintAnswer {}
}
