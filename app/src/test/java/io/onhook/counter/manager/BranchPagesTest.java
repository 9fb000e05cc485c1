package io.onhook.counter.manager;

import static io.onhook.web.Renderer.Reader.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.branch.DayFigures;
import io.onhook.branch.Floor;
import io.onhook.branch.Office;
import io.onhook.branch.OpeningHours;
import io.onhook.branch.Place;
import io.onhook.branch.Service;
import io.onhook.branch.Window;
import io.onhook.counter.Said;
import io.onhook.policy.Text;
import io.onhook.portal.Samples;
import io.onhook.shared.Language;
import io.onhook.shared.Money;
import io.onhook.visit.Till;
import io.onhook.web.Option;
import io.onhook.web.Renderer;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A branch manager's pages, in each of staff's languages. */
class BranchPagesTest {
  private final Renderer renderer = new Renderer();

  private static DayFigures figures(String key, long wait) {
    return new DayFigures(
        key,
        40,
        30,
        2,
        3,
        1,
        Optional.of(Duration.ofMinutes(wait)),
        Optional.of(Duration.ofMinutes(wait * 3)),
        Optional.of(Duration.ofMinutes(6)),
        Optional.empty());
  }

  @ParameterizedTest
  @EnumSource(names = {"ZH_CN", "EN"})
  void showsWindowsQueueAndDaysAsChartAndTable(Language language) {
    var text = new Text(Map.of("zh-CN", "一号厅", "en", "Office One"));
    var office =
        new Office(
            "bj-one",
            text,
            text,
            text,
            new Place(39.9, 116.4),
            ZoneId.of("Asia/Shanghai"),
            OpeningHours.of("Mo-Su 09:00-18:00", Set.of()),
            Set.of(Service.END_LINE, Service.ESIM),
            4);
    var hours = List.of(figures("09", 4), figures("10", 8));
    var days = List.of(figures("2026-11-21", 5), figures("2026-11-22", 7));
    var model = Samples.model(language);
    model.put("office", office);
    model.put("offices", List.of(new Option("bj-one", "One", null), new Option("b", "B", null)));
    model.put(
        "manned",
        List.of(
            new Floor.Manned(
                new Window("bj-one", 2, "lin", Set.of(Service.ESIM), true, Samples.NOW),
                Optional.empty())));
    model.put("free", List.of(1, 3));
    model.put("waiting", List.of());
    model.put("held", List.of());
    model.put("now", days.getLast());
    model.put("hours", hours);
    model.put("hoursChart", Chart.of(hours));
    model.put("byService", List.of(figures("esim", 3)));
    model.put("days", days);
    model.put("daysChart", Chart.of(days));
    model.put("services", List.of(new Option("esim", "eSIM", null)));
    model.put(
        "tills",
        List.of(
            new Till(
                1,
                "lin",
                "bj-one",
                Samples.NOW,
                Optional.of(Samples.NOW),
                Money.of("CNY", 8800),
                Money.zero("CNY"),
                1,
                Optional.of(Money.of("CNY", 8000)),
                "why<")));
    model.put("said", Said.done("closed-put-back", "2", "A001"));
    String html =
        renderer.render("counter/manager/branch", "/staff/branch", language, STAFF, model);
    assertThat(html)
        .contains("/staff/branch/bj-one/windows/2/close")
        .contains("checked=\"checked\"")
        .contains("<rect")
        .contains("is-slow")
        .contains("2026-11-21")
        .contains("days.csv")
        .contains("why&lt;")
        .doesNotContain("??");
    model.put("manned", List.of());
    model.put("days", List.of());
    model.put("now", null);
    model.put("tills", List.of());
    renderer.render("counter/manager/branch", "/staff/branch", language, STAFF, model);
    renderer.render("counter/manager/no-office", "/staff/branch", language, STAFF, model);
  }

  @Test
  void theHighestBarReachesTheUpperEdgeAndNoneGoesBeyond() {
    Chart chart = Chart.of(List.of(figures("09", 4), figures("10", 8)));
    assertThat(chart.most()).isEqualTo(24);
    assertThat(chart.bars()).hasSize(4).allMatch(bar -> bar.y() >= 10 && bar.height() <= 150);
    assertThat(chart.bars().getLast().y()).isEqualTo(10);
    assertThat(Chart.of(List.of()).bars()).isEmpty();
  }
}
