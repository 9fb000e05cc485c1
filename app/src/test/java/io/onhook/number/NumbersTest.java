package io.onhook.number;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.engine.CaseId;
import io.onhook.engine.LocalWrite;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.engine.WriteHandler;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Msisdn;
import io.onhook.testing.SettableClock;
import io.onhook.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A number's life, on a real database. */
class NumbersTest {
  private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
  private static final Msisdn NUMBER = Msisdn.of("+8619900000001");
  private static final Msisdn OTHER = Msisdn.of("+8619900000002");

  private final TestDatabase database = TestDatabase.fresh();
  private final SettableClock clock = new SettableClock(NOON);
  private final Numbers numbers = new Numbers(database.application(), clock);
  private final CaseReference reference = CaseReference.random(new Random(1));

  @Test
  void restsThenIsFree() {
    assertThat(write(new NoteActiveHandler(), active(NUMBER))).isEmpty();
    assertThat(write(new BeginQuarantineHandler(), quarantine(NUMBER))).isEmpty();
    assertThat(state(NUMBER)).isEqualTo(NumberState.QUARANTINE);

    clock.advance(Duration.ofDays(90));
    assertThat(write(new ReleaseNumberHandler(), release())).isEmpty();
    assertThat(state(NUMBER)).isEqualTo(NumberState.FREE);
  }

  @Test
  void isNotFreedBeforeItsTime() {
    rest();
    clock.advance(Duration.ofDays(90).minusSeconds(1));
    assertThat(write(new ReleaseNumberHandler(), release())).containsExactly(0);
    assertThat(state(NUMBER)).isEqualTo(NumberState.QUARANTINE);
  }

  @Test
  void aPortedInNumberGoesBackToItsRange() {
    write(new NoteActiveHandler(), new NoteActive(NUMBER, true, NOON));
    write(new BeginQuarantineHandler(), quarantine(NUMBER));
    clock.advance(Duration.ofDays(91));
    write(new ReleaseNumberHandler(), release());
    assertThat(state(NUMBER)).isEqualTo(NumberState.RETURNED);
  }

  @Test
  void hasNoSecondOwnerWhileItRests() {
    rest();
    assertThat(write(new NoteActiveHandler(), active(NUMBER), active(OTHER))).containsExactly(0);
    assertThat(write(new BeginQuarantineHandler(), quarantine(NUMBER))).containsExactly(0);
    assertThat(state(OTHER)).isEqualTo(NumberState.ACTIVE);
  }

  @Test
  void anUnknownNumberCannotRest() {
    assertThat(write(new BeginQuarantineHandler(), quarantine(NUMBER))).containsExactly(0);
    assertThat(numbers.find(NUMBER)).isEmpty();
  }

  @Test
  void canBePortedOnlyWithinItsWindow() {
    rest();
    clock.advance(Duration.ofDays(29));
    assertThat(numbers.portedOut(NUMBER)).isTrue();
    assertThat(state(NUMBER)).isEqualTo(NumberState.PORTED_OUT);
    var outcome =
        new FreeNumber(numbers)
            .run(
                new NumberRest(reference, NOON),
                new StepContext(new CaseId(1), clock.instant(), 1, List.of()));
    assertThat(outcome).isEqualTo(StepOutcome.done(new NumberRest(reference, NOON)));
  }

  @Test
  void canNotBePortedAfterItsWindow() {
    rest();
    clock.advance(Duration.ofDays(31));
    assertThat(numbers.portedOut(NUMBER)).isFalse();
    assertThat(state(NUMBER)).isEqualTo(NumberState.QUARANTINE);
  }

  private void rest() {
    write(new NoteActiveHandler(), active(NUMBER));
    write(new BeginQuarantineHandler(), quarantine(NUMBER));
  }

  private NumberState state(Msisdn number) {
    return numbers.find(number).orElseThrow().state();
  }

  private static NoteActive active(Msisdn number) {
    return new NoteActive(number, false, NOON);
  }

  private BeginQuarantine quarantine(Msisdn number) {
    return new BeginQuarantine(
        number, reference, NOON, NOON.plus(Duration.ofDays(90)), NOON.plus(Duration.ofDays(30)));
  }

  private ReleaseNumber release() {
    return new ReleaseNumber(reference, clock.instant());
  }

  @SafeVarargs
  private <W extends LocalWrite> Set<Integer> write(WriteHandler<W> handler, W... writes) {
    try (var connection = database.application().getConnection()) {
      return handler.write(connection, List.of(writes));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
