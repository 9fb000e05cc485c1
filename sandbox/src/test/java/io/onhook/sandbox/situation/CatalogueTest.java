package io.onhook.sandbox.situation;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.sandbox.situation.Catalogue.Holder;
import io.onhook.sandbox.situation.Catalogue.Situation;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
  private final Catalogue catalogue = Catalogue.read();
  private final List<Situation> lines = Seed.lines(catalogue);

  @Test
  void hasAboutTwoHundredLinesEachWithASituationOfItsOwn() {
    assertThat(lines).hasSizeBetween(200, 250);
    assertThat(lines).extracting(Situation::situation).doesNotHaveDuplicates();
    assertThat(lines.getFirst().situation()).isEqualTo("plain-unlimited");
  }

  /** The gates and hard cases that the product must be tried on. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain-unlimited",
        "data-only",
        "arrears",
        "contract-term",
        "instalment",
        "bundle",
        "secondary",
        "port-out-open",
        "payment-in-flight",
        "sim-swapped-yesterday",
        "esim",
        "company",
        "deceased",
        "stolen",
        "disputed",
        "legal-hold",
        "ported-in",
        "postpaid-with-usage",
        "suspended",
        "already-ended",
        "foreigner-passport",
        "throttled-unlimited",
        "promo-renews",
        "zero-balance",
        "bonus-only",
        "minor",
        "under-guardianship",
        "user-not-holder",
        "never-opened",
        "passport-renewed",
        "tourist",
        "lost-sim",
        "no-other-contact",
        "shared-plan",
        "shared-tablet",
        "disputed-charge",
        "several-lines-1",
        "direct-debit",
        "deposit",
        "everything"
      })
  void coversEachGateAndHardCase(String situation) {
    assertThat(lines).extracting(Situation::situation).contains(situation);
  }

  @Test
  void namesOnlyPlansHoldersAndLinesThatExist() {
    for (Situation line : catalogue.lines()) {
      assertThat(catalogue.plans()).containsKey(line.plan());
      assertThat(catalogue.holders()).containsKey(line.holder());
      for (String other : Stream.of(line.guardian(), line.user()).filter(o -> o != null).toList()) {
        assertThat(catalogue.holders()).containsKey(other);
      }
      List<String> children = line.secondaries() == null ? List.of() : line.secondaries();
      assertThat(lines).extracting(Situation::situation).containsAll(children);
      assertThat(line.zh()).isNotBlank();
      assertThat(line.en()).isNotBlank();
    }
  }

  @Test
  void residentIdsAreSpecimensWithARightCheckDigit() {
    List<String> ids =
        Stream.concat(
                catalogue.holders().values().stream()
                    .filter(holder -> holder.documentKind().equals("resident-id"))
                    .map(Holder::document),
                Stream.iterate(1, n -> n + 1).limit(200).map(Specimen::residentId))
            .toList();
    assertThat(ids).doesNotHaveDuplicates();
    for (String id : ids) {
      assertThat(id).matches("110105\\d{11}[\\dX]");
      assertThat(id.charAt(17)).as(id).isEqualTo(Specimen.checkCharacter(id.substring(0, 17)));
      LocalDate born = LocalDate.parse(id.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
      // The standard's own example, nobody alive, or a sequence number that is never given.
      assertThat(
              id.equals("11010519491231002X") || born.getYear() < 1911 || id.startsWith("00", 14))
          .as(id)
          .isTrue();
    }
  }

  @Test
  void simNumbersHaveTheirCheckDigits() {
    assertThat(Specimen.msisdn(1)).isEqualTo("8619900000001");
    assertThat(Specimen.imsi(1)).isEqualTo("460990000000001");
    for (int number = 1; number <= 250; number++) {
      String iccid = Specimen.iccid(number);
      assertThat(iccid).hasSize(20).startsWith("89");
      assertThat(luhn(iccid) % 10).as(iccid).isZero();
      String eid = Specimen.eid(number);
      assertThat(eid).hasSize(32);
      assertThat(new BigInteger(eid).mod(BigInteger.valueOf(97))).isEqualTo(BigInteger.ONE);
    }
  }

  private static int luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 1 ? digit * 2 : digit;
      sum += weighed / 10 + weighed % 10;
    }
    return sum;
  }
}
