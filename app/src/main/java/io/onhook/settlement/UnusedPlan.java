package io.onhook.settlement;

import io.onhook.policy.MoneyRule.BillingEnd;
import io.onhook.policy.Pack;
import io.onhook.policy.Text;
import io.onhook.policy.WorkingDays;
import io.onhook.settlement.Quote.Kind;
import io.onhook.shared.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The plan fee of days after the end, where the pack wants it credited. A final bill is rated to
 * the end already, so it gets none.
 */
final class UnusedPlan {
  static final String KEY = "plan-unused";
  private static final String PLAN = "plan";
  private static final Text TEXT =
      new Text(
          Map.of(
              "en",
              "Plan fee after the end",
              "zh-CN",
              "停机后未使用的套餐费",
              "de",
              "Tarif nach dem Ende",
              "fr",
              "Forfait après la fin"));
  private static final Text WHY =
      new Text(
          Map.of(
              "en",
              "You do not pay for days after the line has ended.",
              "zh-CN",
              "号码注销之后的日子不收费。",
              "de",
              "Tage nach dem Ende des Anschlusses zahlen Sie nicht.",
              "fr",
              "Vous ne payez pas les jours après la fin de la ligne."));

  private final Pack pack;

  UnusedPlan(Pack pack) {
    this.pack = pack;
  }

  List<Quote.Line> credits(List<Bill> bills, Ending ending) {
    LocalDate periodEnd = ending.periodEndsOn();
    if (periodEnd == null || pack.money().billingEnd() == BillingEnd.NONE) {
      return List.of();
    }
    WorkingDays days = pack.days();
    LocalDate start = periodEnd.plusDays(1).minusMonths(1);
    LocalDate lastDay = days.lastDayBefore(ending.at());
    if (lastDay.isBefore(start) || !lastDay.isBefore(periodEnd)) {
      return List.of();
    }
    var credits = new ArrayList<Quote.Line>();
    for (Bill bill : bills) {
      LocalDate billedOn = days.dateOf(bill.billedAt());
      if (bill.isFinal() || billedOn.isBefore(start) || billedOn.isAfter(periodEnd)) {
        continue;
      }
      bill.charges().stream()
          .filter(charge -> charge.bucket().equals(PLAN) && charge.amount().isPositive())
          .map(charge -> credit(charge.amount(), start, lastDay, periodEnd))
          .forEach(credits::add);
    }
    return credits;
  }

  /** A broken cent goes to the holder. */
  private Quote.Line credit(Money fee, LocalDate start, LocalDate lastDay, LocalDate periodEnd) {
    long all = ChronoUnit.DAYS.between(start, periodEnd) + 1;
    long unused =
        pack.money().billingEnd() == BillingEnd.FULL_CREDIT
            ? all
            : ChronoUnit.DAYS.between(lastDay, periodEnd);
    long credit = Math.ceilDiv(Math.multiplyExact(fee.minor(), unused), all);
    return new Quote.Line(
        Kind.REFUNDABLE, KEY, TEXT, WHY, Money.of(fee.currency(), credit).negated());
  }
}
