package io.onhook.portal.report;

import static io.onhook.web.Renderer.Reader.STAFF;
import static io.onhook.web.Renderer.Reader.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.cancellation.Looked;
import io.onhook.cancellation.ReportAnswer;
import io.onhook.cancellation.Reported;
import io.onhook.cancellation.ToLookInto;
import io.onhook.portal.Guide;
import io.onhook.portal.Samples;
import io.onhook.shared.Language;
import io.onhook.web.Problems;
import io.onhook.web.Renderer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The two ways of who is not, or never became, the holder; and the person who looks into it. */
class ReportPagesTest {
  private final Renderer renderer = new Renderer();

  @ParameterizedTest
  @EnumSource
  void tellWhatToDoAndKeepWhatWasTyped(Language language) {
    Map<String, Object> model = Samples.model(language);
    model.put("fields", new ReportFields("form-1", "韦东", "199 0000", "wei@", "…"));
    model.put("problems", new Problems().add("email", "email.form"));
    model.put(
        "agent",
        Guide.of(Samples.PACK, Samples.say(language)).roles().stream()
            .filter(role -> role.key().equals("agent"))
            .findAny()
            .orElseThrow());
    for (String kind : List.of("not-holder", "never-opened")) {
      assertThat(renderer.render("portal/report/" + kind, "/" + kind, language, VISITOR, model))
          .contains("action=\"/" + kind + "\"")
          .contains("value=\"199 0000\"")
          .contains("href=\"#email\"")
          .contains("value=\"form-1\"");
    }
    model.put("received", new ReportAnswer.Received(Samples.REFERENCE, Samples.NOW));
    model.put("email", "wei@example.com");
    assertThat(renderer.render("portal/report/received", "/not-holder", language, VISITOR, model))
        .contains(Samples.REFERENCE.text())
        .contains("wei@example.com");
  }

  @ParameterizedTest
  @EnumSource(names = {"ZH_CN", "EN"})
  void showThePersonWhatWasReported(Language language) {
    Map<String, Object> model = Samples.model(language);
    var reported =
        new Reported(
            Reported.Kind.NEVER_OPENED, "韦东", "19900000063", "wei@example.com", "<b>", language);
    model.put(
        "rows", List.of(new ToLookInto(Samples.REFERENCE, Samples.NOW, Samples.NOW, reported)));
    model.put("results", Stream.of(Looked.values()).map(Looked::key).toList());
    model.put("reference", Samples.REFERENCE.text());
    model.put("result", "line-barred");
    model.put("words", "typed");
    model.put("problems", new Problems().add("words", "words.missing"));
    assertThat(
            renderer.render("backoffice/report/reports", "/staff/reports", language, STAFF, model))
        .contains("19900000063")
        .contains("&lt;b&gt;")
        .contains(">typed</textarea>")
        .contains("href=\"#words\"")
        .contains("action=\"/staff/reports/" + Samples.REFERENCE + "\"");
  }
}
