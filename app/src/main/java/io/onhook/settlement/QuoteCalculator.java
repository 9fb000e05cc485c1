package io.onhook.settlement;

import io.onhook.policy.MoneyRule.Fee;
import io.onhook.policy.MoneyRule.FeeReason;
import io.onhook.policy.Pack;
import io.onhook.policy.Text;
import io.onhook.settlement.Quote.Kind;
import io.onhook.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Reckons what ending a line costs and brings back. Pure: the same bills, fees and pack give the
 * same quote, before submitting as on the final bill. The operator's billing rates; this adds the
 * pack's fees and says of each credit whether it comes back.
 */
public final class QuoteCalculator {
  private static final Text SMALL_DUES =
      new Text(
          Map.of(
              "en",
              "Small amount, let go",
              "zh-CN",
              "小额尾款免收",
              "de",
              "Kleiner Rest, erlassen",
              "fr",
              "Petite somme, abandonnée"));
  private static final Text SMALL_DUES_WHY =
      new Text(
          Map.of(
              "en",
              "What is owed is so little that you need not pay it.",
              "zh-CN",
              "所欠金额很小，不需要您再交。",
              "de",
              "Der Rest ist so klein, dass Sie ihn nicht zahlen müssen.",
              "fr",
              "La somme due est si petite que vous n’avez pas à la payer."));

  private static final Text DISPUTED_WHY =
      new Text(
          Map.of(
              "en",
              "Set aside. Nobody asks you for it until a person has decided.",
              "zh-CN",
              "先放在一边。有人作出决定之前，不会向您收取。",
              "de",
              "Zurückgestellt. Bis jemand entschieden hat, fordert es niemand von Ihnen.",
              "fr",
              "Mis de côté. Personne ne vous le demande tant que ce n’est pas tranché."));

  private final Pack pack;

  public QuoteCalculator(Pack pack) {
    this.pack = pack;
  }

  /**
   * @param bills open bills and balances; on the final statement the final bill and what else is
   *     still open. All in the pack's currency.
   * @param gateFees fees for leaving now, as the gates found them
   * @param ending the end it is reckoned for
   * @param now when it is reckoned
   * @throws IllegalArgumentException if a bill is in another currency
   */
  public Quote quote(List<Bill> bills, List<Quote.Fee> gateFees, Ending ending, Instant now) {
    return quote(bills, gateFees, List.of(), ending, now);
  }

  /**
   * @param disputed what is set aside of it; never more than would be to pay, so that nothing is
   *     paid back that nobody has decided on
   */
  public Quote quote(
      List<Bill> bills,
      List<Quote.Fee> gateFees,
      List<SetAside> disputed,
      Ending ending,
      Instant now) {
    var sheet = new Sheet(pack);
    bills.forEach(sheet::add);
    new UnusedPlan(pack).credits(bills, ending).forEach(sheet::add);
    for (Quote.Fee fee : gateFees) {
      sheet.add(new Quote.Line(Kind.FEE, fee.reason(), fee.text(), fee.why(), fee.amount()));
    }
    addPackFee(sheet, FeeReason.HANDLING);
    if (ending.simMissing()) {
      addPackFee(sheet, FeeReason.SIM_NOT_RETURNED);
    }
    sheet.settleOffsets();
    setAside(sheet, disputed);
    return close(sheet, ending.at().isAfter(now) ? ending.at() : now, now);
  }

  private Quote close(Sheet sheet, Instant finalBillAt, Instant now) {
    Money zero = Money.zero(pack.currency());
    long net = sheet.net();
    long writtenOff = net > 0 && net <= pack.money().smallWriteOff() ? net : 0;
    if (writtenOff > 0) {
      sheet.add(Kind.WRITTEN_OFF, "small-dues", SMALL_DUES, SMALL_DUES_WHY, -writtenOff);
    }
    if (net < 0) {
      net += addRefundCost(sheet, -net);
    }
    Money toRefund = net < 0 ? money(-net) : zero;
    return new Quote(
        List.copyOf(sheet.lines()),
        money(sheet.sum(Kind.OWED) + sheet.sum(Kind.PAID)),
        money(sheet.sum(Kind.FEE)),
        money(-sheet.sum(Kind.OFFSET)),
        money(-sheet.sum(Kind.REFUNDABLE)),
        money(-sheet.sum(Kind.KEPT)),
        money(-sheet.sum(Kind.UNCLEAR)),
        money(writtenOff),
        net > 0 ? money(net - writtenOff) : zero,
        toRefund,
        toRefund.isPositive()
            ? pack.days().after(finalBillAt, pack.money().refundDeadline())
            : null,
        now);
  }

  private static void setAside(Sheet sheet, List<SetAside> disputed) {
    for (SetAside one : disputed) {
      long aside = Math.min(one.amount().minor(), sheet.net());
      if (aside > 0) {
        sheet.add(Kind.DISPUTED, "disputed", disputed(one.text()), DISPUTED_WHY, -aside);
      }
    }
  }

  private static Text disputed(String what) {
    return new Text(
        Map.of(
            "en", "Disputed: " + what,
            "zh-CN", "有异议：" + what,
            "de", "Beanstandet: " + what,
            "fr", "Contesté : " + what));
  }

  private void addPackFee(Sheet sheet, FeeReason reason) {
    Fee fee = pack.money().fees().get(reason);
    if (fee != null) {
      sheet.add(Kind.FEE, Sheet.key(reason), fee.text(), Text.NONE, fee.minor());
    }
  }

  /** The cost of paying back is taken from what is paid back, and never more than that. */
  private long addRefundCost(Sheet sheet, long refund) {
    Fee fee = pack.money().fees().get(FeeReason.REFUND_COST);
    if (fee == null) {
      return 0;
    }
    long cost = Math.min(fee.minor(), refund);
    sheet.add(Kind.FEE, Sheet.key(FeeReason.REFUND_COST), fee.text(), Text.NONE, cost);
    return cost;
  }

  private Money money(long minor) {
    return Money.of(pack.currency(), minor);
  }
}
