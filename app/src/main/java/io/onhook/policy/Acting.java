package io.onhook.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
   * @param relations what it can be to the holder, by a stable key; empty where that is not asked
   * @param declaration what it declares at the end, in place of the holder's own words; null for
   *     those
   */
  public record Rule(
      boolean allowed,
      List<Paper> papers,
      Text text,
      @Nullable Map<String, Text> relations,
      @Nullable Text declaration) {
    @Override
    public Map<String, Text> relations() {
      return relations == null ? Map.of() : relations;
    }
  }

  /** As written in packs, APIs and message keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of this key, if there is one. */
  public static Optional<Acting> of(String key) {
    return Arrays.stream(values()).filter(acting -> acting.key().equals(key)).findAny();
  }
}
