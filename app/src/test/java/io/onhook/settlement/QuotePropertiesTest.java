package io.onhook.settlement;

import static io.onhook.settlement.Sums.NOW;
import static io.onhook.settlement.Sums.charge;
import static io.onhook.settlement.Sums.fee;
import static io.onhook.settlement.Sums.fen;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.policy.Pack;
import io.onhook.policy.PackFixture;
import io.onhook.settlement.Quote.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any bills, fees and packs. A failure names its seed, which repeats it. */
class QuotePropertiesTest {
  private static final List<String> BUCKETS =
      List.of(
          "usage",
          "plan",
          "pass",
          "arrears",
          "discount",
          "prepaid-balance",
          "bonus-balance",
          "deposit",
          "never-heard-of");
  private static final String FEES =
      """
        fees:
          handling: { minor: 7, text: { zh-CN: 手续费, en: Handling }, source: test }
          refund-cost: { minor: 150, text: { zh-CN: 汇费, en: Transfer }, source: test }
      """;
  private static final List<Pack> PACKS =
      List.of(
          PackFixture.defaultPack().load(),
          PackFixture.defaultPack().with("billing-end: none", "billing-end: day").load(),
          PackFixture.defaultPack().with("  fees: {} ", FEES).load(),
          PackFixture.defaultPack()
              .with("small-write-off: 10 ", "small-write-off: 5000 ")
              .with("billing-end: none", "billing-end: full-credit")
              .load());

  static LongStream seeds() {
    return LongStream.range(0, 400);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void balances(long seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 25; i++) {
      Pack pack = PACKS.get(random.nextInt(PACKS.size()));
      List<Bill> bills = bills(random);
      List<Quote.Fee> fees = fees(random);
      var ending =
          new Ending(NOW.plusSeconds(random.nextLong(40L * 86_400)), LocalDate.of(2026, 11, 30));
      check(pack, new QuoteCalculator(pack).quote(bills, fees, ending, NOW), bills, fees);
    }
  }

  private static void check(Pack pack, Quote quote, List<Bill> bills, List<Quote.Fee> fees) {
    long owed = quote.owed().minor();
    long charged = quote.fees().minor();
    long offset = quote.offset().minor();
    long refundable = quote.refundable().minor();
    long toPay = quote.toPay().minor();
    long toRefund = quote.toRefund().minor();

    assertThat(owed + charged - offset - refundable - quote.writtenOff().minor())
        .as("debits and credits")
        .isEqualTo(toPay - toRefund);
    assertThat(List.of(owed, charged, offset, refundable, toPay, toRefund, quote.kept().minor()))
        .allMatch(amount -> amount >= 0);
    assertThat(Math.min(toPay, toRefund)).as("never both").isZero();
    assertThat(toRefund)
        .as("never more than the refundable credit less what is owed")
        .isLessThanOrEqualTo(Math.max(0, refundable - Math.max(0, owed + charged - offset)));
    assertThat(offset).isLessThanOrEqualTo(owed + charged);
    assertThat(quote.writtenOff().minor()).isBetween(0L, pack.money().smallWriteOff());
    assertThat(quote.refundBy() == null).isEqualTo(toRefund == 0);
    assertThat(linesOf(quote)).as("the lines add up").isEqualTo(toPay - toRefund);
    long asked = fees.stream().mapToLong(fee -> fee.amount().minor()).sum();
    assertThat(charged).isGreaterThanOrEqualTo(asked);
    nothingIsLost(quote, bills, charged);
  }

  private static long linesOf(Quote quote) {
    return quote.lines().stream()
        .filter(line -> line.kind() != Kind.KEPT && line.kind() != Kind.UNCLEAR)
        .mapToLong(line -> line.amount().minor())
        .sum();
  }

  /** What the operator says is due is found again, every cent of it, whatever it is called. */
  private static void nothingIsLost(Quote quote, List<Bill> bills, long charged) {
    long due = bills.stream().mapToLong(bill -> bill.due().minor()).sum();
    long all = quote.lines().stream().mapToLong(line -> line.amount().minor()).sum();
    long unused =
        quote.lines().stream()
            .filter(line -> line.key().equals(UnusedPlan.KEY))
            .mapToLong(line -> line.amount().minor())
            .sum();
    assertThat(all).isEqualTo(due + charged + unused - quote.writtenOff().minor());
  }

  private static List<Bill> bills(SplittableRandom random) {
    var bills = new ArrayList<Bill>();
    for (int n = random.nextInt(4); n > 0; n--) {
      var charges = new ArrayList<Bill.Charge>();
      long sum = 0;
      for (int c = random.nextInt(6); c > 0; c--) {
        long amount = random.nextLong(-20_000, 20_000);
        charges.add(charge(BUCKETS.get(random.nextInt(BUCKETS.size())), amount));
        sum += amount;
      }
      long paid = random.nextInt(3) == 0 ? random.nextLong(-500, 25_000) : 0;
      bills.add(new Bill("B-" + n, "sent", charges, fen(sum - paid), NOW, random.nextBoolean()));
    }
    return bills;
  }

  private static List<Quote.Fee> fees(SplittableRandom random) {
    return random.nextInt(3) == 0
        ? List.of(fee("contract-term", random.nextLong(1, 30_000)))
        : List.of();
  }
}
