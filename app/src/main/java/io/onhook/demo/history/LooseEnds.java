package io.onhook.demo.history;

import io.onhook.call.AskedCallBack;
import io.onhook.call.CallBacks;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.CheckAnswer;
import io.onhook.cancellation.ReportAnswer;
import io.onhook.cancellation.Reported;
import io.onhook.cancellation.Reports;
import io.onhook.demo.history.OperatorDoor.Subscriber;
import io.onhook.dispute.Disputes;
import io.onhook.dispute.RaiseAnswer;
import io.onhook.dispute.RaiseDispute;
import io.onhook.line.LineId;
import io.onhook.settlement.Bill;
import io.onhook.shared.Actor;
import io.onhook.shared.Language;
import io.onhook.shared.Msisdn;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What else waits for staff when a visitor comes: a report, a disputed charge, promised calls. Done
 * twice, it is done once.
 */
final class LooseEnds {
  /** Lines of their own, below those of the leavers. */
  private static final int REPORTED = 690_001;

  private static final int DISPUTED = 690_002;
  private static final int FIRST_CALLED = 690_003;

  /** The first is missed by the time a visitor comes. */
  private static final List<LocalTime> CALLS =
      List.of(LocalTime.of(10, 0), LocalTime.of(11, 30), LocalTime.of(15, 0));

  private static final List<String> TOPICS =
      List.of(
          "退款什么时候到账 When the refund arrives",
          "注销后号码多久会给别人 How long until the number is given on",
          "副卡怎么办 What becomes of the secondary SIM");

  private final OperatorDoor operator;
  private final Cancellations cancellations;
  private final Reports reports;
  private final Disputes disputes;
  private final CallBacks callBacks;
  private final ZoneId zone;
  private final Clock clock;

  /**
   * @param zone in which calls are promised
   */
  LooseEnds(
      OperatorDoor operator,
      Cancellations cancellations,
      Reports reports,
      Disputes disputes,
      CallBacks callBacks,
      ZoneId zone,
      Clock clock) {
    this.operator = operator;
    this.cancellations = cancellations;
    this.reports = reports;
    this.disputes = disputes;
    this.callBacks = callBacks;
    this.zone = zone;
    this.clock = clock;
  }

  void leave() {
    report();
    dispute();
    for (int nth = 0; nth < CALLS.size(); nth++) {
      promise(nth);
    }
  }

  private void report() {
    Subscriber subscriber = operator.subscriber("plain-unlimited", REPORTED);
    ReportAnswer answer =
        reports.take(
            new Reported(
                Reported.Kind.NEVER_OPENED,
                subscriber.holder(),
                subscriber.number(),
                subscriber.email(),
                "我名下查到这个号码，可我从来没有办过。",
                Language.ZH_CN),
            "history-" + REPORTED);
    if (!(answer instanceof ReportAnswer.Received)) {
      throw new Unlived("A report", answer);
    }
  }

  private void dispute() {
    Subscriber subscriber = operator.subscriber("arrears", DISPUTED);
    var line = new LineId(subscriber.id());
    Actor holder = Actor.holder(subscriber.party());
    CheckAnswer answer = cancellations.check(line, null, holder);
    if (!(answer instanceof CheckAnswer.Checked checked)) {
      throw new Unlived("A look at a bill", answer);
    }
    mustStand(
        charge(checked.bills())
            .map(it -> raised(line, it, holder))
            .orElseThrow(() -> new Unlived("A look for a charge", "nothing")));
  }

  /** A charge, and the bill on which it stands. */
  private record Found(String billId, String chargeId) {}

  private static Optional<Found> charge(List<Bill> bills) {
    return bills.stream()
        .filter(Bill::isAskedFor)
        .flatMap(bill -> bill.charges().stream().map(charge -> found(bill, charge.id())))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Found> found(Bill bill, @Nullable String charge) {
    return Optional.ofNullable(charge).map(id -> new Found(bill.id(), id));
  }

  private RaiseAnswer raised(LineId line, Found found, Actor holder) {
    return disputes.raise(
        new RaiseDispute(line, found.billId(), found.chargeId(), "那个月我在国外，没有用过。", Language.ZH_CN),
        holder);
  }

  private static void mustStand(RaiseAnswer answer) {
    switch (answer) {
      case RaiseAnswer.Raised _, RaiseAnswer.Before _, RaiseAnswer.NotHere _ -> {}
      case RaiseAnswer.ReasonMissing _, RaiseAnswer.NoSuchCharge _, RaiseAnswer.Unavailable _ ->
          throw new Unlived("A dispute", answer);
    }
  }

  private void promise(int nth) {
    Subscriber subscriber = operator.subscriber("plain-unlimited", FIRST_CALLED + nth);
    LocalDateTime at = LocalDateTime.ofInstant(clock.instant(), zone).with(CALLS.get(nth));
    AskedCallBack answer =
        callBacks.ask(
            Msisdn.of(subscriber.number()),
            at,
            Language.ZH_CN,
            TOPICS.get(nth),
            Actor.staff("hotline"));
    if (!(answer instanceof AskedCallBack.Promised
        || answer instanceof AskedCallBack.AlreadyPromised)) {
      throw new Unlived("A call at " + at, answer);
    }
  }
}
