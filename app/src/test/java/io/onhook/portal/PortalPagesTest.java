package io.onhook.portal;

import static io.onhook.web.Renderer.Reader.HOLDER;
import static io.onhook.web.Renderer.Reader.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.cancellation.Inquiry;
import io.onhook.cancellation.LineTrack;
import io.onhook.cancellation.MoneyTrack;
import io.onhook.cancellation.Need;
import io.onhook.cancellation.SwitchAnswer;
import io.onhook.policy.Paper;
import io.onhook.shared.Actor;
import io.onhook.shared.Language;
import io.onhook.web.Problems;
import io.onhook.web.Renderer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Start, guide, sign-in and the line's page, in each language. */
class PortalPagesTest {
  private final Renderer renderer = new Renderer();

  @ParameterizedTest
  @EnumSource
  void startAndGuideTellTheWholeProcess(Language language) {
    var model = Samples.model(language);
    assertThat(renderer.render("portal/start", "/", language, VISITOR, model))
        .contains("/check")
        .contains("/sign-in");
    assertThat(renderer.render("portal/guide", "/guide", language, VISITOR, model))
        .contains(Samples.PACK.regulator().website())
        .contains("10099");
  }

  @ParameterizedTest
  @EnumSource
  void signInKeepsWhatWasTypedAndSaysWhatIsWrong(Language language) {
    var model = Samples.model(language);
    model.put("problems", new Problems().add("number", "msisdn.not-possible"));
    model.put("number", "199 0000");
    assertThat(renderer.render("portal/signin/number", "/sign-in", language, VISITOR, model))
        .contains("value=\"199 0000\"")
        .contains("href=\"#number\"")
        .contains("aria-describedby=\"number-hint number-error\"");
    model.put("problems", new Problems().add("code", "code.wrong", 4));
    model.put("code", "");
    model.put("action", "/sign-in/code");
    model.put("again", "/sign-in");
    model.put("elsewhere", true);
    assertThat(renderer.render("portal/signin/code", "/sign-in/code", language, VISITOR, model))
        .contains("/sign-in/other-contact")
        .contains("autocomplete=\"one-time-code\"")
        .contains("4");
    model.put("problems", new Problems().add("document", "document.missing"));
    model.put("document", "1101\"");
    assertThat(
            renderer.render(
                "portal/signin/other-contact", "/sign-in/other-contact", language, VISITOR, model))
        .contains("value=\"1101&quot;\"")
        .contains("value=\"199 0000\"")
        .contains("href=\"#document\"");
    model.put("problems", Problems.NONE);
    model.put("reference", "");
    assertThat(
            renderer.render(
                "portal/signin/reference", "/sign-in/reference", language, VISITOR, model))
        .contains("name=\"reference\"");
  }

  @ParameterizedTest
  @EnumSource
  void theLineShowsEveryBlockerWithRuleAmountAndRemedy(Language language) {
    var model = Samples.model(language);
    var checked = Samples.checked(true);
    model.put("line", checked.line());
    model.put("eligibility", checked.eligibility());
    model.put("quote", checked.eligibility().quote());
    model.put("dates", checked.dates());
    model.put("outlook", checked.outlook());
    model.put("ways", Samples.PACK.money().refundWays());
    model.put("open", null);
    model.put("at", Samples.NOW);
    model.put("acting", "holder");
    model.put("others", true);
    String page = renderer.render("portal/line/line", "/line", language, HOLDER, model);
    assertThat(checked.eligibility().findings()).hasSizeGreaterThanOrEqualTo(2);
    for (var finding : checked.eligibility().findings()) {
      assertThat(page)
          .contains(finding.title().in(language))
          .contains(escaped(finding.remedy().in(language)));
    }
    assertThat(page).contains(Samples.amount(language, "120.00")).doesNotContain("19900000001");
    model.put("open", Samples.REFERENCE);
    model.put(
        "asked",
        new Inquiry(
            1,
            List.of(Need.BOTH_SIDES),
            "",
            Actor.staff("lin"),
            Samples.NOW,
            Samples.NOW,
            Paper.RESIDENT_ID,
            Optional.empty()));
    assertThat(renderer.render("portal/line/line", "/line", language, HOLDER, model))
        .contains("/track/" + Samples.REFERENCE + "/more");
    model.put("open", null);
    model.put("asked", null);
    model.put("eligibility", Samples.checked(false).eligibility());
    model.put("quote", Samples.checked(false).eligibility().quote());
    assertThat(renderer.render("portal/line/line", "/line", language, HOLDER, model))
        .contains("/cancel")
        .contains("/cancel/who");
    model.put("acting", "heir");
    assertThat(renderer.render("portal/line/line", "/line", language, HOLDER, model))
        .doesNotContain("/cancel/who")
        .doesNotContain("??");
    model.put("cases", List.of(Samples.view(LineTrack.ENDED, MoneyTrack.ARRIVED)));
    renderer.render("portal/line/gone", "/line", language, HOLDER, model);
    renderer.render("portal/line/unavailable", "/line", language, HOLDER, model);
    assertThat(renderer.render("portal/line/not-reckonable", "/line", language, HOLDER, model))
        .doesNotContain("??");
  }

  @ParameterizedTest
  @EnumSource
  void aSwitchingCodeSaysThatNothingHasEnded(Language language) {
    var model = Samples.model(language);
    model.put("codes", List.of("pac", "stac", "info"));
    assertThat(renderer.render("portal/line/switch", "/line/switch", language, HOLDER, model))
        .contains("value=\"pac\"")
        .contains("value=\"info\"");
    var checked = Samples.checked(true);
    model.put("kind", "pac");
    model.put("given", new SwitchAnswer.Given("BCD123456", Samples.NOW, checked));
    model.put("line", checked.line());
    model.put("eligibility", checked.eligibility());
    model.put("quote", checked.eligibility().quote());
    assertThat(renderer.render("portal/line/switch-code", "/line/switch", language, HOLDER, model))
        .contains("BCD123456")
        .contains(Samples.amount(language, "120.00"))
        .doesNotContain("19900000001");
  }

  private static String escaped(String text) {
    return text.replace("'", "&#39;");
  }
}
