package io.onhook.portal.check;

import static io.onhook.web.Renderer.Reader.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.policy.Packs;
import io.onhook.portal.Samples;
import io.onhook.shared.Language;
import io.onhook.web.Renderer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.ui.ExtendedModelMap;

class CheckPagesTest {
  private final Renderer renderer = new Renderer();
  private final CheckController controller =
      new CheckController(new Packs(List.of(Samples.PACK), "default"), renderer.texts());

  @ParameterizedTest
  @EnumSource
  void asksWithoutANumberAndKeepsTheAnswers(Language language) {
    String page = show("questions", new CheckForm("holder", List.of("arrears"), null), language);
    assertThat(page).doesNotContain("type=\"tel\"").contains("value=\"arrears\" checked");
  }

  @ParameterizedTest
  @EnumSource
  void namesTheMissingAnswer(Language language) {
    assertThat(show("result", new CheckForm(null, null, null), language))
        .contains("href=\"#role\"");
  }

  @ParameterizedTest
  @EnumSource
  void tellsObstaclesPapersAndTimes(Language language) {
    var form = new CheckForm("holder", List.of("arrears", "contract-term", "nonsense"), "no");
    assertThat(show("result", form, language)).contains("oh-card--blocks").contains("/sign-in");
  }

  private String show(String show, CheckForm form, Language language) {
    var model = new ExtendedModelMap();
    Map<String, Object> whole = Samples.model(language);
    String view = controller.check(show, form, Samples.say(language), model, language.locale());
    whole.putAll(model);
    return renderer.render(view, "/check", language, VISITOR, whole);
  }
}
