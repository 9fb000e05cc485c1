package io.onhook.journal;

/**
 * What is wrong with the journal.
 *
 * @param problem what sort of harm
 * @param place which entry or root: {@code chain 12, entry 5}, {@code root-0000000003.json}
 * @param detail what was expected and what is there
 */
public record Finding(Problem problem, String place, String detail) {
  /** The sorts of harm. */
  public enum Problem {
    /** An entry's content does not give its hash, or a whole chain was written anew. */
    BROKEN,
    /** A chain has a gap. */
    MISSING,
    /** A chain, or its end, that a root knows is gone. */
    CUT_OFF,
    /** A root is gone, changed, or not signed by us. */
    ROOT
  }

  @Override
  public String toString() {
    return problem + " " + place + ": " + detail;
  }
}
