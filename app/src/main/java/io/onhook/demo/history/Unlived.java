package io.onhook.demo.history;

/** Something of the history could not be done as it was drawn. */
final class Unlived extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unlived(Leaver leaver, Object answer) {
    super(leaver + " was answered " + answer);
  }

  Unlived(String what, Object answer) {
    super(what + " was answered " + answer);
  }
}
