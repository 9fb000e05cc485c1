package io.onhook.portal.cancel;

import static io.onhook.web.Renderer.Reader.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.cancellation.Hanging;
import io.onhook.cancellation.Representative;
import io.onhook.certificate.QrCode;
import io.onhook.document.FileProblem;
import io.onhook.line.LineId;
import io.onhook.notice.Notice.Channel;
import io.onhook.policy.Acting;
import io.onhook.policy.Fate;
import io.onhook.policy.Wording;
import io.onhook.portal.Samples;
import io.onhook.shared.Language;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import io.onhook.web.Renderer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each page of the form, in each language. */
class CancelPagesTest {
  private static final List<Option> CHOICES =
      List.of(new Option("one", "One", "Hint"), new Option("two", "Two", null));

  private static final PaperRow PAPER =
      new PaperRow(
          "resident-id",
          "居民身份证",
          "登记时用的那一张",
          2,
          1,
          List.of(new PaperRow.File("f1", 1, "2026-11-22 18:40", true)));

  private final Renderer renderer = new Renderer();

  @ParameterizedTest
  @EnumSource
  void everyQuestionKeepsWhatWasTyped(Language language) {
    var model = model(language);
    model.put("problems", new Problems().add("documentNumber", "resident-id.check-digit"));
    model.put(
        "fields", new IdentityController.Fields("resident-id", "张伟<script>", "110105194912310021"));
    model.put("kinds", CHOICES);
    assertThat(render("identity", language, model))
        .contains("张伟&lt;script&gt;")
        .contains("110105194912310021")
        .contains("documentNumber-error");
    model.put("problems", Problems.NONE);
    model.put("when", "day");
    model.put("endsOn", "2026-12-24");
    model.put("first", "2026-11-22");
    model.put("longest", "90 days");
    model.put("choices", CHOICES);
    assertThat(render("end-date", language, model)).contains("2026-12-24");
    model.put("fields", new ContactController.Fields("zhang.wei@", "样例路 1 号"));
    model.put("letter", true);
    model.put("problems", new Problems().add("address", "email.form"));
    assertThat(render("contact", language, model))
        .contains("zhang.wei@")
        .contains("样例路 1 号")
        .contains("href=\"#address\"");
    model.put("problems", Problems.NONE);
    model.put("letter", false);
    assertThat(render("contact", language, model)).doesNotContain("name=\"postal\"");
    model.put("address", "zhang.wei@example.com");
    model.put("code", "");
    assertThat(render("contact-code", language, model)).contains("one-time-code");
    model.put("way", "two");
    model.put("ways", CHOICES);
    model.put("card", "6222");
    model.put("cards", true);
    assertThat(render("refund", language, model)).contains("6222");
    model.put("cared", false);
    model.put("ticked", List.of("one"));
    model.put("accounts", CHOICES);
    model.put("givenOn", "2027-03-01");
    assertThat(render("cares", language, model))
        .contains("name=\"cared\"")
        .contains("aria-describedby=\"linked-hint\" checked=\"checked\"")
        .contains("2027-03-01")
        .doesNotContain("??");
    model.put("problems", new Problems().add("choice1", "dependant.missing", "SIM 2"));
    model.put(
        "branches",
        List.of(
            new DependantsController.Branch(1, "SIM 2", true, "", CHOICES),
            new DependantsController.Branch(2, "X", false, "two", CHOICES)));
    assertThat(render("dependants", language, model))
        .contains("name=\"choice1\"")
        .contains("href=\"#choice1\"")
        .doesNotContain("??");
  }

  @ParameterizedTest
  @EnumSource
  void tasksAndReview(Language language) {
    var model = model(language);
    model.put("number", "+86199••••0001");
    model.put("kept", "30 days");
    model.put("complete", false);
    model.put("first", "/cancel/identity");
    model.put(
        "tasks",
        Arrays.stream(Question.values())
            .map(
                question ->
                    question == Question.PAPERS
                        ? new CancelController.Task(
                            PAPER.key(), PAPER.title(), PAPER.path(), PAPER.complete())
                        : new CancelController.Task(question, draft()))
            .toList());
    assertThat(render("tasks", language, model))
        .contains("/cancel/refund")
        .contains("/cancel/papers/resident-id");
    model.put("papers", List.of(PAPER));
    var checked = Samples.checked(false);
    model.put("draft", draft());
    model.put("asked", Arrays.stream(Question.values()).map(Question::key).toList());
    model.put("line", checked.line());
    model.put("quote", checked.eligibility().quote());
    model.put("dates", checked.dates());
    model.put("eligibility", checked.eligibility());
    model.put("outlook", checked.outlook());
    model.put("ways", Samples.PACK.money().refundWays());
    model.put("declared", false);
    model.put("declaration", Samples.PACK.wording(Wording.DECLARATION).in(language));
    model.put("submit", Samples.PACK.wording(Wording.SUBMIT).in(language));
    model.put("problems", Problems.NONE);
    for (String to : List.of("line", "other-contact")) {
      model.put("codeTo", to);
      model.put("code", "123");
      model.put("cooling", to.equals("other-contact"));
      assertThat(render("review", language, model))
          .contains("name=\"code\"")
          .contains("value=\"123\"")
          .contains("name=\"another\"")
          .doesNotContain("??");
    }
    model.put("codeTo", null);
    assertThat(render("review", language, model))
        .doesNotContain("name=\"code\"")
        .contains("id=\"change-refund\"")
        .contains("id=\"change-resident-id\"")
        .contains("id=\"change-dependants\"")
        .doesNotContain("??")
        .contains("src=\"/cancel/papers/resident-id/f1/1\"")
        .contains(Samples.amount(language, "36.50"))
        .doesNotContain("11010519491231002X")
        .doesNotContain("6222021234567890")
        .doesNotContain("name=\"cared\"");
    model.put("acting", "agent");
    model.put("relation", "家人");
    model.put(
        "draft",
        draft()
            .as(Acting.AGENT)
            .with(
                new Representative(
                    Acting.AGENT,
                    "李娜",
                    "resident-id",
                    "110105190101039020",
                    "family",
                    LocalDate.of(2026, 12, 31))));
    assertThat(render("review", language, model))
        .contains("李娜")
        .contains("家人")
        .contains("11••••20")
        .contains("change-representative")
        .doesNotContain("110105190101039020")
        .doesNotContain("??");
    model.put("acting", "holder");
    // Neither a day nor "what to do before" was answered: the page asks for the one beside its
    // button, and ends the line as early as it can.
    model.put(
        "draft",
        Draft.empty("id")
            .with(new Draft.Identity("resident-id", "张伟", "11010519491231002X"))
            .with(new Draft.Reach(Channel.EMAIL, "zhang.wei@example.com", null, Samples.NOW))
            .with(new Draft.Refund(null, "DE89370400440532013000")));
    model.put("cared", false);
    assertThat(render("review", language, model))
        .contains("name=\"cared\"")
        .contains("3000")
        .doesNotContain("DE89");
  }

  @ParameterizedTest
  @EnumSource
  void whoActsForSomebodyElseIsAskedWhoTheyAre(Language language) {
    for (Acting acting : Acting.values()) {
      var model = model(language);
      model.put("problems", new Problems().add("acting", "acting.missing"));
      model.put("acting", acting.key());
      model.put("roles", CHOICES);
      assertThat(render("who", language, model)).contains("acting-error").doesNotContain("??");
      if (acting == Acting.HOLDER) {
        continue;
      }
      model.put("problems", new Problems().add("mandateUntil", "mandate.over"));
      model.put(
          "fields",
          new RepresentativeController.Fields("李娜<b>", "passport", "X1", "one", "2026-01-01"));
      model.put("mandate", Representative.needsMandate(acting));
      model.put("several", true);
      model.put("kinds", CHOICES);
      model.put("relations", CHOICES);
      assertThat(render("representative", language, model))
          .contains("李娜&lt;b&gt;")
          .contains("/cancel/who")
          .doesNotContain("??");
      model.put("kinds", CHOICES);
      model.put("fields", new IdentityController.Fields("resident-id", "", ""));
      model.put("problems", Problems.NONE);
      assertThat(render("identity", language, model)).doesNotContain("??");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPaperShowsWhatIsThereAndWhatIsMissing(Language language) {
    var model = paper(language, PAPER);
    assertThat(render("paper", language, model))
        .contains("enctype=\"multipart/form-data\"")
        .contains("capture=\"environment\"")
        .contains("src=\"/cancel/papers/resident-id/f1/1\"")
        .contains("/cancel/papers/resident-id/f1/remove")
        .doesNotContain("href=\"/cancel/end-date\"")
        .doesNotContain("??");
    var old = new PaperRow.File("f2", 2, "2026-11-22 18:40", false);
    model = paper(language, new PaperRow("passport", "护照", "", 1, 0, List.of(old)));
    model.put("replaces", "f2");
    model.put("said", "taken");
    assertThat(render("paper", language, model))
        .doesNotContain("file-2")
        .contains("name=\"replaces\" value=\"f2\"")
        .doesNotContain("<img");
    model.put("replaces", "");
    assertThat(render("paper", language, model)).contains("href=\"/cancel/end-date\"");
  }

  @ParameterizedTest
  @EnumSource
  void eachRefusalOfAFileNamesFieldProblemAndRemedy(FileProblem problem) {
    for (Language language : Language.values()) {
      var model = paper(language, PAPER);
      model.put("problems", new Problems().add("file", problem.code(), problem.limit()));
      String page = render("paper", language, model);
      assertThat(page)
          .contains("href=\"#file\"")
          .contains("aria-describedby=\"file-hint file-error\"")
          .doesNotContain("??");
      if (problem.limit() > 0) {
        assertThat(page.substring(page.indexOf("id=\"file-error\"")))
            .contains(String.valueOf(problem.limit()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLinkLeadsBackFromAnotherDevice(Language language) {
    var model = model(language);
    model.put("until", "2026-12-24");
    model.put("sentTo", "zhang.wei@example.com");
    model.put("link", "https://mobile.example/continue/k7Vw2nQxT0aZ5bHd1JmYrA");
    model.put("qr", QrCode.of("https://mobile.example/continue/k7Vw2nQxT0aZ5bHd1JmYrA"));
    assertThat(render("elsewhere", language, model))
        .contains("href=\"https://mobile.example/continue/k7Vw2nQxT0aZ5bHd1JmYrA\"")
        .contains("d=\"M0 0h1v1h-1z")
        .contains("zhang.wei@example.com");
  }

  /** Both sides can be sent from one page. */
  @ParameterizedTest
  @EnumSource
  void aPaperTakesAllItsSidesAtOnce(Language language) {
    var model = paper(language, new PaperRow("resident-id", "居民身份证", "", 2, 2, List.of()));
    assertThat(render("paper", language, model))
        .contains("id=\"file\"")
        .contains("id=\"file-2\"")
        .contains("aria-describedby=\"file-2-hint\"");
  }

  private static Map<String, Object> paper(Language language, PaperRow paper) {
    var model = model(language);
    model.put("problems", Problems.NONE);
    model.put("paper", paper);
    model.put("replaces", "");
    model.put("most", 10);
    model.put("pages", 6);
    model.put("next", "/cancel/end-date");
    return model;
  }

  private static Draft draft() {
    return Draft.empty("id")
        .with(new Draft.Identity("resident-id", "张伟", "11010519491231002X"))
        .with(new Draft.End(LocalDate.of(2026, 12, 24)))
        .with(new Draft.Reach(Channel.EMAIL, "zhang.wei@example.com", null, Samples.NOW))
        .with(new Draft.Refund("6222021234567890", null))
        .withCared(true, List.of("bank"))
        .withFates(Map.of("L-2", Fate.PROMOTE))
        .asked(
            true,
            List.of(),
            List.of(new Hanging(new LineId("L-2"), "SIM 2", true, List.of(Fate.PROMOTE))));
  }

  private static Map<String, Object> model(Language language) {
    var model = Samples.model(language);
    model.put("step", 2);
    model.put("acting", "holder");
    model.put("relation", "");
    model.put("steps", 5);
    model.put("back", "/cancel");
    return model;
  }

  private String render(String page, Language language, Map<String, Object> model) {
    return renderer.render("portal/cancel/" + page, "/cancel/" + page, language, HOLDER, model);
  }
}
