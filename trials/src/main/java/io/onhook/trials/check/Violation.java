package io.onhook.trials.check;

/**
 * Something that must never be.
 *
 * @param invariant its number in docs/trust.md
 * @param what in words, naming the case or line
 * @param line whose; empty if it is nobody's in particular
 */
public record Violation(int invariant, String what, String line) {
  @Override
  public String toString() {
    return "invariant " + invariant + ": " + what + (line.isEmpty() ? "" : " [" + line + "]");
  }
}
