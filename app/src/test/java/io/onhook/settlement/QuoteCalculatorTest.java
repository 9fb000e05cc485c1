package io.onhook.settlement;

import static io.onhook.settlement.Sums.AT_ONCE;
import static io.onhook.settlement.Sums.NOW;
import static io.onhook.settlement.Sums.bill;
import static io.onhook.settlement.Sums.charge;
import static io.onhook.settlement.Sums.fee;
import static io.onhook.settlement.Sums.fen;
import static io.onhook.settlement.Sums.paid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhook.policy.Pack;
import io.onhook.policy.PackFixture;
import io.onhook.settlement.Quote.Kind;
import io.onhook.shared.Language;
import io.onhook.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteCalculatorTest {
  private static final Pack PACK = PackFixture.defaultPack().load();
  private final QuoteCalculator calculator = new QuoteCalculator(PACK);

  private Quote quote(Bill... bills) {
    return calculator.quote(List.of(bills), List.of(), AT_ONCE, NOW);
  }

  @Test
  void paysThePaidInBalanceBackByADeadline() {
    Quote quote = quote(bill(charge("prepaid-balance", -3650)));
    assertThat(quote.toRefund()).isEqualTo(fen(3650));
    assertThat(quote.toPay()).isEqualTo(fen(0));
    // 22 November 2026 is a Sunday; the fifteenth working day after it is 11 December.
    assertThat(quote.refundBy()).isEqualTo(Instant.parse("2026-12-11T16:00:00Z"));
  }

  @Test
  void keepsTheBonusAndSaysWhy() {
    Quote quote = quote(bill(charge("prepaid-balance", -1000), charge("bonus-balance", -500)));
    assertThat(quote.toRefund()).isEqualTo(fen(1000));
    assertThat(quote.kept()).isEqualTo(fen(500));
    assertThat(quote.lines())
        .filteredOn(line -> line.kind() == Kind.KEPT)
        .singleElement()
        .satisfies(line -> assertThat(line.why().in(Language.ZH_CN)).contains("不退款"));
  }

  @Test
  void aKeptBonusPaysNoBill() {
    Quote quote = quote(bill(charge("usage", 800), charge("bonus-balance", -800)));
    assertThat(quote.toPay()).isEqualTo(fen(800));
  }

  @Test
  void aDiscountLessensTheBillButIsNotPaidOut() {
    Quote quote = quote(bill(charge("plan", 1000), charge("discount", -1500)));
    assertThat(quote.toPay()).isEqualTo(fen(0));
    assertThat(quote.toRefund()).isEqualTo(fen(0));
    assertThat(quote.offset()).isEqualTo(fen(1000));
    assertThat(quote.kept()).isEqualTo(fen(500));
    assertThat(quote.refundBy()).isNull();
  }

  @Test
  void takesFeesAndDuesFromTheBalance() {
    Quote quote =
        calculator.quote(
            List.of(bill(charge("usage", 1200), charge("prepaid-balance", -10000))),
            List.of(fee("contract-term", 5000)),
            AT_ONCE,
            NOW);
    assertThat(quote.owed()).isEqualTo(fen(1200));
    assertThat(quote.fees()).isEqualTo(fen(5000));
    assertThat(quote.toRefund()).isEqualTo(fen(3800));
  }

  @ParameterizedTest
  @CsvSource({
    // paid of 5000, to pay, to refund
    "0,    5000, 0",
    "2000, 3000, 0",
    "5000, 0,    0",
    "6000, 0,    1000",
    "-300, 5300, 0",
  })
  void reckonsWithWhatIsPaidAlready(long paid, long toPay, long toRefund) {
    Quote quote = quote(paid(paid, charge("plan", 5000)));
    assertThat(quote.toPay()).isEqualTo(fen(toPay));
    assertThat(quote.toRefund()).isEqualTo(fen(toRefund));
  }

  @ParameterizedTest
  @CsvSource({"9, 9, 0", "10, 10, 0", "11, 0, 11"})
  void letsSmallDuesGo(long owed, long writtenOff, long toPay) {
    Quote quote = quote(bill(charge("usage", owed)));
    assertThat(quote.writtenOff()).isEqualTo(fen(writtenOff));
    assertThat(quote.toPay()).isEqualTo(fen(toPay));
  }

  @Test
  void leavesAnUnknownCreditToAPerson() {
    Quote quote = quote(bill(charge("cryptic", -700)));
    assertThat(quote.needsPerson()).isTrue();
    assertThat(quote.unclear()).isEqualTo(fen(700));
    assertThat(quote.toRefund()).isEqualTo(fen(0));
  }

  @Test
  void passesOverBillsThatAreSettled() {
    Bill settled = new Bill("B-0", "settled", List.of(charge("plan", 5000)), fen(0), NOW, false);
    assertThat(quote(settled).lines()).isEmpty();
  }

  @Test
  void asksThePacksOwnFees() {
    Pack pack =
        PackFixture.defaultPack()
            .with(
                "  fees: {} ",
                """
                  fees:
                    handling: { minor: 500, text: { zh-CN: 手续费, en: Handling }, source: test }
                    sim-not-returned: { minor: 2000, text: { zh-CN: 卡费, en: SIM }, source: test }
                    refund-cost: { minor: 100, text: { zh-CN: 汇费, en: Transfer }, source: test }
                """)
            .load();
    var asking = new QuoteCalculator(pack);
    List<Bill> bills = List.of(bill(charge("prepaid-balance", -3000)));
    assertThat(asking.quote(bills, List.of(), AT_ONCE, NOW).toRefund()).isEqualTo(fen(2400));
    assertThat(asking.quote(bills, List.of(), new Ending(NOW, null, true), NOW).toRefund())
        .isEqualTo(fen(400));
    // The transfer never costs more than is transferred.
    List<Bill> little = List.of(bill(charge("prepaid-balance", -560)));
    Quote quote = asking.quote(little, List.of(), AT_ONCE, NOW);
    assertThat(quote.toRefund()).isEqualTo(fen(0));
    assertThat(quote.toPay()).isEqualTo(fen(0));
    assertThat(quote.fees()).isEqualTo(fen(560));
  }

  /** A plan of CNY 30 from 1 to 30 November, billed in advance on the first. */
  @ParameterizedTest
  @CsvSource({
    "none,        2026-11-21T00:00:00+08:00, 3000",
    "day,         2026-11-21T00:00:00+08:00, 2000",
    "day,         2026-11-21T00:00:01+08:00, 2100",
    "day,         2026-11-30T00:00:00+08:00, 2900",
    "day,         2026-12-01T00:00:00+08:00, 3000",
    "day,         2026-12-15T00:00:00+08:00, 3000",
    "full-credit, 2026-11-21T00:00:00+08:00, 0",
    "full-credit, 2026-12-01T00:00:00+08:00, 3000",
  })
  void billsTheLastPeriodAsThePackSays(String billingEnd, String endsAt, long toPay) {
    Pack pack =
        PackFixture.defaultPack().with("billing-end: none", "billing-end: " + billingEnd).load();
    Instant first = Instant.parse("2026-10-31T16:00:00Z");
    var inAdvance = new Bill("B", "sent", List.of(charge("plan", 3000)), fen(3000), first, false);
    Instant end = java.time.OffsetDateTime.parse(endsAt).toInstant();
    var ending = new Ending(end, LocalDate.of(2026, 11, 30));
    Quote quote = new QuoteCalculator(pack).quote(List.of(inAdvance), List.of(), ending, first);
    assertThat(quote.toPay()).isEqualTo(fen(toPay));
    var rated = new Bill("F", "new", inAdvance.charges(), fen(3000), first, true);
    assertThat(new QuoteCalculator(pack).quote(List.of(rated), List.of(), ending, first).toPay())
        .as("a final bill is rated to the end already")
        .isEqualTo(fen(3000));
  }

  @Test
  void reckonsInOneCurrencyOnly() {
    Bill foreign =
        new Bill(
            "B",
            "sent",
            List.of(new Bill.Charge("usage", "x", Money.of("EUR", 1))),
            Money.of("EUR", 1),
            NOW,
            false);
    assertThatThrownBy(() -> quote(foreign)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neverWrapsAround() {
    assertThatThrownBy(() -> quote(bill(charge("usage", Long.MAX_VALUE)), bill(charge("usage", 1))))
        .isInstanceOf(ArithmeticException.class);
  }
}
