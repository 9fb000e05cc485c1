package io.onhook.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.policy.EndDate.Why;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndDateTest {
  private static final Instant RECEIVED = at("2026-11-22T10:00:00+08:00");

  private static Pack pack(String at, String notice, String more) {
    return PackFixture.defaultPack()
        .with("  at: asked-for\n", "  at: " + at + "\n" + more)
        .with("  notice: 0 days ", "  notice: " + notice + " ")
        .load();
  }

  private static EndDate reckon(Pack pack, String asked) {
    return EndDate.of(
        pack, RECEIVED, asked.isEmpty() ? null : LocalDate.parse(asked), null, List.of());
  }

  /** The window of 72 hours closes on 25 November at 10:00; 90 days ahead is 20 February. */
  @ParameterizedTest
  @CsvSource({
    "'',         2026-11-25T10:00:00+08:00, 2026-11-25, EARLIEST",
    "2026-11-24, 2026-11-25T10:00:00+08:00, 2026-11-25, NOTICE",
    "2026-11-25, 2026-11-26T00:00:00+08:00, 2026-11-25, ASKED",
    "2026-12-31, 2027-01-01T00:00:00+08:00, 2026-12-31, ASKED",
    "2027-02-20, 2027-02-21T00:00:00+08:00, 2027-02-20, ASKED",
    "2027-02-21, 2027-02-21T00:00:00+08:00, 2027-02-20, TOO_FAR",
  })
  void followsTheWishWithinNoticeAndReach(String asked, String at, LocalDate last, Why why) {
    assertThat(reckon(pack("asked-for", "0 days", ""), asked))
        .isEqualTo(new EndDate(at(at), last, why));
  }

  @ParameterizedTest
  @CsvSource({
    "month-end, 0 days,  '',         2026-12-01T00:00:00+08:00, 2026-11-30",
    "month-end, 8 days,  '',         2026-12-01T00:00:00+08:00, 2026-11-30",
    "month-end, 9 days,  '',         2027-01-01T00:00:00+08:00, 2026-12-31",
    "month-end, 0 days,  2027-02-01, 2027-03-01T00:00:00+08:00, 2027-02-28",
    "month-end, 1 month, '',         2027-01-01T00:00:00+08:00, 2026-12-31",
  })
  void endsWithTheMonth(String at, String notice, String asked, String end, LocalDate last) {
    assertThat(reckon(pack(at, notice, ""), asked))
        .isEqualTo(new EndDate(at(end), last, Why.MONTH_END));
  }

  @ParameterizedTest
  @CsvSource({
    // a period's last day, the line's last day: the same day of later months, clamped to their end
    "2026-11-25, 2026-11-25",
    "2026-11-24, 2026-12-24",
    "2026-10-31, 2026-11-30",
    "2026-08-31, 2026-11-30",
  })
  void endsWithTheBillingPeriod(LocalDate periodEnds, LocalDate last) {
    EndDate end = EndDate.of(pack("bill-end", "0 days", ""), RECEIVED, null, periodEnds, List.of());
    assertThat(end.lastDay()).isEqualTo(last);
    assertThat(end.why()).isEqualTo(Why.BILL_END);
  }

  @Test
  void endsAtOnceWhateverDayIsAsked() {
    assertThat(reckon(pack("immediately", "0 days", ""), "2026-12-31").why())
        .isEqualTo(Why.EARLIEST);
  }

  @Test
  void isMovedByAGateToTheDayAfterItOpens() {
    EndDate end =
        EndDate.of(
            pack("asked-for", "0 days", ""),
            RECEIVED,
            null,
            null,
            List.of(LocalDate.of(2027, 3, 31), LocalDate.of(2026, 1, 1)));
    assertThat(end)
        .isEqualTo(
            new EndDate(at("2027-04-01T00:00:00+08:00"), LocalDate.of(2027, 3, 31), Why.GATE));
  }

  @Test
  void neverGoesPastTheLawsLatestUnlessTheHolderAsks() {
    Pack pack = pack("month-end", "0 days", "  latest: 5 days\n");
    assertThat(reckon(pack, "").lastDay()).isEqualTo(LocalDate.of(2026, 11, 27));
    assertThat(reckon(pack, "").why()).isEqualTo(Why.LAW);
    Pack asked = pack("asked-for", "0 days", "  latest: 5 days\n");
    assertThat(reckon(asked, "2026-12-15").why()).isEqualTo(Why.ASKED);
  }

  private static Instant at(String offset) {
    return OffsetDateTime.parse(offset).toInstant();
  }
}
