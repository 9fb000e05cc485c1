package io.onhook.backoffice;

import static io.onhook.web.Renderer.Reader.STAFF;
import static io.onhook.web.Renderer.Reader.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.cancellation.Application;
import io.onhook.cancellation.Inquiry;
import io.onhook.cancellation.LineTrack;
import io.onhook.cancellation.MoneyTrack;
import io.onhook.cancellation.Need;
import io.onhook.cancellation.ReviewDecision.Reason;
import io.onhook.engine.CaseId;
import io.onhook.engine.CaseView;
import io.onhook.policy.Paper;
import io.onhook.policy.RequestRule;
import io.onhook.policy.Term;
import io.onhook.portal.Samples;
import io.onhook.shared.Actor;
import io.onhook.shared.Language;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import io.onhook.web.Renderer;
import io.onhook.worklist.Verdict;
import io.onhook.worklist.WorkItem;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The screens of reviewers and operations, in each language. */
class StaffPagesTest {
  private final Renderer renderer = new Renderer();

  @ParameterizedTest
  @EnumSource
  void signInAndOverview(Language language) {
    var model = Samples.model(language);
    model.put("problems", new Problems().add("username", "staff.refused"));
    assertThat(renderer.render("backoffice/sign-in", "/staff/sign-in", language, VISITOR, model))
        .contains("current-password");
    model.put("name", "Lin");
    model.put("decisions", 3);
    model.put("overdue", 1);
    model.put("declarations", 4);
    model.put("parked", 2);
    renderer.render("backoffice/overview", "/staff", language, STAFF, model);
  }

  @ParameterizedTest
  @EnumSource
  void listAndDecisionShowDataBesideAndDeadline(Language language) {
    var model = Samples.model(language);
    var it = Samples.view(LineTrack.IN_REVIEW, MoneyTrack.BEING_SETTLED);
    WorkItem work = work("review", WorkItem.Kind.DECISION, "application-to-decide");
    var filter = new ReviewFilter("review", "second", "web", true, false, 50);
    model.put(
        "rows",
        List.of(
            new ReviewListController.Row(it, work, true, 0),
            new ReviewListController.Row(it, work, false, 2)));
    model.put("filter", filter);
    model.put("groups", filter.groups());
    model.put("count", 120);
    model.put("next", filter.next(120).orElse(null));
    model.put("previous", filter.previous().orElse(null));
    model.put("late", 1);
    model.put("rule", RULE);
    model.put("me", "lin");
    assertThat(renderer.render("backoffice/reviews", "/staff/reviews", language, STAFF, model))
        .contains(Samples.REFERENCE.text())
        .contains("wang")
        .contains("?step=review&amp;state=second&amp;way=web&amp;overdue=true&amp;mine=true\"")
        .contains("from=100");
    model.put("it", it);
    model.put("work", work);
    model.put("now", Samples.NOW);
    model.put("history", List.of(work));
    model.put("spoken", true);
    model.put("last", work.verdicts().getFirst());
    model.put(
        "fields",
        new ReviewController.Fields("not-approve", List.of("other"), List.of("answer"), "why"));
    inquiries(model, language);
    model.put("problems", new Problems().add("decision", "decision.claimed", "wang"));
    model.put("known", true);
    model.put("checked", Samples.checked(true));
    model.put(
        "applicant",
        new Application(
            "张伟",
            "resident-id",
            "11••••002X",
            true,
            "email",
            "z••••@example.com",
            "",
            new Application.By("agent", "李娜", "passport", "X0••••00X1", "family", Samples.NOW)));
    model.put("relation", "家人");
    model.put("decisions", List.of(new Option("approve", "A", null)));
    model.put(
        "reasons",
        Arrays.stream(Reason.values())
            .map(reason -> new Option(reason.key(), reason.text(language), null))
            .toList());
    model.put(
        "papers",
        List.of(
            new PaperDesk.Copy("d1", "居民身份证", 2, false), new PaperDesk.Copy("d2", "护照", 1, true)));
    model.put("own", false);
    model.put("opened", "review");
    model.put("purposes", List.of("review"));
    assertThat(renderer.render("backoffice/review", "/staff/reviews/x", language, STAFF, model))
        .contains("/papers/d1/2?for=review")
        .contains("没有改过")
        .contains("name=\"needs\"")
        .doesNotContain("??")
        .contains("李娜")
        .contains("家人")
        .contains("X0••••00X1")
        .doesNotContain("/papers/d2/")
        .contains("name=\"papers\" value=\"review\"");
    model.put("opened", "");
    model.put("purposes", List.of("complaint", "security", "audit"));
    assertThat(renderer.render("backoffice/review", "/staff/reviews/x", language, STAFF, model))
        .contains("?papers=security#papers")
        .doesNotContain("<img");
    model.put("own", true);
    model.put("purposes", List.of());
    assertThat(renderer.render("backoffice/review", "/staff/reviews/x", language, STAFF, model))
        .doesNotContain("?papers=")
        .contains("张伟")
        .doesNotContain("name=\"decision\"")
        .doesNotContain("11010519491231002X");
  }

  @ParameterizedTest
  @EnumSource
  void parkedCasesOfferEveryAnswer(Language language) {
    var model = Samples.model(language);
    WorkItem work = work("deprovision", WorkItem.Kind.PARKED, "unknown-to-network");
    model.put("rows", List.of(work));
    renderer.render("backoffice/parked", "/staff/parked", language, STAFF, model);
    model.put(
        "it",
        new CaseView(
            new CaseId(7),
            "cancellation/1",
            Optional.of("deprovision"),
            CaseView.Standing.PARKED,
            "unknown-to-network",
            null,
            true,
            12,
            null,
            false,
            true,
            "state"));
    model.put("work", work);
    model.put("cancellation", Samples.view(LineTrack.BEING_ENDED, MoneyTrack.BEING_SETTLED));
    model.put("answer", "");
    model.put("reason", "");
    model.put("problems", new Problems().add("reason", "reason.missing"));
    model.put("answers", List.of(new Option("retry", "R", "hint")));
    assertThat(renderer.render("backoffice/parked-case", "/staff/parked/7", language, STAFF, model))
        .contains("name=\"reason\"");
  }

  @ParameterizedTest
  @EnumSource
  void whoComesLateReadsTheDecisionAndFindsWhatTheyTyped(Language language) {
    var model = Samples.model(language);
    var it = Samples.view(LineTrack.SCHEDULED, MoneyTrack.BEING_SETTLED);
    WorkItem work = work("review", WorkItem.Kind.DECISION, "application-to-decide");
    model.put("it", it);
    model.put("me", "lin");
    model.put("now", Samples.NOW);
    model.put("history", List.of(work));
    model.put("spoken", true);
    model.put("last", work.verdicts().getFirst());
    model.put("rule", RULE);
    model.put(
        "fields",
        new ReviewController.Fields("not-approve", List.of("other"), List.of(), "long words"));
    inquiries(model, language);
    model.put("problems", new Problems().add("decision", "decision.decided"));
    model.put("known", false);
    model.put("decisions", List.of());
    model.put("reasons", List.of());
    model.put("papers", List.of());
    model.put("own", false);
    model.put("opened", "");
    model.put("purposes", List.of());
    assertThat(renderer.render("backoffice/review", "/staff/reviews/x", language, STAFF, model))
        .contains("wang")
        .contains("看过了")
        .contains("long words")
        .doesNotContain("name=\"decision\"");
  }

  private static final RequestRule.Review RULE =
      new RequestRule.Review(
          Term.workingDays(5),
          RequestRule.Overdue.ESCALATE,
          true,
          false,
          new RequestRule.More(
              Term.workingDays(10),
              RequestRule.WhileAsked.PAUSES,
              RequestRule.Silence.BACK_TO_REVIEW));

  private static void inquiries(Map<String, Object> model, Language language) {
    var inquiry =
        new Inquiry(
            1,
            List.of(Need.BOTH_SIDES, Need.ANSWER),
            "您改过名字吗？",
            Actor.staff("lin"),
            Samples.NOW,
            Samples.NOW.plus(Duration.ofDays(14)),
            Paper.RESIDENT_ID,
            Optional.of(new Inquiry.Answer("没有改过", Samples.NOW, 1)));
    model.put("inquiries", List.of(inquiry));
    model.put(
        "asked",
        Arrays.stream(Need.values())
            .collect(Collectors.toMap(need -> need, need -> need.text(Samples.PACK, language))));
    model.put(
        "needs",
        Need.offered(Samples.PACK).stream()
            .map(need -> new Option(need.key(), need.text(Samples.PACK, language), null))
            .toList());
    model.put("until", "10");
  }

  private static WorkItem work(String step, WorkItem.Kind kind, String why) {
    return new WorkItem(
        3,
        new CaseId(7),
        "cancellation",
        step,
        kind,
        why,
        Samples.NOW,
        Samples.NOW.plus(Duration.ofDays(5)),
        Optional.of("lin"),
        Optional.of(Samples.NOW),
        "web",
        Optional.empty(),
        1,
        List.of(new Verdict("wang", Samples.NOW, true, List.of(), "看过了")));
  }
}
