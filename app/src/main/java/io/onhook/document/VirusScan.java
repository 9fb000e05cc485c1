package io.onhook.document;

/** Looks a file over before it is opened. */
interface VirusScan {
  /** Where no scanner is set up. */
  VirusScan NONE = file -> Verdict.CLEAN;

  /** What it says of a file. */
  enum Verdict {
    CLEAN,
    INFECTED,
    /** It gave no answer: nobody knows. */
    DOWN
  }

  Verdict scan(byte[] file);
}
