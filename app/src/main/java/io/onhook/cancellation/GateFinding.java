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
 */
public record GateFinding(
    Gate gate,
    GateEffect effect,
    Text title,
    Text rule,
    Text remedy,
    @Nullable Money amount,
    @Nullable Instant freeAt,
    List<String> about) {
  public boolean blocks() {
    return effect == GateEffect.BLOCKS;
  }
}
