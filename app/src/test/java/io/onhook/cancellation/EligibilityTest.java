package io.onhook.cancellation;

import static io.onhook.cancellation.GateLine.fen;
import static io.onhook.cancellation.GateLine.related;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.cancellation.Eligibility.PaperNeeded;
import io.onhook.cancellation.Eligibility.Verdict;
import io.onhook.line.Line;
import io.onhook.policy.Acting;
import io.onhook.policy.Gate;
import io.onhook.policy.GateEffect;
import io.onhook.policy.Pack;
import io.onhook.policy.PackFixture;
import io.onhook.policy.Paper;
import io.onhook.shared.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EligibilityTest {
  private static final Pack PACK = PackFixture.defaultPack().load();
  private static final Instant NOW = at("2026-11-22T10:00:00+08:00");
  private final GateLine line = new GateLine();

  private Eligibility assess(Pack pack, LocalDate... askedFor) {
    return Eligibility.assess(
        pack, line.standing(), NOW, askedFor.length == 0 ? null : askedFor[0]);
  }

  private List<Paper> papers() {
    return assess(PACK).needed().papers().stream().map(PaperNeeded::paper).toList();
  }

  @Test
  void aLineWithNothingInItsWayCanEnd() {
    line.bill("unbilled", "new", "prepaid-balance", -3650);
    Eligibility answer = assess(PACK);
    assertThat(answer.verdict()).isEqualTo(Verdict.CAN);
    assertThat(answer.findings()).isEmpty();
    assertThat(answer.canBeAsked()).isTrue();
    assertThat(answer.quote().toRefund()).isEqualTo(fen(3650));
    assertThat(answer.endsAt()).isEqualTo(at("2026-11-25T10:00:00+08:00"));
  }

  @Test
  void aRunningTermCostsItsFeeWhichIsInTheQuote() {
    line.termEndsOn = LocalDate.of(2027, 1, 31);
    line.termFee = fen(12000);
    Eligibility answer = assess(PACK);
    assertThat(answer.verdict()).isEqualTo(Verdict.CAN_FOR_A_FEE);
    assertThat(answer.quote().fees()).isEqualTo(fen(12000));
    assertThat(answer.quote().toPay()).isEqualTo(fen(12000));
  }

  @Test
  void anEndAfterTheTermCostsNothing() {
    line.termEndsOn = LocalDate.of(2027, 1, 31);
    line.termFee = fen(12000);
    assertThat(assess(PACK, LocalDate.of(2027, 1, 30)).verdict()).isEqualTo(Verdict.CAN_FOR_A_FEE);
    assertThat(assess(PACK, LocalDate.of(2027, 1, 31)).verdict()).isEqualTo(Verdict.CAN);
    assertThat(assess(PACK, LocalDate.of(2027, 1, 31)).quote().fees()).isEqualTo(fen(0));
  }

  @Test
  void aTermWithoutAFeeCostsNothing() {
    line.termEndsOn = LocalDate.of(2027, 1, 31);
    assertThat(assess(PACK).verdict()).isEqualTo(Verdict.CAN);
  }

  @Test
  void whatBlocksForATimeSaysWhenItIsPossible() {
    line.simSwappedAt = NOW.minusSeconds(3600);
    Eligibility answer = assess(PACK);
    assertThat(answer.verdict()).isEqualTo(Verdict.CAN_LATER);
    assertThat(answer.possibleFrom()).isEqualTo(at("2026-11-25T09:00:00+08:00"));
    assertThat(answer.canBeAsked()).isFalse();
  }

  @Test
  void theLastOfSeveralTimesCounts() {
    Pack pack = PackFixture.defaultPack().gate(Gate.CONTRACT_TERM, GateEffect.BLOCKS).load();
    line.simSwappedAt = NOW.minusSeconds(3600);
    line.termEndsOn = LocalDate.of(2027, 1, 31);
    assertThat(assess(pack).possibleFrom()).isEqualTo(at("2027-02-01T00:00:00+08:00"));
  }

  @Test
  void whatDoesNotOpenByItselfCanNot() {
    line.simSwappedAt = NOW.minusSeconds(3600);
    line.bill("B-1", "sent", "plan", 5900);
    Eligibility answer = assess(PACK);
    assertThat(answer.verdict()).isEqualTo(Verdict.CANNOT);
    assertThat(answer.possibleFrom()).isNull();
    assertThat(answer.findings()).hasSize(2);
  }

  @Test
  void aGateThatMovesTheEndCanBeAskedForAndEndsLater() {
    Pack pack =
        PackFixture.defaultPack().gate(Gate.CONTRACT_TERM, GateEffect.MOVES_END_DATE).load();
    line.termEndsOn = LocalDate.of(2027, 1, 31);
    line.termFee = fen(12000);
    Eligibility answer = assess(pack);
    assertThat(answer.verdict()).isEqualTo(Verdict.CAN_LATER);
    assertThat(answer.canBeAsked()).isTrue();
    assertThat(answer.endsAt()).isEqualTo(at("2027-02-01T00:00:00+08:00"));
    assertThat(answer.findings()).extracting(GateFinding::gate).containsExactly(Gate.CONTRACT_TERM);
    assertThat(answer.quote().fees()).isEqualTo(fen(0));
  }

  @Test
  void anEndMovedPastAnotherTermSavesThatFee() {
    Pack pack =
        PackFixture.defaultPack().gate(Gate.CONTRACT_TERM, GateEffect.MOVES_END_DATE).load();
    line.termEndsOn = LocalDate.of(2027, 3, 31);
    line.instalmentsEndOn = LocalDate.of(2027, 1, 31);
    line.instalmentsOpen = fen(50000);
    assertThat(assess(pack).quote().fees()).isEqualTo(fen(0));
    line.instalmentsEndOn = LocalDate.of(2027, 4, 1);
    assertThat(assess(pack).verdict()).isEqualTo(Verdict.CAN_FOR_A_FEE);
  }

  @ParameterizedTest
  @CsvSource({"resident-id, RESIDENT_ID", "passport, PASSPORT"})
  void asksForTheDocumentOfTheRecordOnly(String kind, Paper paper) {
    line.documentKind = kind;
    assertThat(papers()).filteredOn(Paper::isHolderIdentity).containsExactly(paper);
  }

  @Test
  void asksForAnyDocumentWhereTheRecordHasAnother() {
    line.documentKind = "driving-licence";
    assertThat(papers()).contains(Paper.RESIDENT_ID, Paper.PASSPORT);
  }

  @Test
  void asksForABankCardOnlyIfMoneyComesBack() {
    assertThat(papers()).containsExactly(Paper.RESIDENT_ID, Paper.SIM);
    line.bill("unbilled", "new", "bonus-balance", -100);
    assertThat(papers()).doesNotContain(Paper.BANK_CARD).contains(Paper.BILLS);
    line.bill("unbilled", "new", "prepaid-balance", -100);
    assertThat(papers()).contains(Paper.BANK_CARD);
  }

  @Test
  void namesSimOrESim() {
    line.sim = Line.SimKind.ESIM;
    assertThat(papers()).contains(Paper.ESIM).doesNotContain(Paper.SIM);
  }

  @Test
  void asksTheHeirForTheProofs() {
    line.deceased = true;
    line.acting = Acting.HEIR;
    assertThat(assess(PACK).verdict()).isEqualTo(Verdict.CAN);
    assertThat(papers())
        .contains(Paper.AGENT_ID, Paper.DEATH_CERTIFICATE, Paper.KINSHIP_PROOF)
        .doesNotContain(Paper.RESIDENT_ID);
  }

  /** The line ends on 25 November at the earliest, and its period on 30 November. */
  @ParameterizedTest
  @CsvSource({
    "'',         5",
    "2026-11-29, 1",
    "2026-11-30, 0",
    "2026-12-01, 29",
    "2026-12-30, 0",
    "2026-12-31, 30",
  })
  void saysHowManyDaysOfThePlanAreLost(String askedFor, long daysLeft) {
    Eligibility answer =
        askedFor.isEmpty() ? assess(PACK) : assess(PACK, LocalDate.parse(askedFor));
    if (daysLeft == 0) {
      assertThat(answer.unused()).isNull();
      return;
    }
    assertThat(answer.unused())
        .satisfies(
            unused -> {
              assertThat(unused.daysLeft()).isEqualTo(daysLeft);
              assertThat(unused.unlimited()).isTrue();
              assertThat(unused.rule().in(Language.EN)).contains("not paid back");
            });
  }

  @Test
  void namesTheCopiesByTheRegisteredDocument() {
    assertThat(assess(PACK).needed().copies())
        .containsExactly(new CopyNeeded(Paper.RESIDENT_ID, 2));
  }

  @Test
  void showsTheBillsAndTheAdvice() {
    line.bill("B-1", "sent", "plan", 5900).bill("B-2", "settled", "plan", 0);
    line.bundle = List.of(related("broadband"));
    Eligibility answer = assess(PACK);
    assertThat(answer.needed().bills())
        .singleElement()
        .satisfies(bill -> assertThat(bill.id()).isEqualTo("B-1"));
    assertThat(answer.needed().advice())
        .extracting(text -> text.in(Language.EN))
        .anySatisfy(text -> assertThat(text).contains("bank, payment, chat"))
        .anySatisfy(text -> assertThat(text).contains("Save your contacts"));
  }

  private static Instant at(String offset) {
    return OffsetDateTime.parse(offset).toInstant();
  }
}
