package io.onhook.settlement;

import io.onhook.bss.BusinessSystems;
import io.onhook.policy.Pack;
import io.onhook.policy.PackProblem;
import io.onhook.policy.Packs;
import io.onhook.policy.WrongPacks;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The pack in force and the operator's billing reckon in one currency, or nothing starts: what is
 * owed in one can't be set against a fee in another, and nobody converts here.
 */
@Component
@ConditionalOnProperty("onhook.bss.url")
final class OneCurrency {
  OneCurrency(Packs packs, BusinessSystems systems) {
    Pack pack = packs.current();
    String ours = systems.currency();
    if (!pack.currency().equals(ours)) {
      throw new WrongPacks(
          List.of(
              new PackProblem(
                  "pack \"" + pack.id() + "\" version " + pack.version(),
                  0,
                  "currency",
                  "It is "
                      + pack.currency()
                      + ", but the operator's billing reckons in "
                      + ours
                      + " (onhook.bss.currency).",
                  "If billing reckons in "
                      + pack.currency()
                      + ", set onhook.bss.currency to it; else choose a pack in "
                      + ours
                      + " by onhook.pack.")));
    }
  }
}
