package io.onhook.cancellation;

import io.onhook.engine.CaseProcess;
import io.onhook.engine.CaseView;
import io.onhook.engine.Ending;
import io.onhook.settlement.Quote;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the line and the money stand, by where the case stands. Pure. */
final class Tracks {
  private Tracks() {}

  /** What happens next, and when if that is known. */
  record Next(Optional<String> what, Optional<Instant> at) {
    static final Next NOTHING = new Next(Optional.empty(), Optional.empty());

    static Next of(String what, @Nullable Instant at) {
      return new Next(Optional.of(what), Optional.ofNullable(at));
    }
  }

  static LineTrack line(CaseView it) {
    return switch (it.ending()) {
      case Ending.Completed() -> LineTrack.ENDED;
      case Ending.Retracted() -> LineTrack.RETRACTED;
      case Ending.Refused(String code) -> LineTrack.NOT_APPROVED;
      case null -> running(it);
    };
  }

  private static LineTrack running(CaseView it) {
    // A case without a place is just being closed.
    String step = it.step().orElse("");
    if (step.equals(TellPaid.DUES)) {
      return LineTrack.YOUR_TURN;
    }
    if (!behind(step, Review.STEP)) {
      return LineTrack.IN_REVIEW;
    }
    if (!behind(step, "end-date")) {
      return LineTrack.SCHEDULED;
    }
    return behind(step, "close-contract") ? LineTrack.ENDED : LineTrack.BEING_ENDED;
  }

  /** Whether it can be taken back: nothing irreversible is on its way yet. */
  static boolean retractable(CaseView it) {
    return it.ending() == null
        && !it.undoing()
        && it.step().filter(step -> !behind(step, "point-of-no-return")).isPresent();
  }

  static MoneyTrack money(
      CaseView it, Cancellation state, Optional<CaseView> dues, Optional<CaseView> refund) {
    if (it.ending() instanceof Ending.Refused || it.ending() instanceof Ending.Retracted) {
      return MoneyTrack.NOTHING_OPEN;
    }
    Quote statement = state.progress().statement();
    if (statement == null) {
      return MoneyTrack.BEING_SETTLED;
    }
    if (statement.toPay().isPositive()) {
      boolean paid = dues.filter(child -> child.ending() != null).isPresent();
      return paid ? MoneyTrack.NOTHING_OPEN : MoneyTrack.TO_PAY;
    }
    if (!statement.toRefund().isPositive()) {
      return MoneyTrack.NOTHING_OPEN;
    }
    return refund
        .map(child -> child.state(Refund.class))
        .map(Tracks::refund)
        .orElse(MoneyTrack.BEING_SETTLED);
  }

  private static MoneyTrack refund(Refund refund) {
    if (refund.arrivedAt() != null) {
      return MoneyTrack.ARRIVED;
    }
    return refund.order() == null ? MoneyTrack.BEING_SETTLED : MoneyTrack.ON_ITS_WAY;
  }

  /**
   * What happens next.
   *
   * @param refund the case that brings the credit back, once there is one
   */
  static Next next(
      LineTrack line, MoneyTrack money, PromisedDates dates, Optional<CaseView> refund) {
    return switch (line) {
      case IN_REVIEW -> Next.of("decision", dates.decideBy());
      case SCHEDULED -> Next.of("end-date", dates.endsAt());
      case YOUR_TURN -> Next.of("payment", null);
      case BEING_ENDED -> Next.of("end", null);
      case RETRACTED, NOT_APPROVED -> Next.NOTHING;
      case ENDED ->
          switch (money) {
            case TO_PAY -> Next.of("payment", null);
            case BEING_SETTLED, ON_ITS_WAY ->
                Next.of(stopped(refund) ? "refund-stopped" : "refund", dates.refundBy());
            case ARRIVED, NOTHING_OPEN -> Next.NOTHING;
          };
    };
  }

  /** It bounced, is late, or nobody can say: a person looks into it. */
  private static boolean stopped(Optional<CaseView> refund) {
    return refund.filter(it -> it.standing() == CaseView.Standing.PARKED).isPresent();
  }

  /** Whether this step stands behind that one; the closing of a case stands behind all. */
  static boolean behind(String step, String other) {
    return position(step) > position(other);
  }

  private static int position(String step) {
    var nodes = CancellationProcess.CANCELLATION.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      CaseProcess.Node<Cancellation> node = nodes.get(i);
      if (node.name().equals(step)) {
        return i;
      }
    }
    return nodes.size();
  }
}
