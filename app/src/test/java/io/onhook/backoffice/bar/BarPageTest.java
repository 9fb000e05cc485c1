package io.onhook.backoffice.bar;

import static io.onhook.web.Renderer.Reader.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.bar.Bar;
import io.onhook.cancellation.LineTrack;
import io.onhook.cancellation.MoneyTrack;
import io.onhook.line.LineId;
import io.onhook.portal.Samples;
import io.onhook.shared.Actor;
import io.onhook.shared.Language;
import io.onhook.web.Problems;
import io.onhook.web.Renderer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BarPageTest {
  private final Renderer renderer = new Renderer();

  @ParameterizedTest
  @EnumSource
  void asksForAReasonAndShowsEveryStanding(Language language) {
    Map<String, Object> model = Samples.model(language);
    model.put("it", Samples.view(LineTrack.IN_REVIEW, MoneyTrack.BEING_SETTLED));
    model.put("own", false);
    model.put("bar", null);
    model.put("why", "called <him>");
    model.put("earlier", List.of(bar(Bar.Reason.LOST, Bar.Standing.OVER)));
    model.put("problems", new Problems().add("why", "why.missing"));
    assertThat(render(language, model)).contains("called &lt;him&gt;").contains("href=\"#why\"");
    for (String code : List.of("why.too-long", "bar.own-line", "bar.no-line")) {
      model.put("problems", new Problems().add("why", code));
      assertThat(render(language, model)).doesNotContain("??");
    }
    model.put("problems", Problems.NONE);
    for (Bar.Standing standing : Bar.Standing.values()) {
      for (Bar.Reason reason : Bar.Reason.values()) {
        model.put("bar", bar(reason, standing));
        String page = render(language, model);
        assertThat(page).doesNotContain("??").doesNotContain("name=\"why\"");
        assertThat(page.contains("/lift")).isEqualTo(reason == Bar.Reason.SUSPICION);
      }
    }
    model.put("own", true);
    for (String said : List.of("barred", "already", "lifted", "not-barred", "hotline")) {
      model.put("said", said);
      assertThat(render(language, model)).doesNotContain("??").doesNotContain("/lift");
    }
  }

  private String render(Language language, Map<String, Object> model) {
    return renderer.render("backoffice/bar/bar", "/staff/bars/x", language, STAFF, model);
  }

  private static Bar bar(Bar.Reason reason, Bar.Standing standing) {
    return new Bar(
        "b1",
        new LineId("L-1"),
        reason,
        "looks odd",
        Actor.staff("lin"),
        Samples.NOW,
        standing,
        Optional.empty(),
        standing == Bar.Standing.OVER ? Optional.of(Samples.NOW) : Optional.empty());
  }
}
