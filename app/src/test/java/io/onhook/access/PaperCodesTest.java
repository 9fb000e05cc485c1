package io.onhook.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.journal.Entry;
import io.onhook.journal.Journal;
import io.onhook.testing.SettableClock;
import io.onhook.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Codes from paper: how often somebody may be wrong. */
class PaperCodesTest {
  private static final String CASE = "7K3QX-0M9TW";
  private static final String HOME = "192.0.2.7";

  private final TestDatabase database = TestDatabase.fresh();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:10:00Z"));
  private final AccessFixture access = new AccessFixture(database, new OneLine(), clock);
  private int asked;

  private PaperAnswer enter(String named, boolean fits, String from) {
    return access.papers.enter(
        named,
        () -> {
          asked++;
          return fits;
        },
        from);
  }

  @Test
  void isRightAsOftenAsItIsTypedAndWrittenDown() {
    for (int i = 0; i < 30; i++) {
      assertThat(enter(CASE, true, HOME)).isEqualTo(new PaperAnswer.Right());
    }
    assertThat(enter(CASE, false, HOME)).isEqualTo(new PaperAnswer.Wrong());
    assertThat(new Journal(database.application(), clock).stream("access"))
        .extracting(Entry::kind)
        .contains("looked-at", "sign-in-refused");
  }

  @Test
  void closesAfterFiveWrongOnesFromOneNetworkAndAsksNothingThen() {
    for (int i = 0; i < 5; i++) {
      assertThat(enter(CASE, false, "192.0.2." + i)).isEqualTo(new PaperAnswer.Wrong());
    }
    var closed = new PaperAnswer.TooMany(Instant.parse("2026-11-22T11:00:00Z"));
    assertThat(enter(CASE, true, HOME)).isEqualTo(closed);
    assertThat(asked).isEqualTo(5);
    // Who has the paper, elsewhere, is not kept out by that.
    assertThat(enter(CASE, true, "198.51.100.7")).isEqualTo(new PaperAnswer.Right());
    assertThat(enter("0000A-0000B", true, HOME)).isEqualTo(new PaperAnswer.Right());
    clock.advance(Duration.ofMinutes(50));
    assertThat(enter(CASE, true, HOME)).isEqualTo(new PaperAnswer.Right());
  }

  @Test
  void closesAfterTwentyWrongOnesFromManyNetworks() {
    for (int i = 0; i < 20; i++) {
      assertThat(enter(CASE, false, "203.0." + i + ".1")).isEqualTo(new PaperAnswer.Wrong());
    }
    assertThat(enter(CASE, true, HOME)).isInstanceOf(PaperAnswer.TooMany.class);
  }

  @Test
  void closesForWhoTriesManyCases() {
    for (int i = 0; i < 60; i++) {
      assertThat(enter("case-" + i, false, HOME)).isEqualTo(new PaperAnswer.Wrong());
    }
    assertThat(enter(CASE, true, HOME)).isInstanceOf(PaperAnswer.TooMany.class);
  }
}
