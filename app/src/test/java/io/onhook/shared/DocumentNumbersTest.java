package io.onhook.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of papers and accounts: what is taken, and what is refused for which reason. */
class DocumentNumbersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "11010519491231002X",
        "11010519491231002x",
        " 110105 19491231 002X ",
        "１１０１０５１９４９１２３１００２Ｘ"
      })
  void readsAResidentIdAsPeopleTypeIt(String typed) {
    ResidentId id = ResidentId.typed(typed);

    assertThat(id.number()).isEqualTo("11010519491231002X");
    assertThat(id.bornOn()).isEqualTo(LocalDate.of(1949, 12, 31));
    assertThat(id).hasToString("••••2X");
  }

  @ParameterizedTest
  @CsvSource({
    "110105194912310021, resident-id.check-digit",
    "11010519491231002, resident-id.form",
    "1101051949123100XX, resident-id.form",
    "'', resident-id.form",
    "000000194912310021, resident-id.region",
    "110105194913310029, resident-id.date",
    "110105194902300021, resident-id.date",
    "119905194912310028, resident-id.region",
    "110199194912310022, resident-id.region"
  })
  void tellsWhatIsWrongWithAResidentId(String typed, String code) {
    assertThat(refusal(() -> ResidentId.typed(withCheck(typed, code)))).isEqualTo(code);
  }

  @Test
  void checksOnlyThePrefectureOfThoseBornAfterTheListOfRegionsEnds() {
    String young = withCheck("110199202001010020", "");

    assertThat(ResidentId.typed(young).number()).isEqualTo(young);
  }

  @Test
  void refusesATextFarTooLong() {
    assertThat(refusal(() -> ResidentId.typed("1".repeat(5_000)))).isEqualTo("resident-id.form");
    assertThat(refusal(() -> Iban.typed("1".repeat(5_000)))).isEqualTo("iban.form");
    assertThat(refusal(() -> BankCard.typed("1".repeat(5_000)))).isEqualTo("bank-card.form");
    assertThat(refusal(() -> ReadableZone.typed("1".repeat(5_000)))).isEqualTo("passport.zone");
  }

  @Test
  void readsAPassportsLastLine() {
    var zone = ReadableZone.typed("L898902C36UTO7408122F1204159ZE184226B<<<<<10");

    assertThat(zone.number()).isEqualTo("L898902C3");
    assertThat(zone.nationality()).isEqualTo("UTO");
    assertThat(zone).hasToString("ReadableZone[UTO]");
  }

  @ParameterizedTest
  @CsvSource({
    "L898902C37UTO7408122F1204159ZE184226B<<<<<10, passport.number",
    "L898902C36UTO7408123F1204159ZE184226B<<<<<10, passport.date-of-birth",
    "L898902C36UTO7408122F1204158ZE184226B<<<<<10, passport.expiry",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<20, passport.personal-number",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<<0, passport.personal-number",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<11, passport.check-digit",
    "L898902C36UTO, passport.zone",
    "L898902C36UTO7408122F1204159ZE184226Б<<<<<10, passport.zone"
  })
  void tellsWhatIsWrongWithAPassport(String typed, String code) {
    assertThat(refusal(() -> ReadableZone.typed(typed))).isEqualTo(code);
  }

  @Test
  void readsBothLinesOfAPassportAndTheThreeOfACard() {
    var passport =
        ReadableZone.typed(
            "p<utoeriksson<<anna<maria<<<<<<<<<<<<<<<<<<<\n"
                + "L898902C36UTO7408122F1204159ZE184226B<<<<<10\n");
    var card =
        ReadableZone.typed(
            """
            I<UTOD231458907<<<<<<<<<<<<<<<
            7408122F1204159UTO<<<<<<<<<<<6
            ERIKSSON<<ANNA<MARIA<<<<<<<<<<
            """);
    for (var zone : List.of(passport, card)) {
      assertThat(zone.names()).containsExactly("ERIKSSON", "ANNA", "MARIA");
      assertThat(zone.fits(LocalDate.of(1974, 8, 12))).isTrue();
      assertThat(zone.fits(LocalDate.of(1974, 8, 13))).isFalse();
      assertThat(zone.fits("Anna Maria Eriksson")).isTrue();
      assertThat(zone.fits("Anna Eriksson")).isFalse();
      assertThat(zone.fits("埃里克松")).as("nothing to compare").isTrue();
    }
    assertThat(card.number()).isEqualTo("D23145890");
    assertThat(ReadableZone.numberIn(" L898902C3 ")).isEqualTo("L898902C3");
  }

  /** ICAO Doc 9303 part 5, note j: it goes on in the optional field. */
  @Test
  void readsALongNumberOfACard() {
    var zone =
        ReadableZone.typed(
            "I<UTOD23145890<7349<<<<<<<<<<<3407127M9507122UTO<<<<<<<<<<<2STEVENSON<<PETER<JOHN<<<<<<<<<");
    assertThat(zone.number()).isEqualTo("D23145890734");
    assertThat(zone.names()).containsExactly("STEVENSON", "PETER", "JOHN");
  }

  @ParameterizedTest
  @CsvSource({
    "I<UTOD231458908<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6, passport.number",
    "I<UTOD231458907<<<<<<<<<<<<<<<7408132F1204159UTO<<<<<<<<<<<6, passport.date-of-birth",
    "I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204169UTO<<<<<<<<<<<6, passport.expiry",
    "I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<7, passport.check-digit",
  })
  void tellsWhatIsWrongWithACard(String lines, String code) {
    String zone = lines + "ERIKSSON<<ANNA<MARIA<<<<<<<<<<";
    assertThat(refusal(() -> ReadableZone.typed(zone))).isEqualTo(code);
  }

  @Test
  void namesThatFillTheirLineMayBeCutOff() {
    var zone = new ReadableZone("X1", "UTO", "740812", List.of("PAPANDROPOULOUS", "JONA"), true);
    assertThat(zone.fits("Jonathan Papandropoulous")).isTrue();
    assertThat(zone.fits("Peter Papandropoulous")).isFalse();
  }

  @Test
  void readsABankCardAndHidesIt() {
    var card = BankCard.typed("4111 1111 1111 1111");

    assertThat(card.digits()).isEqualTo("4111111111111111");
    assertThat(card).hasToString("••••1111");
    assertThat(refusal(() -> BankCard.typed("4111111111111112")))
        .isEqualTo("bank-card.check-digit");
    assertThat(refusal(() -> BankCard.typed("41111111"))).isEqualTo("bank-card.form");
  }

  @Test
  void readsAnIbanAndHidesIt() {
    var iban = Iban.typed("gb82 west 1234 5698 7654 32");

    assertThat(iban.text()).isEqualTo("GB82WEST12345698765432");
    assertThat(iban).hasToString("GB••••5432");
    assertThat(refusal(() -> Iban.typed("GB82WEST12345698765433"))).isEqualTo("iban.check-digit");
    assertThat(refusal(() -> Iban.typed("82GBWEST"))).isEqualTo("iban.form");
  }

  @Test
  void neverRepeatsTheValueInTheMessage() {
    assertThatThrownBy(() -> ResidentId.typed("110105194912310021"))
        .hasMessageNotContaining("110105");
  }

  /** The same number with a fitting last character, unless a misfit or a bad form is the point. */
  private static String withCheck(String number, String code) {
    if (code.equals("resident-id.check-digit") || code.equals("resident-id.form")) {
      return number;
    }
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * (number.charAt(i) - '0');
    }
    return number.substring(0, 17) + "10X98765432".charAt(sum % 11);
  }

  private static String refusal(ThrowingCallable reading) {
    return catchThrowableOfType(Malformed.class, reading).code();
  }
}
