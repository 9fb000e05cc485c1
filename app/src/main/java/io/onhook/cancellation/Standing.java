package io.onhook.cancellation;

import io.onhook.line.Line;
import io.onhook.line.LineId;
import io.onhook.policy.Acting;
import io.onhook.settlement.Bill;
import io.onhook.settlement.SetAside;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How things stand when a line is judged: all that gates look at.
 *
 * @param line as the operator's inventory tells it now
 * @param bills open bills and balances
 * @param acting in what role the applicant acts
 * @param identity whether the applicant's identity was compared with the holder's
 * @param mandateUntil until when an agent's or guardian's mandate is good; null if none was shown
 * @param decided bundled products and secondary SIMs of which it is decided what becomes of them
 * @param disputed amounts of these bills that the holder disputes: set aside
 */
public record Standing(
    Line line,
    List<Bill> bills,
    Acting acting,
    Identity identity,
    @Nullable Instant mandateUntil,
    Set<LineId> decided,
    List<SetAside> disputed) {
  /** Whether the applicant's identity was compared with the registered holder's. */
  public enum Identity {
    /** Not yet asked for: the self-check before the form. */
    NOT_CHECKED,
    MATCHES,
    DIFFERS
  }

  /** The holder looks at an own line, and nothing has been asked yet. */
  public static Standing ofHolder(Line line, List<Bill> bills) {
    return new Standing(
        line, bills, Acting.HOLDER, Identity.NOT_CHECKED, null, Set.of(), List.of());
  }

  Standing deciding(Set<LineId> products) {
    return new Standing(line, bills, acting, identity, mandateUntil, products, disputed);
  }

  Standing as(Acting role) {
    return new Standing(line, bills, role, identity, mandateUntil, decided, disputed);
  }

  /** In the holder's place, by a mandate that is good until then; null for none. */
  Standing as(Acting role, @Nullable Instant until) {
    return new Standing(line, bills, role, identity, until, decided, disputed);
  }

  public Standing with(Identity compared) {
    return new Standing(line, bills, acting, compared, mandateUntil, decided, disputed);
  }

  Standing disputing(List<SetAside> amounts) {
    return new Standing(line, bills, acting, identity, mandateUntil, decided, amounts);
  }
}
