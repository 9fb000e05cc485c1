package io.onhook.visit;

/** What became of a signature. */
public sealed interface SignAnswer {

  /** It is kept, bound to the list that was shown. */
  record Signed() implements SignAnswer {}

  /** What is done or open has changed since the list was shown: it must be looked at again. */
  record Changed() implements SignAnswer {}

  /** Hardly anything was drawn. */
  record OnlyADot() implements SignAnswer {}

  /** It is no drawing. */
  record NoDrawing() implements SignAnswer {}

  /** The typed name is not that of who stands at the window. */
  record OtherName() implements SignAnswer {}

  /** There is no case yet, or who stands there is not known: no ID that fits was seen, say. */
  record NotReady() implements SignAnswer {}

  /** This visit was signed before. */
  record SignedBefore() implements SignAnswer {}

  /** A colleague must do it. */
  record NotYours() implements SignAnswer {}
}
