package io.onhook.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What became of asking for a call-back. */
public sealed interface AskedCallBack {
  /** It is promised. */
  record Promised(String id, Instant at) implements AskedCallBack {}

  /** That time has passed. */
  record InThePast() implements AskedCallBack {}

  /** There is no such time that day: clocks go forward over it. */
  record NoSuchTime() implements AskedCallBack {}

  /**
   * Nobody calls then.
   *
   * @param next when somebody does; empty if not soon
   */
  record NobodyThere(Optional<Instant> next) implements AskedCallBack {}

  /** That is too far ahead. */
  record TooFar(Duration atMost) implements AskedCallBack {}

  /** This number has a call-back already. */
  record AlreadyPromised(Instant at) implements AskedCallBack {}
}
