package io.onhook.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one gate means in one place.
 *
 * @param effect what it does to a request
 * @param title its name in few words: "Unpaid bills"
 * @param rule the rule in plain words, fit to be read aloud
 * @param remedy what to do about it, in plain words
 * @param source where the rule stands, and whether it is configuration to be checked: a law and its
 *     paragraph, an article, "operator's practice (cfg)"
 * @param fee what it costs to leave now; present exactly where the effect is {@link
 *     GateEffect#COSTS}
 * @param cooling how long after the event the gate stays shut, where it opens by itself
 * @param choices what a holder can decide about what hangs on the line; empty where the gate is
 *     about nothing that hangs on it
 */
public record GateRule(
    GateEffect effect,
    Text title,
    Text rule,
    Text remedy,
    String source,
    @Nullable FeeSpec fee,
    @Nullable Term cooling,
    List<Fate> choices) {
  /** An absent gate needs no words. */
  @JsonCreator
  static GateRule read(
      GateEffect effect,
      @Nullable Text title,
      @Nullable Text rule,
      @Nullable Text remedy,
      @Nullable String source,
      @Nullable FeeSpec fee,
      @Nullable Term cooling,
      @Nullable List<Fate> choices) {
    return new GateRule(
        effect,
        Objects.requireNonNullElse(title, Text.NONE),
        Objects.requireNonNullElse(rule, Text.NONE),
        Objects.requireNonNullElse(remedy, Text.NONE),
        Objects.requireNonNullElse(source, ""),
        fee,
        cooling,
        Objects.requireNonNullElse(choices, List.of()));
  }

  /** A gate that this place does not have. */
  static GateRule absent() {
    return new GateRule(
        GateEffect.ABSENT, Text.NONE, Text.NONE, Text.NONE, "", null, null, List.of());
  }
}
