package io.onhook.portal.track;

import static io.onhook.web.Renderer.Reader.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.cancellation.LineTrack;
import io.onhook.cancellation.MoneyTrack;
import io.onhook.portal.Samples;
import io.onhook.shared.Language;
import io.onhook.web.Renderer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages after sending, for every state of both tracks, in each language. */
class TrackPagesTest {
  private final Renderer renderer = new Renderer();

  @ParameterizedTest
  @EnumSource
  void everyStateOfBothTracksHasItsWords(Language language) {
    for (LineTrack line : LineTrack.values()) {
      for (MoneyTrack money : MoneyTrack.values()) {
        String page = show(line, money, language);
        assertThat(page).contains("oh-track").doesNotContain("??");
      }
    }
    // Kept to be looked at.
    show(LineTrack.ENDED, MoneyTrack.ON_ITS_WAY, language);
  }

  @ParameterizedTest
  @EnumSource
  void whatFollowsSending(Language language) {
    var model = Samples.model(language);
    var it = Samples.view(LineTrack.IN_REVIEW, MoneyTrack.BEING_SETTLED);
    model.put("it", it);
    model.put("afterSubmit", "");
    assertThat(render("submitted", language, model)).contains(Samples.REFERENCE.text());
    render("retract", language, model);
    model.put("cases", List.of(it));
    render("all", language, model);
  }

  @ParameterizedTest
  @EnumSource
  void aBrokenPromiseHasAReadyComplaint(Language language) {
    var late = Samples.NOW.plus(Duration.ofDays(60));
    for (var it :
        List.of(
            Samples.view(LineTrack.IN_REVIEW, MoneyTrack.BEING_SETTLED),
            Samples.view(LineTrack.SCHEDULED, MoneyTrack.BEING_SETTLED),
            Samples.view(LineTrack.ENDED, MoneyTrack.ON_ITS_WAY))) {
      var model = Samples.model(language);
      model.put("it", it);
      model.put("missed", Deadline.missed(it, late).orElseThrow());
      model.put("now", late);
      model.put("rule", "…");
      model.put("regulator", Samples.PACK.regulator());
      assertThat(render("complaint", language, model))
          .contains(Samples.REFERENCE.text())
          .contains(Samples.PACK.regulator().website())
          .doesNotContain("??");
    }
  }

  private String show(LineTrack line, MoneyTrack money, Language language) {
    var model = Samples.model(language);
    var it = Samples.view(line, money);
    model.put("it", it);
    model.put("line", Stages.line(it));
    model.put("money", Stages.money(it));
    model.put("moving", !Stages.settled(it));
    model.put("version", Stages.version(it));
    model.put("reasons", List.of("…"));
    model.put("regulator", Samples.PACK.regulator());
    model.put("missed", Deadline.missed(it, Samples.NOW.plus(Duration.ofDays(60))).orElse(null));
    model.put("outcome", line == LineTrack.RETRACTED ? "retracted" : null);
    return render("case", language, model);
  }

  private String render(String page, Language language, java.util.Map<String, Object> model) {
    return renderer.render("portal/track/" + page, "/track/x", language, HOLDER, model);
  }
}
