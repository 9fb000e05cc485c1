package io.onhook.cancellation;

import io.onhook.policy.Gate;
import io.onhook.policy.GateEffect;
import io.onhook.policy.Text;
import io.onhook.shared.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A gate that this line stands before, with all that the holder needs to know about it.
 *
 * @param gate which
 * @param effect what it does, by the pack; never {@link GateEffect#ABSENT}
 * @param title its name: "Unpaid bills"
 * @param rule the rule in plain words
 * @param remedy what to do about it
 * @param amount what is owed, or costs to leave now; null where no money is meant
 * @param freeAt when it opens by itself; null where it doesn't
 * @param about names of what it concerns: bundled products, secondary SIMs, bills
 * @param decidable whether the holder opens it in the form, by deciding about each of these
 */
public record GateFinding(
    Gate gate,
    GateEffect effect,
    Text title,
    Text rule,
    Text remedy,
    @Nullable Money amount,
    @Nullable Instant freeAt,
    List<String> about,
    boolean decidable) {
  public GateFinding(
      Gate gate,
      GateEffect effect,
      Text title,
      Text rule,
      Text remedy,
      @Nullable Money amount,
      @Nullable Instant freeAt,
      List<String> about) {
    this(gate, effect, title, rule, remedy, amount, freeAt, about, false);
  }

  /** Whether nothing that the form asks opens it. */
  public boolean bars() {
    return blocks() && !decidable;
  }

  public boolean blocks() {
    return effect == GateEffect.BLOCKS;
  }
}
