package io.onhook.cancellation;

import static io.onhook.cancellation.LineFixture.aLine;
import static io.onhook.cancellation.Story.days;
import static io.onhook.cancellation.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.certificate.Certificates;
import io.onhook.notice.Notice;
import org.junit.jupiter.api.Test;

/** The reference and the confirmed contact still lead to the proof, long after the line is gone. */
class YearsLaterTest {
  @Test
  void theContactIsReachedAndTheCertificateIsThere() {
    try (var world = new World()) {
      Story story = given(world, aLine()).whenHolderCancels().whenItsDayComes();
      story.expect(LineTrack.ENDED);
      World.await("the proof", () -> story.view().certificate().isPresent());
      story.tick(days(5 * 365));

      assertThat(world.bean(Applicants.class).reach(story.reference()))
          .contains(
              new Applicants.Reach(
                  story.line.partyId(), story.line.id(), Notice.Channel.EMAIL, "wei@example.org"));
      assertThat(world.bean(Certificates.class).pdf(story.reference()).orElseThrow())
          .startsWith('%', 'P', 'D', 'F');
      assertThat(story.view().lineTrack()).isEqualTo(LineTrack.ENDED);
    }
  }
}
