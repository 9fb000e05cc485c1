package io.onhook.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A way to ask for the end of a line. */
public enum Way {
  WEB,
  BRANCH,
  PHONE,
  TEXT;

  /**
   * @param open whether a request can be made this way
   * @param text how it goes, or why it is not open
   * @param copies the papers of which it asks for a copy; where several identity documents stand
   *     here, the one of the registered holder counts
   * @param actors who may act this way; null for the holder alone online, and elsewhere for all
   *     that may act at all
   */
  public record Rule(boolean open, Text text, List<Paper> copies, @Nullable List<Acting> actors) {
    public Rule {
      copies = copies == null ? List.of() : List.copyOf(copies);
    }
  }
}
