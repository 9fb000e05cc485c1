package io.onhook.visit;

import static io.onhook.cancellation.LineFixture.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.cancellation.LineFixture;
import io.onhook.cancellation.World;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VisitRetentionTest {
  private static final Actor LIN = Actor.staff("lin");

  @Test
  void erasesAVisitThatCameToNothingAsADraftAndKeepsOneWhoseCaseRuns() {
    try (var world = new World()) {
      LineFixture line = aLine();
      LineFixture other = aLine();
      world.operator.add(line);
      world.operator.add(other);
      Visits visits = world.bean(Visits.class);
      Identities identities = world.bean(Identities.class);
      CaseReference reference = VisitTest.submitted(world.cancellations(), line, LIN);
      Visit runs = visits.of(VisitTest.ticket(1, Optional.of(reference)), LIN);
      Visit left = visits.of(VisitTest.ticket(2, Optional.empty()), LIN);
      visits.takeUp(left.id(), other.number(), LIN);
      left = visits.find(left.id()).orElseThrow();
      for (Visit visit : new Visit[] {runs, left}) {
        var unused = identities.compare(visit, "resident-id", LineFixture.DOCUMENT, LIN);
        assertThat(identities.number(visit, visit.line().orElseThrow())).isPresent();
      }
      VisitRetention retention = world.bean(VisitRetention.class);
      world.clock.advance(Duration.ofDays(20));
      retention.erase();
      assertThat(identities.number(left, left.line().orElseThrow())).isPresent();

      world.clock.advance(Duration.ofDays(20));
      retention.erase();
      assertThat(identities.number(left, left.line().orElseThrow())).isEmpty();
      assertThat(identities.number(runs, runs.line().orElseThrow())).isPresent();
    }
  }
}
