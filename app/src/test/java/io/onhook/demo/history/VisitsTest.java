package io.onhook.demo.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.branch.Office;
import io.onhook.branch.OpeningHours;
import io.onhook.branch.Place;
import io.onhook.branch.Service;
import io.onhook.policy.Text;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VisitsTest {
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
  private static final Text NAME = new Text(Map.of("zh-CN", "样例营业厅", "en", "Sample store"));

  private static Office office(String hours) {
    return new Office(
        "sample",
        NAME,
        NAME,
        NAME,
        new Place(31.2, 121.4),
        ZoneId.of("Asia/Shanghai"),
        OpeningHours.of(hours, Set.of()),
        Set.of(Service.END_LINE, Service.ESIM),
        6);
  }

  @Test
  void peopleComeWhileItIsOpenAndLeaveOneAfterTheOther() {
    Office office = office("Mo-Fr 09:00-12:00,13:30-18:00");
    List<Visits.Visit> visits = Visits.of(office, FRIDAY);
    assertThat(visits)
        .isNotEmpty()
        .isEqualTo(Visits.of(office, FRIDAY))
        .allMatch(visit -> office.openAt(visit.takenAt()))
        .allMatch(visit -> visit.takenAt().isBefore(visit.calledAt()))
        .allMatch(visit -> visit.calledAt().isBefore(visit.doneAt()));
    for (int i = 1; i < visits.size(); i++) {
      assertThat(visits.get(i).calledAt()).isAfter(visits.get(i - 1).doneAt());
    }
  }

  @Test
  void nobodyComesToClosedDoors() {
    assertThat(Visits.of(office("Mo-Fr off"), FRIDAY)).isEmpty();
  }
}
