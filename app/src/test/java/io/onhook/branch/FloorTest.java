package io.onhook.branch;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.shared.Actor;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a branch manager sees and does, on real PostgreSQL. */
class FloorTest {
  private static final Actor MANAGER = Actor.staff("boss");

  private final OneOffice office = new OneOffice();
  private final Floor floor = office.floor();

  @Test
  void movesPeopleByWhatTheirWindowServes() {
    office.sits("lin", 1, Service.ESIM);
    Ticket waits = office.take();
    assertThat(office.branches.counter().callNext("lin")).isEqualTo(new CallAnswer.NobodyWaits());
    assertThat(floor.assign(OneOffice.BEIJING, 1, Set.of(), MANAGER))
        .isEqualTo(new WindowAnswer.NoSuchWindow());
    assertThat(floor.assign(OneOffice.BEIJING, 9, Set.of(Service.END_LINE), MANAGER))
        .isEqualTo(new WindowAnswer.NoSuchWindow());
    assertThat(floor.assign(OneOffice.BEIJING, 1, Set.of(Service.OTHER_REGION), MANAGER))
        .isEqualTo(new WindowAnswer.NoSuchWindow());
    assertThat(floor.assign(OneOffice.BEIJING, 1, Set.of(Service.END_LINE), MANAGER))
        .isInstanceOf(WindowAnswer.Opened.class);
    assertThat(office.called("lin").id()).isEqualTo(waits.id());
  }

  @Test
  void closesAColleaguesWindowAndPutsWhoWasThereBackAtTheirPlace() {
    office.sits("lin", 1, Service.END_LINE);
    Ticket first = office.take();
    office.minutes(1);
    office.take();
    office.called("lin");
    office.branches.counter().begin("lin");
    assertThat(floor.windows(office.office()).getFirst().ticket().map(Ticket::id))
        .contains(first.id());

    Floor.Closed closed = floor.close(OneOffice.BEIJING, 1, MANAGER);
    assertThat(closed.closed()).isTrue();
    assertThat(closed.back().map(Ticket::state)).contains(TicketState.WAITING);
    assertThat(office.branches.windows().of("lin")).isEmpty();
    assertThat(floor.close(OneOffice.BEIJING, 1, MANAGER))
        .isEqualTo(new Floor.Closed(false, Optional.empty()));

    office.sits("wang", 2, Service.END_LINE);
    assertThat(office.called("wang").id()).isEqualTo(first.id());
  }

  @Test
  void movesSomebodyToAFreeWindowWhileNobodyIsThere() {
    office.sits("lin", 1, Service.END_LINE);
    office.sits("wang", 2, Service.ESIM);
    assertThat(floor.move(OneOffice.BEIJING, 1, 99, MANAGER))
        .isEqualTo(new MoveAnswer.NoSuchWindow());
    assertThat(floor.move(OneOffice.BEIJING, 3, 4, MANAGER))
        .isEqualTo(new MoveAnswer.NobodyThere());
    assertThat(floor.move(OneOffice.BEIJING, 1, 2, MANAGER))
        .isEqualTo(new MoveAnswer.Taken("wang"));
    Ticket first = office.take();
    office.called("lin");
    assertThat(floor.move(OneOffice.BEIJING, 1, 3, MANAGER)).isInstanceOf(MoveAnswer.Busy.class);
    office.branches.counter().begin("lin");
    office.branches.counter().finish("lin");

    assertThat(floor.move(OneOffice.BEIJING, 1, 3, MANAGER)).isInstanceOf(MoveAnswer.Moved.class);
    assertThat(office.branches.windows().of("lin").orElseThrow().services())
        .containsExactly(Service.END_LINE);
    Ticket second = office.take();
    Ticket called = office.called("lin");
    assertThat(called.id()).isEqualTo(second.id()).isNotEqualTo(first.id());
    assertThat(called.window()).isEqualTo(3);
  }

  @Test
  void reckonsHowADayWent() {
    office.sits("lin", 1, Service.END_LINE);
    for (int i = 0; i < 4; i++) {
      office.take();
    }
    office.minutes(10);
    office.serve("lin", 5);
    office.serve("lin", 5);
    office.called("lin");
    office.branches.counter().recall("lin");
    office.branches.counter().noShow("lin");

    LocalDate today = floor.today(office.office());
    DayFigures day = floor.days(office.office(), today).getFirst();
    assertThat(day.key()).isEqualTo(today.toString());
    assertThat(day.taken()).isEqualTo(4);
    assertThat(day.served()).isEqualTo(2);
    assertThat(day.noShows()).isEqualTo(1);
    assertThat(day.waitHalf()).contains(Duration.ofMinutes(15));
    assertThat(day.waitMost().orElseThrow())
        .isBetween(Duration.ofMinutes(18), Duration.ofMinutes(20));
    assertThat(day.visitHalf()).contains(Duration.ofMinutes(5));
    assertThat(floor.hours(office.office())).extracting(DayFigures::key).containsExactly("10");
    assertThat(floor.services(office.office()))
        .extracting(DayFigures::key)
        .containsExactly("end-line");
  }
}
