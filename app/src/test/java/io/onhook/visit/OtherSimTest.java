package io.onhook.visit;

import static io.onhook.cancellation.LineFixture.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.cancellation.LineFixture;
import io.onhook.cancellation.World;
import io.onhook.journal.Entry;
import io.onhook.journal.Journal;
import io.onhook.shared.Actor;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Somebody hands in the SIM of another line. */
class OtherSimTest {
  private static final Actor LIN = Actor.staff("lin");

  /** A good number, far from those of the lines here. */
  private static final String ANOTHER = "89860123456789012348";

  @Test
  void anotherLinesSimIsNotKeptAndTheRightOneStillIs() {
    try (var world = new World()) {
      LineFixture line = aLine();
      world.operator.add(line);
      Visits visits = world.bean(Visits.class);
      Sims sims = world.bean(Sims.class);
      Visit begun = visits.of(VisitTest.ticket(1, Optional.empty()), LIN);
      visits.takeUp(begun.id(), line.number(), LIN);
      Visit visit = visits.find(begun.id()).orElseThrow();

      assertThat(sims.take(visit, ANOTHER, LIN)).isEqualTo(new SimAnswer.OtherSim());
      assertThat(sims.of(visit)).isEmpty();
      assertThat(world.bean(Journal.class).stream("visits-" + visit.office()))
          .extracting(Entry::kind)
          .contains("other-sim")
          .doesNotContain("sim-card");
      assertThat(sims.take(visit, line.line().iccid().digits(), LIN))
          .isInstanceOf(SimAnswer.Taken.class);
    }
  }
}
