package io.onhook.settlement;

import static io.onhook.settlement.Sums.AT_ONCE;
import static io.onhook.settlement.Sums.NOW;
import static io.onhook.settlement.Sums.bill;
import static io.onhook.settlement.Sums.charge;
import static io.onhook.settlement.Sums.fee;
import static io.onhook.settlement.Sums.fen;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.policy.Pack;
import io.onhook.policy.PackFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinalStatementTest {
  private static final Pack PACK = PackFixture.defaultPack().load();

  private static Quote quote(long gateFee, Bill.Charge... charges) {
    List<Quote.Fee> fees = gateFee == 0 ? List.of() : List.of(fee("contract-term", gateFee));
    return new QuoteCalculator(PACK).quote(List.of(bill(charges)), fees, AT_ONCE, NOW);
  }

  private static FinalStatement compare(Quote promised, Quote actual) {
    return FinalStatement.compare(PACK, promised, actual);
  }

  @Test
  void aKeptPromiseGoesOn() {
    Quote quote = quote(5000, charge("prepaid-balance", -10000));
    assertThat(compare(quote, quote).needsPerson()).isFalse();
  }

  @Test
  void usageUntilTheEndIsAllowed() {
    FinalStatement statement =
        compare(
            quote(0, charge("usage", 100), charge("prepaid-balance", -3650)),
            quote(0, charge("usage", 900), charge("prepaid-balance", -2000)));
    assertThat(statement.needsPerson()).isFalse();
  }

  @Test
  void aTopUpUntilTheEndIsAllowed() {
    assertThat(
            compare(
                    quote(0, charge("prepaid-balance", -100)),
                    quote(0, charge("prepaid-balance", -5100)))
                .needsPerson())
        .isFalse();
  }

  @Test
  void anEarlierBillCarriedOverIsAllowed() {
    assertThat(
            compare(quote(0, charge("plan", 5900)), quote(0, charge("arrears", 5900)))
                .needsPerson())
        .isFalse();
  }

  @Test
  void aHigherFeeGoesToAPerson() {
    assertThat(compare(quote(5000), quote(5001)).differences())
        .containsExactly(new FinalStatement.Difference("contract-term", fen(5000), fen(5001)));
  }

  @Test
  void aNewChargeGoesToAPerson() {
    assertThat(compare(quote(0), quote(0, charge("reconnection", 1))).differences())
        .containsExactly(new FinalStatement.Difference("reconnection", fen(0), fen(1)));
  }

  @Test
  void aSmallerDepositGoesToAPerson() {
    assertThat(
            compare(quote(0, charge("deposit", -10000)), quote(0, charge("deposit", -9999)))
                .differences())
        .containsExactly(new FinalStatement.Difference("deposit", fen(-10000), fen(-9999)));
  }

  @Test
  void moneyBackThatNobodyPromisedGoesToAPerson() {
    assertThat(compare(quote(0), quote(0, charge("deposit", -10000))).needsPerson()).isTrue();
    assertThat(compare(quote(0), quote(0, charge("cryptic", -1))).needsPerson()).isTrue();
  }

  @Test
  void whatTurnedOutCheaperGoesOn() {
    assertThat(compare(quote(5000), quote(4000)).needsPerson()).isFalse();
    assertThat(compare(quote(5000), quote(0)).needsPerson()).isFalse();
  }
}
