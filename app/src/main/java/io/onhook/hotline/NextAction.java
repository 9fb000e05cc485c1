package io.onhook.hotline;

import io.onhook.bar.Bar;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Eligibility;
import io.onhook.cancellation.GateFinding;
import io.onhook.cancellation.MoneyTrack;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one thing that helps this caller most, and why. Computed, never a wish of the operator's: no
 * action exists to change the caller's mind. Pure.
 *
 * @param what stable
 * @param finding what stands in the way, if that is why
 * @param it the case, if it is about one
 */
record NextAction(What what, @Nullable GateFinding finding, @Nullable CancellationView it) {

  /** What helps. */
  enum What {
    /** The line is barred for a lost SIM: lift it once SIM or new SIM is there. */
    LIFT,
    /** The case waits for something from the caller: send the page on which it goes. */
    SEND_MORE,
    /** The final bill is to be paid: say so, and how. */
    TELL_PAYMENT,
    /** A case is under way: say how far it is. */
    TELL_CASE,
    /** Something stands in the way: read it out, and send the list of what is needed. */
    READ_OBSTACLE,
    /** Nothing stands in the way: open the case. */
    OPEN_CASE,
    /** The same where requests can't be made by phone: send the link. */
    SEND_LINK,
    /** Nothing can be looked up just now: offer to call back. */
    CALL_BACK;

    /** As in message keys. */
    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * @param eligibility empty where the operator can't be asked, or the caller has only a case's
   *     contact
   * @param open the case that is under way
   * @param bar the bar that is on the line
   * @param byPhone whether requests can be made by phone here
   */
  static NextAction of(
      Optional<Eligibility> eligibility,
      Optional<CancellationView> open,
      Optional<Bar> bar,
      boolean byPhone) {
    if (bar.filter(NextAction::canBeLifted).isPresent()) {
      return new NextAction(What.LIFT, null, null);
    }
    if (open.isPresent()) {
      return new NextAction(about(open.get()), null, open.get());
    }
    if (eligibility.isEmpty()) {
      return new NextAction(What.CALL_BACK, null, null);
    }
    return eligibility.get().findings().stream()
        .filter(GateFinding::bars)
        .findFirst()
        .map(finding -> new NextAction(What.READ_OBSTACLE, finding, null))
        .orElseGet(() -> new NextAction(byPhone ? What.OPEN_CASE : What.SEND_LINK, null, null));
  }

  private static boolean canBeLifted(Bar bar) {
    return bar.reason() == Bar.Reason.LOST
        && (bar.standing() == Bar.Standing.BARRED || bar.standing() == Bar.Standing.BEING_BARRED);
  }

  private static What about(CancellationView it) {
    if (it.next().filter("more"::equals).isPresent()) {
      return What.SEND_MORE;
    }
    return it.moneyTrack() == MoneyTrack.TO_PAY ? What.TELL_PAYMENT : What.TELL_CASE;
  }
}
