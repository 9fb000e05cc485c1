package io.onhook.bar;

/** What became of asking for a bar. */
public sealed interface BarAnswer {
  /** It is stored, and the line is being barred. */
  record Asked(Bar bar) implements BarAnswer {}

  /** The line is barred by itself already, or about to be. Nothing changed. */
  record AlreadyBarred(Bar bar) implements BarAnswer {}

  /** There is no such line, or it has ended. */
  record NoSuchLine() implements BarAnswer {}

  /** Nobody serves their own line. */
  record OwnLine() implements BarAnswer {}

  /** The operator's systems can't be asked just now. */
  record Unavailable() implements BarAnswer {}
}
