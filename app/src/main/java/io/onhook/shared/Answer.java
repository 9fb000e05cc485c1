package io.onhook.shared;

import java.util.function.Function;

/**
 * What came of asking the world: a value; a failure of which it is certain that nothing happened;
 * or silence, after which something may have happened.
 */
public sealed interface Answer<T> {
  /** The partner answered. */
  record Got<T>(T value) implements Answer<T> {}

  /** It certainly had no effect: never sent, or refused. Safe to repeat. */
  record Failed<T>(Fault fault) implements Answer<T> {}

  /** Sent, and no answer came: it may have happened. Ask before repeating. */
  record Silent<T>(Fault fault) implements Answer<T> {}

  /** The same answer with another value. */
  default <R> Answer<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Got<T>(T value) -> new Got<>(change.apply(value));
      case Failed<T>(Fault fault) -> new Failed<>(fault);
      case Silent<T>(Fault fault) -> new Silent<>(fault);
    };
  }

  /** Goes on with the value, if there is one. */
  default <R> Answer<R> then(Function<? super T, Answer<R>> next) {
    return switch (this) {
      case Got<T>(T value) -> next.apply(value);
      case Failed<T>(Fault fault) -> new Failed<>(fault);
      case Silent<T>(Fault fault) -> new Silent<>(fault);
    };
  }

  /** The same, where something was sent before: failing to go on leaves it open what happened. */
  default Answer<T> afterSending() {
    return this instanceof Failed<T>(Fault fault) ? new Silent<>(fault) : this;
  }
}
