package io.onhook.backoffice.objection;

import static io.onhook.web.Renderer.Reader.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.cancellation.LineTrack;
import io.onhook.cancellation.MoneyTrack;
import io.onhook.cancellation.Objected;
import io.onhook.cancellation.Objections;
import io.onhook.engine.CaseId;
import io.onhook.notice.Notice;
import io.onhook.portal.Samples;
import io.onhook.shared.Language;
import io.onhook.web.Problems;
import io.onhook.web.Renderer;
import io.onhook.worklist.Verdict;
import io.onhook.worklist.WorkItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ObjectionsPageTest {
  private final Renderer renderer = new Renderer();

  @ParameterizedTest
  @EnumSource
  void showsWhoObjectedWhatItDidAndWhatWasSaid(Language language) {
    Map<String, Object> model = Samples.model(language);
    model.put("rows", List.of(row(Objected.Effect.STOPPED), row(Objected.Effect.TOO_LATE)));
    model.put("typedAt", Samples.REFERENCE + "/1");
    model.put("found", "unfounded");
    model.put("note", "called <him>");
    model.put("problems", new Problems().add("note", "note.missing"));
    String page = render(language, model);
    assertThat(page)
        .contains("/staff/objections/" + Samples.REFERENCE + "/1")
        .contains("I spoke with her")
        .contains("called &lt;him&gt;")
        .contains("href=\"#note\"")
        .doesNotContain("??");
    model.put("problems", Problems.NONE);
    for (String said : List.of("decided", "second", "nothing")) {
      model.put("said", said);
      assertThat(render(language, model)).doesNotContain("??");
    }
    model.put("rows", List.of());
    assertThat(render(language, model)).doesNotContain("<form id=\"answers\"");
  }

  private String render(Language language, Map<String, Object> model) {
    return renderer.render(
        "backoffice/objection/objections", "/staff/objections", language, STAFF, model);
  }

  private static Objections.Open row(Objected.Effect effect) {
    var work =
        new WorkItem(
            1,
            new CaseId(7),
            "objection/1",
            "judge-objection",
            WorkItem.Kind.DECISION,
            "objection",
            Samples.NOW,
            Samples.NOW,
            Optional.empty(),
            Optional.empty(),
            "web",
            Optional.empty(),
            1,
            List.of(new Verdict("wang", Samples.NOW, true, List.of(), "I spoke with her")));
    return new Objections.Open(
        new Objected(
            Samples.REFERENCE,
            1,
            Notice.Channel.EMAIL,
            Samples.NOW,
            effect,
            Optional.empty(),
            new CaseId(7)),
        Samples.view(LineTrack.SCHEDULED, MoneyTrack.NOTHING_OPEN),
        work);
  }
}
