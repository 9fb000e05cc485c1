package io.onhook.visit;

/** How a visitor signs. No reason is asked for one or the other. */
public sealed interface Mark {

  /**
   * Drawn on the pad.
   *
   * @param path as the page sent it
   */
  record Pad(String path) implements Mark {
    /** Never the mark. */
    @Override
    public String toString() {
      return "Pad";
    }
  }

  /**
   * Typed.
   *
   * @param name as typed
   */
  record Name(String name) implements Mark {
    /** Never the name. */
    @Override
    public String toString() {
      return "Name";
    }
  }
}
