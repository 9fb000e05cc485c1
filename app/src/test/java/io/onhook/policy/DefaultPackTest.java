package io.onhook.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.shared.Language;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The pack that ships: the article's own rules. */
class DefaultPackTest {
  private final Pack pack = load();

  private static Pack load() {
    try {
      return new PackLoader().load(Optional.empty(), "default").current();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void saysWhatEveryGateDoesInBothLanguages() {
    for (Gate gate : Gate.values()) {
      GateRule rule = pack.gate(gate);
      assertThat(rule.effect()).as(gate.key()).isNotEqualTo(GateEffect.ABSENT);
      for (Language language : Language.values()) {
        assertThat(rule.title().in(language)).as(gate.key()).isNotBlank();
        assertThat(rule.rule().in(language)).as(gate.key()).isNotBlank();
        assertThat(rule.remedy().in(language)).as(gate.key()).isNotBlank();
      }
    }
  }

  @Test
  void isAnApplicationReviewedWithinFiveWorkingDays() {
    assertThat(pack.isApplication()).isTrue();
    assertThat(pack.request().review().deadline()).isEqualTo(Term.workingDays(5));
  }

  @Test
  void blocksOnArrearsAndAsksTheLeavingFee() {
    assertThat(pack.gate(Gate.ARREARS).effect()).isEqualTo(GateEffect.BLOCKS);
    assertThat(pack.gate(Gate.CONTRACT_TERM).effect()).isEqualTo(GateEffect.COSTS);
    assertThat(pack.gate(Gate.CONTRACT_TERM).fee())
        .isEqualTo(new FeeSpec(FeeSpec.Basis.OPERATOR, 0, 0, null));
  }

  @Test
  void givesThePaidInBalanceBackAndKeepsTheBonus() {
    assertThat(pack.money().buckets())
        .hasEntrySatisfying(
            "prepaid-balance", b -> assertThat(b.onEnd()).isEqualTo(MoneyRule.OnEnd.REFUND))
        .hasEntrySatisfying(
            "bonus-balance", b -> assertThat(b.onEnd()).isEqualTo(MoneyRule.OnEnd.KEEP));
  }

  @Test
  void restsTheNumberForNinetyDays() {
    assertThat(pack.number().quarantine()).isEqualTo(Term.days(90));
  }

  @Test
  void knowsHolidaysAndMakeUpDays() {
    assertThat(pack.days().isWorkingDay(LocalDate.of(2026, 10, 1))).isFalse();
    assertThat(pack.days().isWorkingDay(LocalDate.of(2026, 10, 10))).isTrue();
  }

  @Test
  void namesEveryWordingAndRetention() {
    assertThat(pack.wording()).containsOnlyKeys(Wording.values());
    assertThat(pack.retention()).containsOnlyKeys(Retention.Kind.values());
  }
}
