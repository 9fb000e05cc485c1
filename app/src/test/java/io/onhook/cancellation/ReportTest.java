package io.onhook.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A stranger, or the holder of a line never opened: a person looks, and no line is touched. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportTest {
  private static final Actor LIN = Actor.staff("lin");
  private static final Actor WANG = Actor.staff("wang");

  private final World world = new World();

  @AfterAll
  void end() {
    world.close();
  }

  private Reports reports() {
    return world.bean(Reports.class);
  }

  private static Reported reported(Reported.Kind kind, String number) {
    return new Reported(kind, "韦东", number, "wei.dong@example.com", "账单寄到了我家", Language.ZH_CN);
  }

  private CaseReference taken(Reported reported, String key) {
    return ((ReportAnswer.Received) reports().take(reported, key)).reference();
  }

  private boolean isOpen(CaseReference reference) {
    return reports().open(100).stream().anyMatch(it -> it.reference().equals(reference));
  }

  @Test
  void isTakenDownOnceAndWaitsForAPersonWhileTheLineIsLeftAlone() {
    LineFixture line = LineFixture.aLine();
    world.operator.add(line);
    Reported reported = reported(Reported.Kind.NEVER_OPENED, line.number().e164());
    CaseReference reference = taken(reported, "form-1");
    assertThat(taken(reported, "form-1")).as("sent twice").isEqualTo(reference);
    World.await("a person is asked", () -> isOpen(reference));
    var shown =
        reports().open(100).stream()
            .filter(it -> it.reference().equals(reference))
            .findFirst()
            .orElseThrow();
    assertThat(shown.reported()).isEqualTo(reported);
    world.tick(Duration.ofDays(40));
    assertThat(isOpen(reference)).as("nothing happens by itself").isTrue();
    assertThat(world.cancellations().ofLine(line.id(), LIN)).isEmpty();
    assertThat(world.operator.effects).noneMatch(effect -> effect.endsWith(line.imsi().digits()));

    assertThat(reports().lookedInto(reference, Looked.HOLDER_TOLD, "已当面核对", LIN)).isTrue();
    assertThat(reports().lookedInto(reference, Looked.LINE_BARRED, "我也看了", WANG))
        .as("a colleague was first")
        .isFalse();
    World.await("it is off the list", () -> !isOpen(reference));
  }

  @Test
  void answersTheSameWhetherThereIsSuchALineOrNot() {
    assertThat(reports().take(reported(Reported.Kind.NOT_HOLDER, "199 0000 9999"), "form-2"))
        .isInstanceOf(ReportAnswer.Received.class);
  }

  @Test
  void keepsWhatWasTypedSealed() {
    CaseReference reference = taken(reported(Reported.Kind.NOT_HOLDER, "19900009876"), "form-3");
    World.await("a person is asked", () -> isOpen(reference));
    assertThat(
            world
                .bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("SELECT count(*) FROM engine.live_case WHERE state::text LIKE '%9876%'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void namesEveryWrongFieldAtOnceAndStoresNothing() {
    var wrong =
        new Reported(
            Reported.Kind.NOT_HOLDER, "<b>", "12", "nobody", "x".repeat(1001), Language.EN);
    assertThat(reports().take(wrong, "form-4"))
        .isInstanceOfSatisfying(
            ReportAnswer.Incomplete.class,
            it ->
                assertThat(it.wrong())
                    .extracting(CancellationRefusal.WrongField::field)
                    .containsExactly("name", "number", "email", "words"));
  }
}
