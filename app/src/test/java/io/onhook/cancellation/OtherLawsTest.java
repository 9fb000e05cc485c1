package io.onhook.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.cancellation.Eligibility.Verdict;
import io.onhook.policy.Gate;
import io.onhook.policy.GateEffect;
import io.onhook.policy.Pack;
import io.onhook.policy.PackFixture;
import io.onhook.settlement.Bill;
import io.onhook.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same lines under the laws of other places. */
class OtherLawsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private static Eligibility assess(Pack pack, GateLine line, @Nullable LocalDate askedFor) {
    return new Assessment(pack, line.standing(), NOW).assess(askedFor);
  }

  private static GateLine line(Pack pack) {
    var line = new GateLine();
    line.documentKind = pack.id().equals("cn") ? "resident-id" : "identity-card";
    return line;
  }

  private static GateLine withArrears(Pack pack) {
    Money due = Money.of(pack.currency(), 5900);
    GateLine line = line(pack);
    line.bills.add(
        new Bill(
            "B-1",
            "sent",
            List.of(new Bill.Charge("plan", "Plan", due)),
            due,
            Instant.parse("2026-02-01T00:00:00Z"),
            false));
    return line;
  }

  @ParameterizedTest
  @CsvSource({
    "cn,    CANNOT",
    "ph,    CANNOT",
    "in,    CAN",
    "de,    CAN",
    "fr,    CAN",
    "uk,    CAN",
    "us-ca, CAN",
  })
  void arrearsBlockOnlyWhereTheLawLetsThem(String id, Verdict verdict) {
    Pack pack = PackFixture.shipped(id);
    Eligibility found = assess(pack, withArrears(pack), null);
    assertThat(found.verdict()).isEqualTo(verdict);
    assertThat(found.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.gate()).isEqualTo(Gate.ARREARS);
              assertThat(finding.amount()).isEqualTo(Money.of(pack.currency(), 5900));
            });
    assertThat(found.quote().toPay()).isEqualTo(Money.of(pack.currency(), 5900));
  }

  @ParameterizedTest
  @CsvSource({
    // a term until 30 June 2027 with a leaving fee of 120.00
    "cn,    12000, 2026-03-05",
    "ph,    45600, 2026-03-05", // and PHP 336
    "in,    0,     2026-03-05",
    "de,    0,     2027-06-30", // waits for the term
    "fr,    12000, 2026-03-05",
    "uk,    12000, 2026-04-01",
    "us-ca, 12000, 2026-03-03",
  })
  void aRunningTermCostsOrMovesTheEnd(String id, long fee, LocalDate lastDay) {
    Pack pack = PackFixture.shipped(id);
    GateLine line = line(pack);
    line.termEndsOn = LocalDate.of(2027, 6, 30);
    line.termFee = Money.of(pack.currency(), 12000);
    Eligibility found = assess(pack, line, null);
    assertThat(found.findings().stream().noneMatch(GateFinding::blocks)).isTrue();
    assertThat(found.quote().fees()).isEqualTo(Money.of(pack.currency(), fee));
    assertThat(found.findings())
        .filteredOn(finding -> finding.gate() == Gate.CONTRACT_TERM)
        .as("a fee is named exactly where it is charged")
        .extracting(GateFinding::amount)
        .containsExactly(fee == 0 ? null : Money.of(pack.currency(), fee));
    assertThat(pack.days().lastDayBefore(found.endsAt())).isEqualTo(lastDay);
  }

  @Test
  void theFrenchEndIsAtMostTenDaysAwayUnlessTheHolderAsksForALaterOne() {
    Pack pack = PackFixture.shipped("fr");
    LocalDate later = LocalDate.of(2026, 6, 30);
    assertThat(pack.days().lastDayBefore(assess(pack, line(pack), later).endsAt()))
        .isEqualTo(later);
    assertThat(assess(pack, line(pack), null).endsAt())
        .isBefore(pack.days().endOf(LocalDate.of(2026, 3, 13)));
  }

  @Test
  void thePhilippinePromoThatRenewsItselfIsToldAndStopsWithTheLine() {
    Pack pack = PackFixture.shipped("ph");
    GateLine line = line(pack);
    line.promoRenews = true;
    Eligibility found = assess(pack, line, null);
    assertThat(found.verdict()).isEqualTo(Verdict.CAN);
    assertThat(found.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.gate()).isEqualTo(Gate.PROMO_RENEWS);
              assertThat(finding.effect()).isEqualTo(GateEffect.WARNS);
              assertThat(finding.rule().in("en")).contains("nothing renews");
            });
  }

  @ParameterizedTest
  @CsvSource({"cn, 3650", "ph, 0", "in, 0", "de, 3650", "fr, 3650", "uk, 3650", "us-ca, 0"})
  void paidInCreditComesBackOrNot(String id, long refund) {
    Pack pack = PackFixture.shipped(id);
    GateLine line = line(pack);
    Money credit = Money.of(pack.currency(), -3650);
    line.bills.add(
        new Bill(
            "B-1",
            "new",
            List.of(new Bill.Charge("prepaid-balance", "Balance", credit)),
            credit,
            NOW,
            false));
    assertThat(assess(pack, line, null).quote().toRefund())
        .isEqualTo(Money.of(pack.currency(), refund));
  }
}
