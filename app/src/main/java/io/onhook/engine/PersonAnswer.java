package io.onhook.engine;

import java.util.List;

/** What a person says of a parked case. The name is the kind of the signal that carries it. */
public enum PersonAnswer {
  /** Run the step again; of a remote step: ask first. */
  RETRY("person-retry"),
  /** The effect did happen: go on behind it. */
  HAPPENED("person-happened"),
  /** The effect did not happen: do it now. */
  DID_NOT_HAPPEN("person-did-not-happen"),
  /**
   * Take the case back; before the point of no return only. The same as a retraction: where it is
   * not known whether the step's effect happened, that must be said too.
   */
  UNDO(Signal.RETRACTION);

  /** Those that settle the parked step itself. */
  static final List<PersonAnswer> ON_THE_SPOT = List.of(RETRY, HAPPENED, DID_NOT_HAPPEN);

  private final String signal;

  PersonAnswer(String signal) {
    this.signal = signal;
  }

  /** The signal's kind. */
  public String signal() {
    return signal;
  }
}
