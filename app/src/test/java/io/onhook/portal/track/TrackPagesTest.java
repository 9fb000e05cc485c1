package io.onhook.portal.track;

import static io.onhook.web.Renderer.Reader.HOLDER;
import static io.onhook.web.Renderer.Reader.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.cancellation.Inquiry;
import io.onhook.cancellation.LineTrack;
import io.onhook.cancellation.MoneyTrack;
import io.onhook.cancellation.Need;
import io.onhook.document.Opening;
import io.onhook.document.Purpose;
import io.onhook.policy.Paper;
import io.onhook.portal.Samples;
import io.onhook.shared.Actor;
import io.onhook.shared.Language;
import io.onhook.web.Problems;
import io.onhook.web.Renderer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
  void whoHasAPrintedCodeSeesBothTracksAndNothingToChange(Language language) {
    for (LineTrack line : LineTrack.values()) {
      for (MoneyTrack money : MoneyTrack.values()) {
        var model = model(line, money, language);
        assertThat(stranger("printed", language, model))
            .contains("oh-track")
            .contains("/printed/leave")
            .doesNotContain("??")
            .doesNotContain("/retract")
            .doesNotContain("href=\"/track");
      }
    }
    var form = Samples.model(language);
    form.put("over", true);
    form.put("reference", "7K<");
    form.put("code", "12<");
    form.put(
        "problems",
        new Problems().add("reference", "reference.form").add("code", "printed-code.wrong"));
    assertThat(stranger("printed-code", language, form))
        .contains("7K&lt;")
        .contains("12&lt;")
        .contains("href=\"#code\"")
        .doesNotContain("??");
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

  @ParameterizedTest
  @EnumSource
  void whoOpenedThePapersWhenAndWhy(Language language) {
    var model = Samples.model(language);
    model.put("it", Samples.view(LineTrack.IN_REVIEW, MoneyTrack.BEING_SETTLED));
    model.put(
        "papers",
        List.of(
            new CustodyController.Sent("居民身份证", 2, "2026-11-22 18:40", null),
            new CustodyController.Sent("护照", 1, "2026-11-22 18:40", "2026-11-23 09:00")));
    model.put(
        "looks",
        Arrays.stream(Purpose.values())
            .map(
                purpose ->
                    new CustodyController.Line(
                        "2026-11-22 18:50", "lin", purpose.key(), "居民身份证", 2))
            .toList());
    assertThat(render("papers", language, model))
        .contains("2026-11-23 09:00")
        .contains("lin")
        .doesNotContain("??");
    model.put("looks", List.of());
    render("papers", language, model);
    model.put("papers", List.of());
    assertThat(render("papers", language, model)).doesNotContain("??");
  }

  @ParameterizedTest
  @EnumSource
  void whoIsAskedForMoreSeesWhatAndSendsItOnTwoPages(Language language) {
    var model = Samples.model(language);
    model.put("it", Samples.view(LineTrack.YOUR_TURN, MoneyTrack.BEING_SETTLED));
    model.put(
        "inquiry",
        new Inquiry(
            1,
            List.of(Need.BOTH_SIDES, Need.ANSWER),
            "您改过名字吗？",
            Actor.staff("lin"),
            Samples.NOW,
            Samples.NOW.plus(Duration.ofDays(14)),
            Paper.RESIDENT_ID,
            Optional.empty()));
    model.put(
        "needs",
        List.of(
            Need.BOTH_SIDES.text(Samples.PACK, language),
            Need.AUTHORISATION.text(Samples.PACK, language)));
    model.put("files", List.of(new MoreController.File("f1", 2, "18:40", true)));
    model.put("most", 10);
    model.put("pages", 8);
    model.put("problems", new Problems().add("file", "file.missing"));
    assertThat(render("more", language, model))
        .contains("您改过名字吗？")
        .contains("/more/f1/2")
        .contains("/more/f1/remove")
        .contains("/more/send")
        .doesNotContain("??");
    model.put("problems", new Problems().add("words", "more.empty"));
    model.put("words", "typed before");
    assertThat(render("more-send", language, model)).contains("typed before").doesNotContain("??");
    model.put("files", List.of());
    model.put("problems", Problems.NONE);
    assertThat(render("more", language, model)).doesNotContain("??");
  }

  @Test
  void tellsLooksOfOneMinuteAsOne() {
    var at = Samples.NOW;
    var lin = new Opening(at, "lin", Purpose.REVIEW, Paper.RESIDENT_ID);
    var earlier = new Opening(at.minusSeconds(90), "lin", Purpose.REVIEW, Paper.RESIDENT_ID);
    var wang = new Opening(at.minusSeconds(91), "wang", Purpose.AUDIT, Paper.RESIDENT_ID);
    assertThat(Look.of(List.of(lin, lin, earlier, wang)))
        .containsExactly(
            new Look(at, "lin", Purpose.REVIEW, Paper.RESIDENT_ID, 2),
            new Look(earlier.at(), "lin", Purpose.REVIEW, Paper.RESIDENT_ID, 1),
            new Look(wang.at(), "wang", Purpose.AUDIT, Paper.RESIDENT_ID, 1));
  }

  private String show(LineTrack line, MoneyTrack money, Language language) {
    return render("case", language, model(line, money, language));
  }

  private static Map<String, Object> model(LineTrack line, MoneyTrack money, Language language) {
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
    model.put("papers", true);
    model.put("outcome", line == LineTrack.RETRACTED ? "retracted" : null);
    return model;
  }

  private String stranger(String page, Language language, Map<String, Object> model) {
    return renderer.render(
        "portal/track/" + page, "/sign-in/reference/printed", language, VISITOR, model);
  }

  private String render(String page, Language language, Map<String, Object> model) {
    return renderer.render("portal/track/" + page, "/track/x", language, HOLDER, model);
  }
}
