package io.onhook.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final OpeningHours HOURS =
      OpeningHours.of("Mo-Fr 09:00-12:00,13:30-18:00; Sa 10:00-16:00", Set.of());

  @Test
  void opensAtTheFirstMomentAndIsClosedAtTheLast() {
    // A Friday.
    assertThat(HOURS.openAt(at("2026-03-06T08:59:59"))).isFalse();
    assertThat(HOURS.openAt(at("2026-03-06T09:00"))).isTrue();
    assertThat(HOURS.openAt(at("2026-03-06T12:00"))).isFalse();
    assertThat(HOURS.closesAt(at("2026-03-06T13:30"))).contains(at("2026-03-06T18:00"));
  }

  @Test
  void saysWhenItOpensNext() {
    assertThat(HOURS.opensAfter(at("2026-03-06T12:30"))).contains(at("2026-03-06T13:30"));
    assertThat(HOURS.opensAfter(at("2026-03-07T17:00"))).contains(at("2026-03-09T09:00"));
  }

  @Test
  void isClosedOnHolidaysWhateverTheWeekSays() {
    var holiday = OpeningHours.of("Mo-Su 09:00-18:00", Set.of(LocalDate.parse("2026-03-06")));
    assertThat(holiday.openAt(at("2026-03-06T10:00"))).isFalse();
    assertThat(holiday.opensAfter(at("2026-03-05T18:00"))).contains(at("2026-03-07T09:00"));
    assertThat(holiday.endOf(LocalDate.parse("2026-03-06"), SHANGHAI)).isEmpty();
  }

  @Test
  void takesTheLaterRuleForADayAndGoesRoundTheWeek() {
    var hours = OpeningHours.of("Mo-Su 09:00-18:00; Su off; Fr-Mo 10:00-11:00", Set.of());
    assertThat(hours.openAt(at("2026-03-08T10:30"))).as("Sunday").isTrue();
    assertThat(hours.openAt(at("2026-03-08T09:30"))).as("Sunday").isFalse();
    assertThat(hours.openAt(at("2026-03-10T09:30"))).as("Tuesday").isTrue();
  }

  @Test
  void isNeverOpenWhereNoDayIs() {
    assertThat(OpeningHours.of("Mo-Su off", Set.of()).opensAfter(at("2026-03-06T12:30"))).isEmpty();
  }

  @Test
  void skipsAnHourThatDoesNotExist() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    var night = OpeningHours.of("Su 02:30-05:00", Set.of());
    var before = LocalDateTime.parse("2026-03-29T00:00").atZone(berlin);
    // At two the clocks go on to three.
    assertThat(night.opensAfter(before))
        .contains(LocalDateTime.parse("2026-03-29T03:30").atZone(berlin));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Mo-Fr",
        "Monday 09:00-18:00",
        "Mo 9-18",
        "Mo 18:00-09:00",
        "Mo 09:00-09:00",
        "Mo 09:00-13:00,12:00-18:00",
        "Mo-Xx 09:00-18:00",
        "Mo 09:00-18:00;"
      })
  void refusesWhatItDoesNotUnderstand(String text) {
    assertThatThrownBy(() -> OpeningHours.of(text, Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ZonedDateTime at(String local) {
    return LocalDateTime.parse(local).atZone(SHANGHAI);
  }
}
