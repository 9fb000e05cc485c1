package io.onhook.portal.figures;

import static io.onhook.web.Renderer.Reader.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.cancellation.Figures;
import io.onhook.portal.Samples;
import io.onhook.shared.Language;
import io.onhook.web.Renderer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FiguresPageTest {
  private final Renderer renderer = new Renderer();

  @ParameterizedTest
  @EnumSource
  void showsHoursAndDaysAndWhatIsTooFew(Language language) {
    var model = Samples.model(language);
    model.put(
        "figures",
        new Figures(
            Samples.NOW.minus(Duration.ofDays(365)),
            Samples.NOW,
            30,
            Optional.of(Duration.ofHours(100)),
            Optional.of(Duration.ofMinutes(200)),
            Optional.empty(),
            Optional.of(97)));
    model.put(
        "rows",
        List.of(
            FiguresController.Row.span("to-end", Optional.of(Duration.ofHours(100))),
            FiguresController.Row.span("after-agreed", Optional.of(Duration.ofMinutes(200))),
            FiguresController.Row.span("refund", Optional.empty()),
            new FiguresController.Row("on-time", "percent", 97L)));
    String page = renderer.render("portal/figures/figures", "/figures", language, VISITOR, model);
    assertThat(page).contains("97").contains("30").doesNotContain("??");
    assertThat(FiguresController.Row.span("to-end", Optional.of(Duration.ofHours(100))))
        .isEqualTo(new FiguresController.Row("to-end", "days", 4L));
    assertThat(FiguresController.Row.span("after-agreed", Optional.of(Duration.ofMinutes(200))))
        .isEqualTo(new FiguresController.Row("after-agreed", "hours", 3L));
  }
}
