package io.onhook.document;

/** What became of a file. */
public sealed interface TakeAnswer {
  /** It is kept, sealed; known to be durable. */
  record Taken(Document document) implements TakeAnswer {}

  /** It is not, and nothing of it is. */
  record Refused(FileProblem problem) implements TakeAnswer {}
}
