package io.onhook.cancellation;

import static io.onhook.cancellation.GateLine.fen;
import static io.onhook.cancellation.GateLine.related;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.line.Line;
import io.onhook.line.LineId;
import io.onhook.policy.Acting;
import io.onhook.policy.Gate;
import io.onhook.policy.GateEffect;
import io.onhook.policy.Pack;
import io.onhook.policy.PackFixture;
import io.onhook.shared.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GateJudgeTest {
  private static final Pack PACK = PackFixture.defaultPack().load();
  private static final Instant NOW = at("2026-11-22T10:00:00+08:00");

  private static List<GateFinding> judge(Pack pack, GateLine line, Instant now) {
    return GateJudge.judge(pack, line.standing(), now, now);
  }

  private static GateLine line(Consumer<GateLine> change) {
    var line = new GateLine();
    change.accept(line);
    return line;
  }

  /** One line for each gate that stands before that gate alone. */
  private static GateLine before(Gate gate) {
    return line(
        it -> {
          switch (gate) {
            case PORT_OUT_OPEN -> it.portOutOpen = true;
            case ARREARS -> it.bill("B-1", "sent", "plan", 5900);
            case PAYMENT_IN_FLIGHT -> it.paymentInFlight = true;
            case PROMO_RENEWS -> it.promoRenews = true;
            case CONTRACT_TERM -> {
              it.termEndsOn = LocalDate.of(2027, 6, 30);
              it.termFee = fen(12000);
            }
            case DEVICE_INSTALMENT -> {
              it.instalmentsEndOn = LocalDate.of(2027, 3, 31);
              it.instalmentsOpen = fen(80000);
            }
            case BUNDLE -> it.bundle = List.of(related("broadband"));
            case SECONDARY_SIM -> it.secondaries = List.of(related("child"));
            case IDENTITY_MISMATCH -> it.identity = Standing.Identity.DIFFERS;
            case REPORTED_STOLEN -> it.reportedStolen = true;
            case DISPUTED -> it.disputed = true;
            case SIM_SWAPPED_RECENTLY -> it.simSwappedAt = NOW.minusSeconds(3600);
            case LEGAL_HOLD -> it.legalHold = true;
            case HOLDER_DECEASED -> it.deceased = true;
            case COMPANY_LINE -> it.kind = Line.Holder.Kind.COMPANY;
            case MANDATE_INVALID -> it.acting = Acting.AGENT;
            case ALREADY_ENDED -> it.status = Line.Status.TERMINATED;
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void findsEachGateAloneWithThePacksWordsAndEffect(Gate gate) {
    assertThat(judge(PACK, before(gate), NOW))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.gate()).isEqualTo(gate);
              assertThat(finding.effect()).isEqualTo(PACK.gate(gate).effect());
              assertThat(finding.rule().in(Language.ZH_CN)).isNotBlank();
              assertThat(finding.remedy().in(Language.EN)).isNotBlank();
            });
  }

  @ParameterizedTest
  @EnumSource
  void isSilentWhereThePackHasNoSuchGate(Gate gate) {
    Pack pack = PackFixture.defaultPack().gate(gate, GateEffect.ABSENT).load();
    assertThat(judge(pack, before(gate), NOW)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void warnsWhereThePackOnlyWarns(Gate gate) {
    Pack pack = PackFixture.defaultPack().gate(gate, GateEffect.WARNS).load();
    assertThat(judge(pack, before(gate), NOW))
        .singleElement()
        .satisfies(finding -> assertThat(finding.blocks()).isFalse());
  }

  @Test
  void findsNothingBeforeALineWithNothingInItsWay() {
    assertThat(judge(PACK, new GateLine(), NOW)).isEmpty();
  }

  @Test
  void findsAllAtOnceBlockingOnesFirst() {
    GateLine line = before(Gate.ARREARS);
    line.paymentInFlight = true;
    line.termEndsOn = LocalDate.of(2027, 6, 30);
    line.termFee = fen(12000);
    line.bundle = List.of(related("broadband"));
    line.legalHold = true;
    line.acting = Acting.AGENT;
    assertThat(judge(PACK, line, NOW))
        .extracting(GateFinding::gate)
        .containsExactly(
            Gate.ARREARS,
            Gate.BUNDLE,
            Gate.LEGAL_HOLD,
            Gate.MANDATE_INVALID,
            Gate.CONTRACT_TERM,
            Gate.PAYMENT_IN_FLIGHT);
  }

  @ParameterizedTest
  @CsvSource({
    "sent,          5900, true",
    "partiallyPaid, 1,    false",
    "sent,          10,   false",
    "sent,          11,   true",
    "new,           5900, false",
    "validated,     5900, false",
    "onHold,        5900, false",
    "settled,       5900, false",
    "sent,          0,    false",
    "sent,         -5900, false",
  })
  void callsArrearsWhatWasSentAndIsNotPaid(String state, long due, boolean found) {
    GateLine line = new GateLine().bill("B-1", state, "plan", due);
    assertThat(judge(PACK, line, NOW).isEmpty()).isEqualTo(!found);
  }

  @Test
  void sumsAllArrearsAndNamesTheBills() {
    GateLine line =
        new GateLine()
            .bill("B-1", "sent", "plan", 5900)
            .bill("B-2", "partiallyPaid", "usage", 100)
            .bill("B-3", "new", "prepaid-balance", -9000);
    assertThat(judge(PACK, line, NOW))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.amount()).isEqualTo(fen(6000));
              assertThat(finding.about()).containsExactly("B-1", "B-2");
            });
  }

  /** The last day of the term runs to midnight in Shanghai. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-22T10:00:00+08:00, true",
    "2027-06-30T23:59:59+08:00, true",
    "2027-07-01T00:00:00+08:00, false",
    "2027-06-30T16:00:00Z,      false",
    "2027-06-30T15:59:59Z,      true",
  })
  void aTermStandsUntilTheMidnightThatEndsIt(String endsAt, boolean found) {
    for (Gate gate : List.of(Gate.CONTRACT_TERM, Gate.DEVICE_INSTALMENT)) {
      GateLine line = before(gate);
      line.instalmentsEndOn = line.instalmentsEndOn == null ? null : LocalDate.of(2027, 6, 30);
      List<GateFinding> findings = GateJudge.judge(PACK, line.standing(), NOW, at(endsAt));
      assertThat(findings.isEmpty()).as(gate.key()).isEqualTo(!found);
      findings.forEach(f -> assertThat(f.freeAt()).isEqualTo(at("2027-07-01T00:00:00+08:00")));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-1,     false",
    "0,      true",
    "1,      true",
    "259199, true",
    "259200, false",
    "259201, false",
  })
  void aSwappedSimCoolsOffForSeventyTwoHours(long secondsAgo, boolean found) {
    // A swap in the future is a clock that runs ahead: it is as fresh as can be.
    boolean expected = found || secondsAgo < 0;
    GateLine line = line(it -> it.simSwappedAt = NOW.minusSeconds(secondsAgo));
    assertThat(judge(PACK, line, NOW).isEmpty()).isEqualTo(!expected);
  }

  @ParameterizedTest
  @CsvSource({"-1, true", "0, true", "1, false"})
  void aMandateIsGoodUntilItsInstant(long secondsLeft, boolean found) {
    for (Acting acting : EnumSet.of(Acting.AGENT, Acting.GUARDIAN)) {
      GateLine line =
          line(
              it -> {
                it.acting = acting;
                it.mandateUntil = NOW.plusSeconds(secondsLeft);
              });
      assertThat(judge(PACK, line, NOW).isEmpty()).as(acting.name()).isEqualTo(!found);
    }
  }

  @Test
  void asksForADecisionOnEachRelatedProductOnly() {
    GateLine line = line(it -> it.secondaries = List.of(related("one"), related("two")));
    line.decided = Set.of(new LineId("one"));
    assertThat(judge(PACK, line, NOW))
        .singleElement()
        .satisfies(finding -> assertThat(finding.about()).containsExactly("Product two"));
    line.decided = Set.of(new LineId("one"), new LineId("two"));
    assertThat(judge(PACK, line, NOW)).isEmpty();
  }

  @Test
  void letsHeirAndCompanyPassTheirOwnGates() {
    GateLine dead = before(Gate.HOLDER_DECEASED);
    dead.acting = Acting.HEIR;
    GateLine company = before(Gate.COMPANY_LINE);
    company.acting = Acting.COMPANY;
    assertThat(judge(PACK, dead, NOW)).isEmpty();
    assertThat(judge(PACK, company, NOW)).isEmpty();
  }

  @Test
  void asksNoLeavingFeeOfTheDeadUnlessThePackDoes() {
    GateLine line = before(Gate.CONTRACT_TERM);
    line.deceased = true;
    line.acting = Acting.HEIR;
    assertThat(judge(PACK, line, NOW))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.effect()).isEqualTo(GateEffect.WARNS);
              assertThat(finding.amount()).isEqualTo(fen(0));
            });
    Pack hard =
        PackFixture.defaultPack().with("fees-after-death: false", "fees-after-death: true").load();
    assertThat(judge(hard, line, NOW))
        .singleElement()
        .satisfies(finding -> assertThat(finding.amount()).isEqualTo(fen(12000)));
  }

  static Stream<Arguments> fees() {
    return Stream.of(
        Arguments.of("{ basis: operator }", "2026-11-22T10:00:00+08:00", 12000),
        Arguments.of("{ basis: operator, cap: 10000 }", "2026-11-22T10:00:00+08:00", 10000),
        Arguments.of("{ basis: fixed, minor: 5000 }", "2026-11-22T10:00:00+08:00", 5000),
        // The monthly fee for each month left, a begun one whole, and once something more.
        Arguments.of(
            "{ basis: per-month-left, minor: 1000, plus: 336 }", "2027-04-30T10:00:00+08:00", 2336),
        Arguments.of(
            "{ basis: per-month-left, minor: 1000, plus: 336 }", "2027-05-01T00:00:00+08:00", 2336),
        Arguments.of(
            "{ basis: per-month-left, minor: 1000, plus: 336 }", "2027-04-29T10:00:00+08:00", 3336),
        Arguments.of("{ basis: per-month-left, minor: 1000 }", "2027-06-30T10:00:00+08:00", 0),
        Arguments.of("{ basis: per-month-left, minor: 1000 }", "2027-06-29T10:00:00+08:00", 1000));
  }

  @ParameterizedTest
  @MethodSource("fees")
  void reckonsTheFeeToLeaveNow(String fee, String endsAt, long minor) {
    Pack pack =
        PackFixture.defaultPack()
            .gate(Gate.CONTRACT_TERM, GateEffect.COSTS, "\n    fee: " + fee)
            .load();
    assertThat(GateJudge.judge(pack, before(Gate.CONTRACT_TERM).standing(), NOW, at(endsAt)))
        .singleElement()
        .satisfies(finding -> assertThat(finding.amount()).isEqualTo(fen(minor)));
  }

  @Test
  void asksAFixedFeeForAGateWithoutATerm() {
    Pack pack =
        PackFixture.defaultPack()
            .gate(
                Gate.BUNDLE, GateEffect.COSTS, "\n    fee: { basis: fixed, minor: 700, plus: 50 }")
            .load();
    assertThat(judge(pack, before(Gate.BUNDLE), NOW))
        .singleElement()
        .satisfies(finding -> assertThat(finding.amount()).isEqualTo(fen(750)));
  }

  private static Instant at(String offset) {
    return OffsetDateTime.parse(offset).toInstant();
  }
}
