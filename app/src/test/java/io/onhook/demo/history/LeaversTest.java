package io.onhook.demo.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LeaversTest {
  private static final LocalDate LAST = LocalDate.of(2026, 11, 27);
  private static final List<LocalDate> DAYS =
      LAST.minusDays(90).datesUntil(LAST.plusDays(1)).toList();

  private final Leavers leavers = new Leavers(LAST);

  @Test
  void aDayThatIsLivedAgainHasTheSamePeople() {
    assertThat(new Leavers(LAST).on(LAST)).isEqualTo(leavers.on(LAST)).isNotEmpty();
  }

  @Test
  void noTwoShareALine() {
    List<Integer> numbers =
        DAYS.stream().flatMap(day -> leavers.on(day).stream()).map(Leaver::number).toList();
    assertThat(numbers).doesNotHaveDuplicates().allMatch(number -> number >= 700_000);
  }

  @Test
  void ninetyDaysHaveEveryFate() {
    var fates =
        DAYS.stream()
            .flatMap(day -> leavers.on(day).stream())
            .map(Leaver::fate)
            .collect(Collectors.toSet());
    assertThat(fates).containsExactlyInAnyOrder(Fate.values());
  }

  @Test
  void someReviewsAreOverdueAndSomeRefundsBouncedAtTheEnd() {
    assertThat(LAST.minusDays(10).datesUntil(LAST.minusDays(7)))
        .allSatisfy(
            day ->
                assertThat(leavers.on(day)).extracting(Leaver::fate).contains(Fate.APPROVED_LATE));
    assertThat(leavers.on(LAST.minusDays(13)))
        .anySatisfy(
            leaver -> {
              assertThat(leaver.fate()).isEqualTo(Fate.BOUNCED);
              assertThat(leaver.situation()).isEqualTo("plain-unlimited");
            });
  }

  @Test
  void noRefundBouncedLongAgoAndStillWaits() {
    assertThat(DAYS.stream().filter(day -> day.isBefore(LAST.minusDays(21))))
        .allSatisfy(
            day ->
                assertThat(leavers.on(day)).extracting(Leaver::fate).doesNotContain(Fate.BOUNCED));
  }
}
