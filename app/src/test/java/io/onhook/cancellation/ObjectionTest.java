package io.onhook.cancellation;

import static io.onhook.cancellation.LineFixture.aLine;
import static io.onhook.cancellation.LineFixture.cny;
import static io.onhook.cancellation.Story.days;
import static io.onhook.cancellation.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.engine.Cases;
import io.onhook.policy.PackFixture;
import io.onhook.settlement.Bill;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "Not you? Object here.": an owner stops a case by a link, without signing in. */
class ObjectionTest {
  private static final Actor WANG = Actor.staff("wang");
  private static World world;

  @BeforeAll
  static void start() {
    world = new World();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void nothingTakesEffectBeforeTwoPeopleLetItGoOn() {
    Story story = given(world, aLine()).whenHolderCancels().at("review");
    assertThat(objections().object(link(story, 1))).isEqualTo(taken(Objected.Effect.STOPPED));
    assertThat(objections().object(link(story, 1))).isEqualTo(new ObjectAnswer.Before());
    assertThat(world.bean(Cases.class).find("notice", story.reference() + "/stopped-1"))
        .as("who asked is told, at the contact of the request")
        .isPresent();
    story.whenApproved().expect(LineTrack.SCHEDULED).tick(days(4)).at("check-gates-again");
    story.tick(days(30)).at("check-gates-again").effects("announce-end");
    assertThat(raised(story)).isTrue();

    assertThat(decide(story, false, "", Story.REVIEWER))
        .isEqualTo(new DecideAnswer.ReasonMissing());
    assertThat(decide(story, false, "called", Story.REVIEWER))
        .isEqualTo(new DecideAnswer.NeedsSecondPerson());
    assertThat(decide(story, false, "called", Story.REVIEWER))
        .isEqualTo(new DecideAnswer.SamePerson());
    story.at("check-gates-again").effects("announce-end");
    assertThat(decide(story, false, "called too", WANG)).isEqualTo(new DecideAnswer.Decided());

    story.lastWords().expect(LineTrack.ENDED);
    assertThat(only(story).founded()).contains(false);
    assertThat(only(story).open()).isFalse();
  }

  @Test
  void onePersonIsEnoughToTakeTheCaseBack() {
    Story story = given(world, aLine()).whenHolderCancels().whenApproved();
    assertThat(objections().object(link(story, 1))).isEqualTo(taken(Objected.Effect.STOPPED));

    assertThat(decide(story, true, "stolen phone", WANG)).isEqualTo(new DecideAnswer.Decided());

    story.expect(LineTrack.RETRACTED);
    World.await("judged", () -> only(story).founded().isPresent());
    assertThat(only(story).founded()).contains(true);
    assertThat(decide(story, false, "late", Story.REVIEWER))
        .isEqualTo(new DecideAnswer.NothingToDecide());
  }

  @Test
  void oneBarredAlreadyIsGivenBackAtOnce() {
    LineFixture line = aLine();
    Story story = given(world, line);
    line.balances.add(new Bill.Charge("usage", "Calls since the last bill", cny(5000)));
    story.whenHolderCancels().whenItsDayComes().expect(LineTrack.YOUR_TURN);

    assertThat(objections().object(link(story, 1))).isEqualTo(taken(Objected.Effect.TAKEN_BACK));

    story.expect(LineTrack.RETRACTED);
    World.await("the line as it was", () -> story.effects().contains("withdraw-end"));
    assertThat(story.effects()).contains("bar", "restore");
    assertThat(only(story).open()).isFalse();
  }

  @Test
  void tooLateIsWorkForPeople() {
    Story story = given(world, aLine()).whenHolderCancels().whenItsDayComes();
    story.expect(LineTrack.ENDED);

    assertThat(objections().object(link(story, 1))).isEqualTo(taken(Objected.Effect.TOO_LATE));

    World.await("work for people", () -> raised(story));
    assertThat(decide(story, true, "number given back", WANG))
        .isEqualTo(new DecideAnswer.Decided());
  }

  @Test
  void whatIsTakenBackCanNotBeStopped() {
    Story story = given(world, aLine()).whenHolderCancels().at("review");
    story.retract();
    story.expect(LineTrack.RETRACTED);

    assertThat(objections().object(link(story, 1))).isEqualTo(new ObjectAnswer.NothingToStop());
    assertThat(objections().subject(link(story, 1)).orElseThrow().stoppable()).isFalse();
    assertThat(objections().of(story.reference(), story.holder())).isEmpty();
  }

  @Test
  void linksAreOursOrNothing() {
    Story story = given(world, aLine()).whenHolderCancels().at("review");
    String link = link(story, 1);
    var other = CaseReference.random(new java.security.SecureRandom());
    for (String wrong :
        List.of(
            "",
            "x",
            link + "0",
            link.substring(1),
            link.replace("-1-", "-2-"),
            link.substring(0, 14) + "0".repeat(20),
            story.reference().text(),
            world.bean(ObjectionLinks.class).token(other, 1),
            world.bean(ObjectionLinks.class).token(story.reference(), 9))) {
      assertThat(objections().object(wrong)).as(wrong).isEqualTo(new ObjectAnswer.NoSuchLink());
    }
    assertThat(objections().subject(link).orElseThrow().stoppable()).isTrue();
    // Looking is not objecting.
    assertThat(objections().of(story.reference(), story.holder())).isEmpty();
    assertThat(objections().of(story.reference(), Actor.holder("P-somebody-else"))).isEmpty();
    assertThat(decide(story, true, "nobody objected", WANG))
        .isEqualTo(new DecideAnswer.NoSuchCase());
  }

  @Test
  void takesBackAtOnceWhereThePackSaysSo(@TempDir Path folder) throws IOException {
    var pack =
        PackFixture.defaultPack()
            .with("id: default", "id: mine")
            .with("objection: two-people", "objection: retract");
    Files.writeString(folder.resolve("mine.yaml"), pack.text());
    try (var own = new World("onhook.packs=" + folder, "onhook.pack=mine")) {
      Story story = given(own, aLine()).whenHolderCancels().at("review");
      String link = own.bean(ObjectionLinks.class).token(story.reference(), 1);
      assertThat(own.bean(Objections.class).object(link))
          .isEqualTo(taken(Objected.Effect.TAKEN_BACK));
      story.expect(LineTrack.RETRACTED);
    }
  }

  private static Objections objections() {
    return world.bean(Objections.class);
  }

  private static DecideAnswer decide(Story story, boolean founded, String note, Actor staff) {
    World.await(
        "work for people, or none to come",
        () ->
            objections().of(story.reference(), Actor.SYSTEM).stream()
                .noneMatch(it -> it.open() && !raised(story)));
    return objections().decide(story.reference(), 1, founded, note, staff);
  }

  private static boolean raised(Story story) {
    return objections().open(100).stream()
        .anyMatch(open -> open.it().reference().equals(story.reference()));
  }

  private static Objected only(Story story) {
    return objections().of(story.reference(), Actor.SYSTEM).getFirst();
  }

  private static ObjectAnswer taken(Objected.Effect effect) {
    return new ObjectAnswer.Taken(effect);
  }

  private static String link(Story story, int contact) {
    return world.bean(ObjectionLinks.class).token(story.reference(), contact);
  }
}
