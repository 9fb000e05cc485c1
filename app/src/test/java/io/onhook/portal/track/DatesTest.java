package io.onhook.portal.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.cancellation.LineTrack;
import io.onhook.cancellation.MoneyTrack;
import io.onhook.portal.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which dates matter, which promise was broken, and how a calendar gets them. */
class DatesTest {
  @Test
  void anOpenRequestHasItsDatesInOrder() {
    var it = Samples.view(LineTrack.IN_REVIEW, MoneyTrack.BEING_SETTLED);
    assertThat(Deadline.of(it))
        .extracting(Deadline::key)
        .containsExactly("window", "decision", "end", "refund");
  }

  @Test
  void nothingIsLeftOfWhatIsOver() {
    assertThat(Deadline.of(Samples.view(LineTrack.ENDED, MoneyTrack.ARRIVED))).isEmpty();
    assertThat(Deadline.of(Samples.view(LineTrack.RETRACTED, MoneyTrack.NOTHING_OPEN))).isEmpty();
    assertThat(Deadline.of(Samples.view(LineTrack.NOT_APPROVED, MoneyTrack.NOTHING_OPEN)))
        .isEmpty();
  }

  @Test
  void onlyOurOwnPromisesCanBeBrokenByUs() {
    var it = Samples.view(LineTrack.IN_REVIEW, MoneyTrack.BEING_SETTLED);
    Instant windowOver = it.dates().windowClosesAt().plusSeconds(1);
    assertThat(Deadline.missed(it, windowOver)).isEmpty();
    assertThat(Deadline.missed(it, it.dates().refundBy().plusSeconds(1)))
        .get()
        .extracting(Deadline::key)
        .isEqualTo("decision");
    var ended = Samples.view(LineTrack.ENDED, MoneyTrack.ON_ITS_WAY);
    assertThat(Deadline.missed(ended, it.dates().refundBy())).isEmpty();
    assertThat(Deadline.missed(ended, it.dates().refundBy().plusMillis(1))).isPresent();
  }

  @Test
  void aCalendarUnderstandsTheFile() {
    var midnight = new Deadline("end", Instant.parse("2026-11-30T16:00:00Z"), true);
    var moment = new Deadline("window", Samples.NOW.plus(Duration.ofHours(72)), false);
    String longText = "号码".repeat(40) + "; a, b\\c\nnext";
    String file =
        new String(
            CalendarFile.of(
                Samples.REFERENCE,
                List.of(
                    new CalendarFile.Event(midnight, "end", longText),
                    new CalendarFile.Event(moment, "window", "text")),
                Samples.PACK.zone(),
                Samples.NOW),
            StandardCharsets.UTF_8);
    assertThat(file)
        .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
        .endsWith("END:VCALENDAR\r\n")
        .contains("DTSTART;VALUE=DATE:20261130\r\n")
        .contains("DTSTART:20261125T104000Z\r\n")
        .contains("UID:" + Samples.REFERENCE + "-end@onhook\r\n");
    assertThat(file.split("\r\n"))
        .allSatisfy(
            line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
    assertThat(file.replace("\r\n ", "")).contains("\\; a\\, b\\\\c\\nnext");
  }
}
