package io.onhook.cancellation;

import io.onhook.line.Line;
import io.onhook.line.LineId;
import io.onhook.policy.Fate;
import io.onhook.policy.Gate;
import io.onhook.policy.GateEffect;
import io.onhook.policy.GateRule;
import io.onhook.policy.Pack;
import java.util.List;
import java.util.stream.Stream;

/**
 * A product that hangs on a line, and what the holder can decide about it.
 *
 * @param id the operator's id of it
 * @param name what it is called
 * @param isLine whether it is a line itself: a secondary SIM
 * @param choices by the pack; empty where nothing can be decided here
 */
public record Hanging(LineId id, String name, boolean isLine, List<Fate> choices) {

  /** All that hangs on a line, secondary SIMs first; nothing where the pack has no such gate. */
  public static List<Hanging> of(Pack pack, Line line) {
    return Stream.concat(
            of(pack, Gate.SECONDARY_SIM, line.secondaries(), true),
            of(pack, Gate.BUNDLE, line.bundle(), false))
        .toList();
  }

  private static Stream<Hanging> of(
      Pack pack, Gate gate, List<Line.Related> related, boolean isLine) {
    GateRule rule = pack.gate(gate);
    List<Fate> choices = rule.choices();
    return rule.effect() == GateEffect.ABSENT
        ? Stream.empty()
        : related.stream().map(it -> new Hanging(it.id(), it.name(), isLine, choices));
  }
}
