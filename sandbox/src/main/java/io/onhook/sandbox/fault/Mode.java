package io.onhook.sandbox.fault;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A way to misbehave. */
public enum Mode {
  /** Does it, and the answer never arrives. */
  LOSE_ANSWER,
  /** Does nothing, and no answer arrives. */
  LOSE_REQUEST,
  /** Does it after the caller has given up, and never answers. */
  LATE,
  /** Does it at once, says nothing for a while, and hangs up: time to kill who waits. */
  WITHHOLD,
  /** Says no for the time being; once it is used up, it succeeds. */
  REJECT,
  /** Asked about something that is there, it says that it isn't. */
  STALE_NOT_FOUND,
  /** Does it and says that it refused; asked, it says the opposite of what is. */
  CONTRADICT,
  /** Answers rightly, but slowly. */
  SLOW;

  /** As in {@code lose-answer}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Mode> of(String text) {
    return Stream.of(values()).filter(mode -> mode.text().equals(text)).findFirst();
  }
}
