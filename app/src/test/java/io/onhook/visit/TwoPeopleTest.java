package io.onhook.visit;

import static io.onhook.cancellation.LineFixture.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.cancellation.Contact;
import io.onhook.cancellation.LineFixture;
import io.onhook.cancellation.World;
import io.onhook.notice.Notice;
import io.onhook.policy.PackFixture;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the pack demands two people. */
class TwoPeopleTest {
  private static final Actor LIN = Actor.staff("lin");
  private static final Actor WANG = Actor.staff("wang");

  @TempDir private Path folder;

  @Test
  void whoSubmittedARequestDoesNotFinishItAtAWindowButWhatIsOpenedInAVisitIsFinishedInIt()
      throws IOException {
    String mine =
        PackFixture.defaultPack()
            .with("id: default", "id: mine")
            .with("four-eyes: false", "four-eyes: true")
            .text();
    Files.writeString(folder.resolve("mine.yaml"), mine);
    try (var world = new World("onhook.packs=" + folder, "onhook.pack=mine")) {
      LineFixture line = aLine();
      LineFixture other = aLine();
      world.operator.add(line);
      world.operator.add(other);
      Visits visits = world.bean(Visits.class);
      CaseReference reference = VisitTest.submitted(world.cancellations(), line, LIN);

      Visit visit = visits.of(VisitTest.ticket(1, Optional.of(reference)), LIN);
      assertThat(visit.reference()).isEmpty();
      assertThat(visits.takeUp(visit.id(), reference, LIN))
          .isEqualTo(new TakeUpAnswer.OwnRequest());
      assertThat(visits.takeUp(visit.id(), reference, WANG)).isInstanceOf(TakeUpAnswer.Now.class);
      Visit taken = visits.find(visit.id()).orElseThrow();
      assertThat(visits.refusal(taken, LIN)).contains(new TakeUpAnswer.OwnRequest());
      assertThat(visits.refusal(taken, WANG)).isEmpty();

      Visit fresh = visits.of(VisitTest.ticket(2, Optional.empty()), LIN);
      visits.takeUp(fresh.id(), other.number(), LIN);
      fresh = visits.find(fresh.id()).orElseThrow();
      world.bean(Identities.class).compare(fresh, "resident-id", LineFixture.DOCUMENT, LIN);
      var wish =
          new OpenWish(
              new Contact(Notice.Channel.LETTER, "示例路 1 号", null), null, Language.EN, Map.of());
      assertThat(world.bean(Opening.class).open(fresh, wish, LIN))
          .isInstanceOf(OpenAnswer.Opened.class);
      assertThat(visits.refusal(visits.find(fresh.id()).orElseThrow(), LIN)).isEmpty();
    }
  }
}
