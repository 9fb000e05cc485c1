package io.onhook.hotline;

import static io.onhook.web.Renderer.Reader.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.access.SignInWay;
import io.onhook.bar.Bar;
import io.onhook.call.Asking;
import io.onhook.call.Call;
import io.onhook.call.CallBack;
import io.onhook.call.CallBacks;
import io.onhook.call.Consent;
import io.onhook.call.Named;
import io.onhook.call.Note;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.CheckAnswer;
import io.onhook.cancellation.CheckAnswer.Checked;
import io.onhook.cancellation.LineTrack;
import io.onhook.cancellation.MoneyTrack;
import io.onhook.line.LineId;
import io.onhook.policy.Packs;
import io.onhook.portal.Samples;
import io.onhook.shared.Actor;
import io.onhook.shared.Fault;
import io.onhook.shared.Language;
import io.onhook.shared.Msisdn;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import io.onhook.web.Renderer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The screens of the hotline, in each language. */
class HotlinePagesTest {
  private final Renderer renderer = new Renderer();

  @ParameterizedTest
  @EnumSource
  void oneBoxAndTheQueueBesideIt(Language language) {
    Map<String, Object> model = Samples.model(language);
    model.put("named", "<b>");
    model.put("speaks", "en");
    model.put(
        "languages", List.of(new Option("zh-CN", "中文", null), new Option("en", "English", null)));
    model.put("due", 2L);
    model.put("promised", 5);
    for (String code : List.of("named.form", "named.missing", "reference.form")) {
      model.put("problems", new Problems().add("named", code));
      assertThat(render("search", language, model))
          .contains("&lt;b&gt;")
          .contains("href=\"#named\"")
          .doesNotContain("??");
    }
  }

  @ParameterizedTest
  @EnumSource
  void beforeTheCheckNothingOfAnybodyIsShown(Language language) {
    Map<String, Object> model = unchecked(language);
    assertThat(render("unchecked", language, model))
        .contains("/code")
        .contains("name=\"documentEnd\"")
        .doesNotContain("name=\"digits\"")
        .doesNotContain("19900000001");
    model.put("call", call(true, Optional.empty()));
    for (String code : List.of("code.form", "code.stale")) {
      model.put("problems", new Problems().add("digits", code));
      assertThat(render("unchecked", language, model)).contains("name=\"digits\"");
    }
    model.put(
        "problems",
        new Problems()
            .add("send", "caller.closed", "18:00")
            .add("documentEnd", "document-end.form"));
    model.put("byNumber", false);
    model.put("lapsed", true);
    assertThat(render("unchecked", language, model)).doesNotContain("name=\"documentEnd\"");
    for (String said : List.of("sent", "lost")) {
      model.put("said", said);
      assertThat(render("unchecked", language, model)).doesNotContain("??");
    }
  }

  @ParameterizedTest
  @EnumSource
  void afterTheCheckAllIsThereToBeRead(Language language) {
    Map<String, Object> model = checked(language, true);
    String page = render("checked", language, model);
    assertThat(page)
        .contains("/notes")
        .contains("looks &lt;odd&gt;")
        .contains(Samples.REFERENCE.text())
        .doesNotContain("P-0001")
        .doesNotContain("19900000001")
        .doesNotContain("11010519491231002X")
        .doesNotContain("zhang.wei");
    for (String said :
        List.of(
            "noted",
            "barred",
            "already-barred",
            "lifted",
            "not-barred",
            "not-lifted",
            "link-sent",
            "already-open")) {
      model.put("said", said);
      assertThat(render("checked", language, model)).doesNotContain("??");
    }
    model.put("opened", Samples.REFERENCE.text());
    for (Bar.Standing standing : Bar.Standing.values()) {
      model.put("bar", bar(standing));
      assertThat(render("checked", language, model)).doesNotContain("??");
    }
    for (LineTrack line : LineTrack.values()) {
      for (MoneyTrack money : MoneyTrack.values()) {
        CancellationView it = Samples.view(line, money);
        model.put("cases", List.of(it));
        model.put(
            "action", NextAction.of(Optional.empty(), Optional.of(it), Optional.empty(), true));
        assertThat(render("checked", language, model)).doesNotContain("??");
      }
    }
    for (NextAction.What what : NextAction.What.values()) {
      model.put("action", new NextAction(what, null, null));
      assertThat(render("checked", language, model)).doesNotContain("??");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoHasOnlyACasesContactSeesTheCaseOnly(Language language) {
    Map<String, Object> model = checked(language, false);
    model.put(
        "caller", new Call.Caller("P-0001", new LineId("L-1"), SignInWay.CONTACT, Samples.NOW));
    model.put("checked", null);
    model.put("eligibility", null);
    assertThat(render("checked", language, model))
        .contains(Samples.REFERENCE.text())
        .doesNotContain("/send")
        .doesNotContain("/bar")
        .doesNotContain("oh-quote");
  }

  @ParameterizedTest
  @EnumSource
  void whyNothingIsKnownIsSaidAndWhetherTryingAgainHelps(Language language) {
    Map<String, Object> model = checked(language, false);
    model.put("checked", null);
    model.put("eligibility", null);
    Fault odd = Fault.otherCurrency("bss", "bill B-1 is in USD");
    for (var answer :
        List.of(
            new CheckAnswer.NotReckonable(odd),
            new CheckAnswer.PartnerUnavailable(Fault.timeout("bss", "slow")))) {
      String why = CallPage.problem(answer).orElseThrow();
      model.put("unknown", why);
      model.put("problems", new Problems().add("what", why));
      String words =
          renderer.texts().getMessage("hotline." + why, null, language.locale()).substring(0, 20);
      assertThat(render("checked", language, model)).contains(words).doesNotContain("??");
    }
    assertThat(CallPage.problem(Samples.checked(false))).isEmpty();
    assertThat(CallPage.problem(new CheckAnswer.NotReckonable(odd))).contains("not-reckonable");
  }

  @ParameterizedTest
  @EnumSource
  void aCaseIsOpenedByPhoneInTwoPages(Language language) {
    Map<String, Object> model = Samples.model(language);
    model.put("call", call(false, Optional.empty()));
    model.put("checked", Samples.checked(false));
    model.put("typed", Map.of("holderName", "<i>", "documentKind", "passport"));
    model.put("identity", true);
    model.put("kinds", List.of(new Option("passport", "Passport", null)));
    model.put(
        "branches",
        List.of(
            new AskingController.Branch(
                1, "SIM 2", true, "cancel", List.of(new Option("cancel", "C", "h")))));
    model.put(
        "problems",
        new Problems().add("documentNumber", "documentNumber.missing").add("endsOn", "day.form"));
    assertThat(render("asking", language, model)).contains("&lt;i&gt;").contains("choice1");
    model.put("text", "Do you agree?");
    model.put("quote", Samples.checked(false).eligibility().quote());
    model.put("yes", false);
    for (String code :
        List.of(
            "consent.missing",
            "consent.changed",
            "consent.not-confirmed",
            "consent.submitted",
            "send.no-contact")) {
      model.put("problems", new Problems().add("yes", code));
      assertThat(render("consent", language, model)).contains("Do you agree?").doesNotContain("??");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theQueueShowsAWholeNumberToWhoCallsOnly(Language language) {
    Map<String, Object> model = Samples.model(language);
    model.put("figures", new CallBacks.Figures(7, 1, 3));
    model.put("languages", List.of(new Option("en", "English", null)));
    model.put("fields", new CallBackController.Fields("1", "", "", "en", "<u>"));
    model.put(
        "rows",
        List.of(
            row(CallBack.Standing.DUE, Optional.of("mei"), true),
            row(CallBack.Standing.MISSED, Optional.of("bo"), false),
            row(CallBack.Standing.AHEAD, Optional.empty(), false)));
    for (String code : List.of("call-back.past", "call-back.gap", "call-back.closed-long")) {
      model.put("problems", new Problems().add("time", code));
      assertThat(render("call-backs", language, model))
          .containsOnlyOnce("href=\"tel:+8619900000001\"")
          .contains("value=\"&lt;u&gt;\"")
          .doesNotContain("??");
    }
    model.put(
        "problems",
        new Problems()
            .add("time", "call-back.closed", "8:00")
            .add("day", "call-back.too-far", 14)
            .add("number", "call-back.already", "9:00")
            .add("topic", "topic.too-long"));
    for (String said : List.of("claimed", "taken", "gone", "reached", "nobody", "withdrawn")) {
      model.put("said", said);
      model.put("colleague", "bo");
      assertThat(render("call-backs", language, model)).doesNotContain("??");
    }
    model.put("promisedAt", Samples.NOW);
    model.put("rows", List.of());
    assertThat(render("call-backs", language, model)).doesNotContain("/claim");
  }

  @Test
  void theNextBestIsWhatHelpsAndIsOne() {
    var free = Optional.of(Samples.checked(false).eligibility());
    var blocked = Optional.of(Samples.checked(true).eligibility());
    Optional<CancellationView> none = Optional.empty();
    var review = Optional.of(Samples.view(LineTrack.IN_REVIEW, MoneyTrack.BEING_SETTLED));
    var lost = Optional.of(bar(Bar.Standing.BARRED));
    assertThat(NextAction.of(free, none, Optional.empty(), true).what())
        .isEqualTo(NextAction.What.OPEN_CASE);
    assertThat(NextAction.of(free, none, Optional.empty(), false).what())
        .isEqualTo(NextAction.What.SEND_LINK);
    assertThat(NextAction.of(blocked, none, Optional.empty(), true))
        .satisfies(
            it -> {
              assertThat(it.what()).isEqualTo(NextAction.What.READ_OBSTACLE);
              assertThat(it.finding()).isNotNull();
            });
    assertThat(NextAction.of(free, review, Optional.empty(), true).what())
        .isEqualTo(NextAction.What.TELL_CASE);
    assertThat(NextAction.of(free, review, lost, true).what()).isEqualTo(NextAction.What.LIFT);
    assertThat(NextAction.of(Optional.empty(), none, Optional.empty(), true).what())
        .isEqualTo(NextAction.What.CALL_BACK);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsReadIsInTheCallersLanguageAndShortEnoughToBeWrittenToThem(Language language) {
    var spoken =
        new SpokenText(new Packs(List.of(Samples.PACK), Samples.PACK.id()), renderer.texts());
    var call =
        new Call(
            "c",
            Actor.staff("mei"),
            language,
            new Named.Number(Msisdn.of("+8619900000001")),
            Samples.NOW,
            false,
            Optional.empty(),
            Optional.empty());
    String text =
        spoken.of(call, new Asking("none", "", "", null, "", Map.of()), Samples.checked(false));
    assertThat(text).contains("0001").doesNotContain("??").hasSizeLessThanOrEqualTo(300);
    if (language == Language.DE) {
      assertThat(text).startsWith("Sie kündigen");
    }
  }

  private Map<String, Object> unchecked(Language language) {
    Map<String, Object> model = Samples.model(language);
    model.put("call", call(false, Optional.empty()));
    model.put("shown", "+86 199••••0001");
    model.put("lapsed", false);
    model.put("byNumber", true);
    model.put("documentEnd", "");
    model.put("problems", Problems.NONE);
    return model;
  }

  private Map<String, Object> checked(Language language, boolean trouble) {
    Map<String, Object> model = Samples.model(language);
    Checked checked = Samples.checked(trouble);
    var caller =
        new Call.Caller("P-0001", new LineId("L-0001"), SignInWay.OTHER_CONTACT, Samples.NOW);
    Call call = call(false, Optional.of(caller));
    CancellationView it = Samples.view(LineTrack.IN_REVIEW, MoneyTrack.BEING_SETTLED);
    model.put("call", call);
    model.put("shown", "7K3QX-0M9TW");
    model.put("caller", caller);
    model.put("checked", checked);
    model.put("eligibility", checked.eligibility());
    model.put("cases", List.of(it));
    model.put("bar", null);
    model.put("byPhone", false);
    model.put("phone", Samples.PACK.ways().get(io.onhook.policy.Way.PHONE));
    model.put(
        "action",
        NextAction.of(
            Optional.of(checked.eligibility()), Optional.empty(), Optional.empty(), true));
    model.put("reached", "EMAIL");
    model.put("notes", List.of(new Note("lin", Samples.NOW, "looks <odd>")));
    model.put("note", "");
    model.put("history", List.of(call));
    model.put(
        "consents",
        List.of(
            new Consent("You ask", Samples.NOW, "lin", Optional.of(Samples.REFERENCE)),
            new Consent("", Samples.NOW, "lin", Optional.empty())));
    model.put("ways", List.of());
    model.put("problems", Problems.NONE);
    return model;
  }

  private static Call call(boolean codeSent, Optional<Call.Caller> caller) {
    return new Call(
        "c1",
        Actor.staff("mei"),
        Language.EN,
        new Named.Number(Msisdn.of("+8619900000001")),
        Samples.NOW,
        codeSent,
        caller,
        Optional.empty());
  }

  private static Bar bar(Bar.Standing standing) {
    return new Bar(
        "b1",
        new LineId("L-0001"),
        Bar.Reason.LOST,
        "",
        Actor.staff("mei"),
        Samples.NOW,
        standing,
        Optional.empty(),
        Optional.empty());
  }

  private static CallBackController.Row row(
      CallBack.Standing standing, Optional<String> claimedBy, boolean mine) {
    var it =
        new CallBack(
            "cb1",
            "+86 199••••0001",
            Language.EN,
            "the bill",
            Samples.NOW,
            Samples.NOW,
            claimedBy,
            1,
            standing);
    return new CallBackController.Row(it, mine, mine ? "+8619900000001" : it.number());
  }

  private String render(String page, Language language, Map<String, Object> model) {
    return renderer.render("hotline/" + page, "/staff/hotline", language, STAFF, model);
  }
}
