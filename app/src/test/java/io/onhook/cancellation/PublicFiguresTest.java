package io.onhook.cancellation;

import static io.onhook.cancellation.LineFixture.aLine;
import static io.onhook.cancellation.Story.days;
import static io.onhook.cancellation.Story.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhook.testing.SettableClock;
import io.onhook.testing.TestDatabase;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What everybody may know, out of what happened. */
class PublicFiguresTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private final TestDatabase database = TestDatabase.fresh();
  private final JdbcClient jdbc = JdbcClient.create(database.application());
  private final SettableClock clock = new SettableClock(NOW);
  private final PublicFigures figures =
      new PublicFigures(database.application(), new FigureSettings(5), clock);
  private int count;

  @Test
  void areMediansOutOfCompletedCasesOfAYear() {
    for (int days : new int[] {4, 5, 6, 20, 30}) {
      ended(NOW.minus(days(40)), days, 1, 10, 5);
    }
    ended(NOW.minus(days(400)), 90, 90, 10, 60);
    Figures now = figures.now();
    assertThat(now.toEnd()).contains(days(6));
    assertThat(now.afterAgreed()).contains(days(1));
    assertThat(now.refund()).contains(days(5));
    assertThat(now.onTime()).contains(100);
    assertThat(now.since()).isEqualTo(NOW.minus(days(365)));
  }

  @Test
  void countLateRefundsAndThoseThatNeverCame() {
    for (int i = 0; i < 6; i++) {
      ended(NOW.minus(days(40)), 5, 0, 10, 5);
    }
    ended(NOW.minus(days(40)), 5, 0, 10, 12);
    ended(NOW.minus(days(40)), 5, 0, 10, null);
    // Its day has not come: it is neither.
    ended(NOW.minus(days(5)), 5, 0, 10, null);
    assertThat(figures.now().onTime()).contains(75);
  }

  @Test
  void areNotShownOutOfTooFewCases() {
    for (int i = 0; i < 4; i++) {
      ended(NOW.minus(days(40)), 5, 0, 10, 5);
    }
    Figures few = figures.now();
    assertThat(few.toEnd()).isEmpty();
    assertThat(few.afterAgreed()).isEmpty();
    assertThat(few.refund()).isEmpty();
    assertThat(few.onTime()).isEmpty();
    ended(NOW.minus(days(40)), 5, 0, 10, 5);
    assertThat(figures.now().toEnd()).as("reckoned at most every ten minutes").isEmpty();
    clock.advance(Duration.ofMinutes(10));
    assertThat(figures.now().toEnd()).contains(days(5));
    assertThatThrownBy(() -> new FigureSettings(1)).hasMessageContaining("onhook.figures.least");
  }

  @Test
  void comeFromWhatACaseDid() {
    try (var world = new World()) {
      Story story =
          given(world, aLine().withBalance(3650))
              .whenHolderCancels()
              .whenItsDayComes()
              .expect(LineTrack.ENDED)
              .expect(MoneyTrack.ON_ITS_WAY);
      world.operator.confirmRefunds();
      story.tick(Duration.ofMinutes(15)).expect(MoneyTrack.ARRIVED);
      World.await(
          "what it came to",
          () ->
              JdbcClient.create(world.database.application())
                      .sql(
                          """
                          SELECT count(*) FROM cancellation.request
                           WHERE line_ended_at >= ends_at AND refund_by IS NOT NULL
                             AND refund_arrived_at IS NOT NULL AND ending = 'completed'
                          """)
                      .query(Integer.class)
                      .single()
                  == 1);
    }
  }

  private void ended(
      Instant lineEnded, int sinceRequest, int sinceAgreed, int refundIn, @Nullable Integer came) {
    count++;
    jdbc.sql(
            """
            INSERT INTO cancellation.request
              (reference, case_id, line_id, party_id, number_digest, submitted_by, received_at,
               ended_at, ending, ends_at, line_ended_at, refund_by, refund_arrived_at)
            VALUES ('R' || :n, :n, 'L', 'P', 'd', 'system:x', :received, :ended, 'completed',
                    :agreed, :ended, :due, :came)
            """)
        .param("n", count)
        .param("received", lineEnded.minus(days(sinceRequest)).atOffset(ZoneOffset.UTC))
        .param("ended", lineEnded.atOffset(ZoneOffset.UTC))
        .param("agreed", lineEnded.minus(days(sinceAgreed)).atOffset(ZoneOffset.UTC))
        .param("due", lineEnded.plus(days(refundIn)).atOffset(ZoneOffset.UTC))
        .param(
            "came",
            came == null ? null : lineEnded.plus(days(came)).atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }
}
