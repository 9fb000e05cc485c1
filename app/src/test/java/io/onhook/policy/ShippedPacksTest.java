package io.onhook.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packs that ship beside the default: other laws, as data. */
class ShippedPacksTest {
  @ParameterizedTest
  @ValueSource(strings = {"default", "cn", "ph", "de", "uk", "in", "fr", "us-ca"})
  void saysEverythingInEachOfItsLanguages(String id) {
    Pack pack = PackFixture.shipped(id);
    for (String tag : pack.languages()) {
      for (Gate gate : Gate.values()) {
        GateRule rule = pack.gate(gate);
        assertThat(List.of(rule.title(), rule.rule(), rule.remedy()))
            .as("%s in %s", gate.key(), tag)
            .allSatisfy(text -> assertThat(text.byTag()).containsKey(tag));
        assertThat(rule.source()).as(gate.key()).isNotBlank();
      }
      assertThat(texts(pack)).allSatisfy(text -> assertThat(text.byTag()).containsKey(tag));
    }
    assertThat(pack.wording()).containsOnlyKeys(Wording.values());
  }

  private static List<Text> texts(Pack pack) {
    return Stream.of(
            pack.wording().values().stream(),
            pack.papers().values().stream().flatMap(it -> Stream.of(it.title(), it.text())),
            pack.actors().values().stream().map(Acting.Rule::text),
            pack.ways().values().stream().map(Way.Rule::text),
            Stream.of(pack.name(), pack.regulator().name(), pack.regulator().text()))
        .flatMap(it -> it)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    // what waits for a decision, and what an owed amount, a running term and a device do
    "cn,    APPLICATION, BLOCKS, COSTS,          COSTS",
    "ph,    APPLICATION, BLOCKS, COSTS,          COSTS",
    "in,    APPLICATION, WARNS,  WARNS,          WARNS",
    "de,    DECLARATION, WARNS,  MOVES_END_DATE, WARNS",
    "fr,    DECLARATION, WARNS,  COSTS,          WARNS",
    "uk,    DECLARATION, WARNS,  COSTS,          WARNS",
    "us-ca, DECLARATION, WARNS,  COSTS,          COSTS",
  })
  void blocksOnlyWhatItsLawLetsBlock(
      String id, RequestRule.Kind kind, GateEffect arrears, GateEffect term, GateEffect device) {
    Pack pack = PackFixture.shipped(id);
    assertThat(pack.request().kind()).isEqualTo(kind);
    assertThat(pack.gate(Gate.ARREARS).effect()).isEqualTo(arrears);
    assertThat(pack.money().duesBlock()).isEqualTo(arrears == GateEffect.BLOCKS);
    assertThat(pack.gate(Gate.CONTRACT_TERM).effect()).isEqualTo(term);
    assertThat(pack.gate(Gate.DEVICE_INSTALMENT).effect()).isEqualTo(device);
  }

  @ParameterizedTest
  @CsvSource({
    // received on Monday, 2 March 2026, at 10:00 there; the last day that the line works
    "cn,    2026-03-05",
    "ph,    2026-03-05",
    "in,    2026-03-05",
    "de,    2026-04-02", // a month's notice
    "fr,    2026-03-05",
    "uk,    2026-04-01", // thirty days
    "us-ca, 2026-03-03",
  })
  void endsAsSoonAsItsNoticeAllows(String id, LocalDate lastDay) {
    assertThat(end(PackFixture.shipped(id), List.of()).lastDay()).isEqualTo(lastDay);
  }

  @ParameterizedTest
  @CsvSource({"fr, 2026-03-12", "in, 2026-03-11"})
  void nothingMovesTheEndPastTheLawsLatest(String id, LocalDate latest) {
    Pack pack = PackFixture.shipped(id);
    EndDate end = end(pack, List.of(LocalDate.of(2026, 12, 31)));
    assertThat(end.lastDay()).isEqualTo(latest);
    assertThat(end.why()).isEqualTo(EndDate.Why.LAW);
  }

  @Test
  void theMinimumTermMovesAGermanEnd() {
    EndDate end = end(PackFixture.shipped("de"), List.of(LocalDate.of(2027, 6, 30)));
    assertThat(end.lastDay()).isEqualTo("2027-06-30");
    assertThat(end.why()).isEqualTo(EndDate.Why.GATE);
  }

  private static EndDate end(Pack pack, Collection<LocalDate> movedTo) {
    Instant received = LocalDate.of(2026, 3, 2).atTime(10, 0).atZone(pack.zone()).toInstant();
    return EndDate.of(pack, received, null, null, movedTo);
  }

  @ParameterizedTest
  @CsvSource({
    "cn,    15 working days, 0,    0,  REFUND",
    "ph,    60 days,         0,    0,  KEEP",
    "in,    45 days,         1000, 0,  KEEP",
    "de,    30 days,         0,    0,  REFUND",
    "fr,    10 days,         0,    50, REFUND",
    "uk,    14 days,         0,    0,  REFUND",
    "us-ca, 30 days,         0,    0,  KEEP",
  })
  void paysBackByItsDeadlineAndAddsWhatLatenessCosts(
      String id, String deadline, int perYear, int flat, MoneyRule.OnEnd prepaid) {
    MoneyRule money = PackFixture.shipped(id).money();
    assertThat(money.refundDeadline()).isEqualTo(Term.parse(deadline));
    assertThat(money.interest())
        .isEqualTo(perYear + flat == 0 ? null : new MoneyRule.Interest(perYear, flat));
    assertThat(money.buckets())
        .hasEntrySatisfying("prepaid-balance", it -> assertThat(it.onEnd()).isEqualTo(prepaid));
  }

  @ParameterizedTest
  @CsvSource({
    "cn,    90 days,  0 days",
    "ph,    90 days,  0 days",
    "in,    90 days,  0 days",
    "de,    90 days,  1 month",
    "fr,    90 days,  1 month",
    "uk,    180 days, 1 month",
    "us-ca, 90 days,  0 days",
  })
  void restsTheNumber(String id, String quarantine, String portOut) {
    NumberRule number = PackFixture.shipped(id).number();
    assertThat(number.quarantine()).isEqualTo(Term.parse(quarantine));
    assertThat(number.portOutWindow()).isEqualTo(Term.parse(portOut));
  }

  @Test
  void chinaAsksForBothSidesOfTheResidentIdAndWarnsOfBoundAccounts() {
    Pack pack = PackFixture.shipped("cn");
    assertThat(pack.copies(Way.WEB, "resident-id", Acting.HOLDER))
        .containsExactly(Paper.RESIDENT_ID);
    assertThat(pack.sides(Paper.RESIDENT_ID)).isEqualTo(2);
    assertThat(pack.wording(Wording.UNBIND).in("zh-CN")).contains("解绑");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "uk", "us-ca"})
  void aDeclarationAsksForNoIdentityPaper(String id) {
    Pack pack = PackFixture.shipped(id);
    assertThat(pack.actors())
        .hasEntrySatisfying(
            Acting.HOLDER, rule -> assertThat(rule.papers()).noneMatch(Paper::isHolderIdentity));
    assertThat(pack.copies(Way.WEB, "passport", Acting.HOLDER)).isEmpty();
  }

  @Test
  void germanDataIsErasedAtTheEndOfTheYearAfterTheContracts() {
    Pack pack = PackFixture.shipped("de");
    Instant ended = Instant.parse("2026-03-31T22:00:00Z");
    assertThat(pack.retention())
        .hasEntrySatisfying(
            Retention.Kind.SUBSCRIBER,
            rule -> assertThat(rule.until(ended, pack.days())).isEqualTo("2027-12-31T23:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "de, de, Verträge hier kündigen, jetzt kündigen",
    "fr, fr, Résilier votre contrat, Notifier la résiliation",
    "us-ca, en, Click to cancel, Cancel now",
  })
  void namesItsButtonsAsTheLawDoes(String id, String tag, String start, String submit) {
    Pack pack = PackFixture.shipped(id);
    assertThat(pack.languages().getFirst()).isIn(tag, "zh-CN");
    assertThat(pack.wording(Wording.START).in(tag)).isEqualTo(start);
    assertThat(pack.wording(Wording.SUBMIT).in(tag)).isEqualTo(submit);
  }

  @Test
  void asksForTheIdentityPapersThatItNames() {
    assertThat(PackFixture.shipped("default").identities())
        .containsExactly(Paper.RESIDENT_ID, Paper.PASSPORT, Paper.COMPANY_REGISTRATION);
    assertThat(PackFixture.shipped("ph").identities())
        .contains(Paper.IDENTITY_CARD)
        .doesNotContain(Paper.RESIDENT_ID);
    assertThat(PackFixture.shipped("de").identities())
        .as("it names none: somebody may be registered with any")
        .containsExactly(
            Paper.RESIDENT_ID, Paper.PASSPORT, Paper.IDENTITY_CARD, Paper.COMPANY_REGISTRATION);
  }
}
