package io.onhook.engine;

/** How a case ended. */
public sealed interface Ending {
  /** Its last step is done. */
  record Completed() implements Ending {}

  /** A step refused it, before the point of no return; what was done is undone. */
  record Refused(String code) implements Ending {}

  /** Taken back before the point of no return; what was done is undone. */
  record Retracted() implements Ending {}
}
