package io.onhook.policy;

import java.util.List;

/** In what role a person asks for the end of a line. */
public enum Acting {
  HOLDER,
  AGENT,
  HEIR,
  COMPANY,
  GUARDIAN;

  /**
   * Whether this role may act, and with which papers.
   *
   * @param allowed whether the pack lets it act at all
   * @param papers what it brings; where several identity documents stand here, the one of the
   *     registered holder counts
   * @param text the rule in plain words, or why it may not act
   */
  public record Rule(boolean allowed, List<Paper> papers, Text text) {}
}
