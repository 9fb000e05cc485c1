package io.onhook.portal.check;

import io.onhook.policy.Acting;
import io.onhook.policy.Gate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers of the self-check, as sent. Nothing in it tells who asks.
 *
 * @param role key of an {@link Acting}; null or unknown if not answered
 * @param has keys of the {@link Gate}s that the visitor thinks stand there
 * @param sms {@code yes} or {@code no}: whether the line gets texts
 */
record CheckForm(@Nullable String role, @Nullable List<String> has, @Nullable String sms) {
  /** The gates that a visitor can know of without us. */
  private static final List<Gate> ASKED =
      List.of(
          Gate.ARREARS,
          Gate.CONTRACT_TERM,
          Gate.DEVICE_INSTALMENT,
          Gate.BUNDLE,
          Gate.SECONDARY_SIM,
          Gate.PORT_OUT_OPEN,
          Gate.PAYMENT_IN_FLIGHT,
          Gate.SIM_SWAPPED_RECENTLY,
          Gate.REPORTED_STOLEN);

  Optional<Acting> acting() {
    return Arrays.stream(Acting.values())
        .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(role))
        .findAny();
  }

  public List<String> ticked() {
    return has == null ? List.of() : has;
  }

  /** What the visitor ticked; what is not asked does not count. */
  List<Gate> gates() {
    return ASKED.stream().filter(gate -> ticked().contains(gate.key())).toList();
  }

  public boolean getsTexts() {
    return !"no".equals(sms);
  }

  static List<Gate> asked() {
    return ASKED;
  }
}
