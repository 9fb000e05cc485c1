package io.onhook.cancellation;

import static io.onhook.cancellation.LineFixture.aLine;
import static io.onhook.cancellation.Story.days;
import static io.onhook.cancellation.Story.given;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the request to the end of the line, by the law of each place. */
class EachPackTest {
  @ParameterizedTest
  @CsvSource({
    // its currency, whether a person decides, and days until the end has come
    "cn,    CNY, true,  4",
    "ph,    PHP, true,  4",
    "in,    INR, false, 4", // clean cases pass: seven working days are few
    "de,    EUR, false, 33",
    "fr,    EUR, false, 4",
    "uk,    GBP, false, 32",
    "us-ca, USD, false, 2",
  })
  void walksFromTheRequestToTheEndOfTheLine(
      String id, String currency, boolean decided, int untilTheEnd) {
    try (var world = new World("onhook.pack=" + id)) {
      Story story = given(world, aLine().in(currency)).whenHolderCancels();
      if (decided) {
        story.whenApproved();
      }
      story.expect(LineTrack.SCHEDULED).tick(days(untilTheEnd)).lastWords().expect(LineTrack.ENDED);
    }
  }
}
