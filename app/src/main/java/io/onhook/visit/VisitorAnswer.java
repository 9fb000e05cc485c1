package io.onhook.visit;

import io.onhook.cancellation.CancellationRefusal.WrongField;
import java.util.List;

/** What became of saying who stands at the window. */
public sealed interface VisitorAnswer {

  /** It is kept. */
  record Said(Visitor visitor) implements VisitorAnswer {}

  /** In this role nobody acts at a window here. */
  record NotHere() implements VisitorAnswer {}

  /** What was typed of who acts is wrong, every field of it. */
  record Wrong(List<WrongField> fields) implements VisitorAnswer {}

  /** The request was opened, or the list signed, by who was said to stand there. */
  record Settled() implements VisitorAnswer {}

  /** A colleague must do it: it is the clerk's own line, or the clerk is who acts. */
  record NotYours() implements VisitorAnswer {}

  /** The visit is about no line yet, or the operator's systems can't be asked. */
  record NoLine() implements VisitorAnswer {}
}
