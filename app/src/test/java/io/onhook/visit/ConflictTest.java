package io.onhook.visit;

import static io.onhook.cancellation.LineFixture.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.branch.Ticket;
import io.onhook.cancellation.LineFixture;
import io.onhook.cancellation.World;
import io.onhook.journal.Entry;
import io.onhook.journal.Journal;
import io.onhook.shared.Actor;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A relative's case: only the clerk can know it. */
class ConflictTest {
  private static final Actor LIN = Actor.staff("lin");
  private static final Actor WANG = Actor.staff("wang");

  @Test
  void whoKnowsTheVisitorServesNoFurtherAndTheColleagueFindsAllThatWasDone() {
    try (var world = new World()) {
      LineFixture line = aLine();
      world.operator.add(line);
      Visits visits = world.bean(Visits.class);
      Identities identities = world.bean(Identities.class);
      Conflicts conflicts = world.bean(Conflicts.class);
      Ticket ticket = VisitTest.ticket(1, Optional.empty());
      Visit begun = visits.of(ticket, LIN);
      visits.takeUp(begun.id(), line.number(), LIN);
      Visit visit = visits.find(begun.id()).orElseThrow();
      assertThat(identities.compare(visit, "resident-id", LineFixture.DOCUMENT, LIN))
          .isInstanceOf(IdentityAnswer.Compared.class);

      conflicts.declare(visit, LIN);
      conflicts.declare(visit, LIN);
      assertThat(visits.refusal(visit, LIN)).contains(new TakeUpAnswer.Known());
      assertThat(identities.compare(visit, "resident-id", LineFixture.DOCUMENT, LIN))
          .isEqualTo(new IdentityAnswer.NotYours());
      assertThat(world.bean(Journal.class).stream("visits-" + visit.office()))
          .extracting(Entry::kind)
          .containsOnlyOnce("conflict-declared");

      assertThat(visits.refusal(visit, WANG)).isEmpty();
      assertThat(visits.of(ticket, WANG)).isEqualTo(visit);
      assertThat(identities.of(visit)).hasValueSatisfying(it -> assertThat(it.fits()).isTrue());

      // Neither another line of this visitor, nor another day with the same holder.
      assertThat(visits.refusal(visits.another(visit, ticket, WANG), LIN))
          .contains(new TakeUpAnswer.Known());
      Visit later = visits.of(VisitTest.ticket(2, Optional.empty()), LIN);
      assertThat(visits.refusal(later, LIN)).isEmpty();
      assertThat(visits.takeUp(later.id(), line.number(), LIN)).isEqualTo(new TakeUpAnswer.Known());
    }
  }
}
