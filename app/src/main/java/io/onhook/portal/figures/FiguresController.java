package io.onhook.portal.figures;

import io.onhook.cancellation.Figures;
import io.onhook.cancellation.PublicFigures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Medians for everybody; none out of too few cases. */
@Controller
class FiguresController {

  /**
   * One figure.
   *
   * @param key names it among the messages
   * @param unit {@code days}, {@code hours} or {@code percent}
   * @param value how many; null where too few cases stand behind it
   */
  record Row(String key, String unit, @Nullable Long value) {
    static Row span(String key, Optional<Duration> span) {
      return span.map(it -> of(key, it)).orElseGet(() -> new Row(key, "days", null));
    }

    /** Below two days, hours tell more. */
    private static Row of(String key, Duration span) {
      long hours = (span.toMinutes() + 30) / 60;
      return hours < 48 ? new Row(key, "hours", hours) : new Row(key, "days", (hours + 12) / 24);
    }
  }

  private final PublicFigures figures;

  FiguresController(PublicFigures figures) {
    this.figures = figures;
  }

  @GetMapping("/figures")
  String show(Model model) {
    Figures now = figures.now();
    model.addAttribute("figures", now);
    model.addAttribute(
        "rows",
        List.of(
            Row.span("to-end", now.toEnd()),
            Row.span("after-agreed", now.afterAgreed()),
            Row.span("refund", now.refund()),
            new Row("on-time", "percent", now.onTime().map(Integer::longValue).orElse(null))));
    return "portal/figures/figures";
  }
}
