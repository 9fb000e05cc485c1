package io.onhook.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.shared.Iccid;
import io.onhook.visit.CardNumber.Match;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardNumberTest {
  /** With a good check digit. */
  private static final Iccid CARD = new Iccid("89860990000000000102");

  private static final Iccid WITHOUT_CHECK_DIGIT = new Iccid("8986099000000000104");

  @ParameterizedTest
  @CsvSource({
    "89860990000000000102, SAME",
    "8986 0990 0000 0000 0102, SAME",
    "89860990000000000102F, SAME",
    "89860990000000000113, WRONG_DIGIT",
    "8986099000000000010, WRONG_DIGIT",
    "898609900000000001, WRONG_DIGIT",
    "89860990000000000201, OTHER_SIM",
    "12345, NO_NUMBER",
    "A012, NO_NUMBER"
  })
  void tellsASlipFromAnotherSim(String typed, Match match) {
    assertThat(CARD.hasCheckDigit()).isTrue();
    assertThat(CardNumber.compare(CARD, typed)).isEqualTo(match);
  }

  @Test
  void comparesDigitByDigitWhereThereIsNoCheckDigit() {
    assertThat(WITHOUT_CHECK_DIGIT.hasCheckDigit()).isFalse();
    assertThat(CardNumber.compare(WITHOUT_CHECK_DIGIT, "8986099000000000105"))
        .isEqualTo(Match.WRONG_DIGIT);
    assertThat(CardNumber.compare(WITHOUT_CHECK_DIGIT, "8986099000000777105"))
        .isEqualTo(Match.OTHER_SIM);
  }
}
