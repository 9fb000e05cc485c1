package io.onhook.backoffice.template;

import static io.onhook.web.Renderer.Reader.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.notice.Preview;
import io.onhook.notice.Template;
import io.onhook.portal.Samples;
import io.onhook.shared.Language;
import io.onhook.web.Renderer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplatesPageTest {
  private final Renderer renderer = new Renderer();

  @ParameterizedTest
  @EnumSource
  void showsOneTemplateInEveryLanguage(Language language) {
    var model = Samples.model(language);
    model.put("templates", List.of(Template.values()));
    model.put("shown", Template.MORE_NEEDED);
    model.put(
        "previews",
        List.of(
            new Preview(
                Template.MORE_NEEDED,
                Language.ZH_CN,
                "【知更通信】申请 Q3DD6 需要补充材料",
                "【知更通信】销号申请还需要：证件的正反两面。",
                1,
                22,
                List.of("第一段。", "第二段。")),
            new Preview(
                Template.MORE_NEEDED,
                Language.EN,
                "Robin Mobile: request Q3DD6 needs something from you",
                "Robin Mobile: your request still needs: both sides of your ID.",
                1,
                63,
                List.of("One.", "Two."))));
    assertThat(
            renderer.render(
                "backoffice/template/templates", "/staff/templates", language, STAFF, model))
        .contains("template=refund-sent")
        .contains("第二段。")
        .contains("both sides of your ID")
        .doesNotContain("??");
  }
}
