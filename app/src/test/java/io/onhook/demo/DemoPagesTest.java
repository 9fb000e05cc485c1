package io.onhook.demo;

import static io.onhook.web.Renderer.Reader.STAFF;
import static io.onhook.web.Renderer.Reader.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.cancellation.BankWord;
import io.onhook.cancellation.LineTrack;
import io.onhook.cancellation.MoneyTrack;
import io.onhook.cancellation.RefundView;
import io.onhook.demo.history.History;
import io.onhook.demo.history.OperatorBank;
import io.onhook.demo.history.Pace;
import io.onhook.engine.CaseId;
import io.onhook.portal.Samples;
import io.onhook.shared.Language;
import io.onhook.shared.Money;
import io.onhook.web.Problems;
import io.onhook.web.Renderer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The visit's pages, with a line in every state, in each language. */
class DemoPagesTest {
  private final Renderer renderer = new Renderer();

  @ParameterizedTest
  @EnumSource
  void everyStateOfBothSidesHasItsWords(Language language) {
    var ended = Samples.view(LineTrack.ENDED, MoneyTrack.ARRIVED);
    var sides =
        List.of(
            side("active", "works", Optional.empty(), BankWord.NONE),
            side("suspended", "partly", Optional.of(Money.of("CNY", 8800)), BankWord.UNDER_WAY),
            side("pending-terminate", "barred", Optional.empty(), BankWord.ARRIVED),
            side("other", "silent", Optional.empty(), BankWord.CAME_BACK),
            side("silent", "silent", Optional.empty(), BankWord.SILENT),
            new TwoSides.Sides(
                Guest.UNLIMITED,
                "+86199••••0001",
                Optional.of(ended),
                "terminated",
                "gone",
                Optional.empty(),
                Optional.empty()));
    var model = visit(language);
    model.put("sides", sides);
    assertThat(render("visit", language, model))
        .contains(ended.reference().text())
        .doesNotContain("??");
    model.put("progress", new History.Progress(34, 91, false));
    assertThat(render("history/writing", language, model))
        .contains("34", "91", "data-until-done")
        .doesNotContain("??");
  }

  @ParameterizedTest
  @EnumSource
  void eachRefundIsToldWithTheBanksWordAndLeadsStaffToTheirWork(Language language) {
    var model = visit(language);
    model.put(
        "refunds",
        List.of(
            row(RefundView.Standing.STUCK, "refund-declined", BankWord.CAME_BACK),
            row(RefundView.Standing.STUCK, "refund-overdue", BankWord.UNDER_WAY),
            row(RefundView.Standing.LATE, null, BankWord.SILENT),
            row(RefundView.Standing.UNDER_WAY, null, BankWord.NONE),
            row(RefundView.Standing.UNDER_WAY, null, BankWord.ARRIVED)));
    String words = renderer.texts().getMessage("why.refund-declined", null, language.locale());
    assertThat(render("visit", language, model))
        .contains(OperatorBank.CLOSED_CARD, words)
        .doesNotContain("??", "/staff/parked/");
    assertThat(renderer.render("demo/visit", "/demo", language, STAFF, model))
        .contains("/staff/parked/7");
    for (String said : List.of("usual", "late", "silent")) {
      model.put("said", said);
      model.put("pace", said.equals("silent") ? "" : said);
      assertThat(render("visit", language, model)).doesNotContain("??");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFormOfTheNameKeepsWhatWasTypedAndSaysWhatIsWrong(Language language) {
    var model = visit(language);
    var problems = new Problems();
    var typed = new RenameForm("<晨风>", "", "12a", "call us", "#ffffff");
    assertThat(typed.read(problems)).isEmpty();
    model.put("typed", typed);
    model.put("problems", problems);
    assertThat(render("rename", language, model))
        .contains("&lt;晨风&gt;", "12a", "call us", "#ffffff", "href=\"#name-en\"")
        .doesNotContain("??");
  }

  @ParameterizedTest
  @EnumSource
  void theServiceSaysWhyItIsAway(Language language) {
    for (String why : List.of("power-cut", "renamed", "original")) {
      var model = Samples.model(language);
      model.put("why", why);
      assertThat(render("dark", language, model)).contains("data-until-back").doesNotContain("??");
    }
  }

  /** The visit before anything has happened. */
  private static Map<String, Object> visit(Language language) {
    var model = Samples.model(language);
    model.put("guests", Guest.values());
    model.put("roles", List.of("reviewer", "operations", "clerk", "branch-manager", "auditor"));
    model.put("sides", List.of());
    model.put("now", Samples.NOW);
    model.put("inbox", URI.create("http://127.0.0.1:8091/inbox"));
    model.put("refunds", List.of());
    model.put("closedCard", OperatorBank.CLOSED_CARD);
    model.put("paces", Pace.values());
    model.put("pace", "usual");
    model.put("typed", new RenameForm("知更通信", "Robin Mobile", "10099", "10099-2", "#0a5c63"));
    model.put("problems", Problems.NONE);
    model.put("renamed", true);
    model.put("settings", "onhook.operator.name-zh: \"知更通信\"");
    return model;
  }

  private static BankDesk.Row row(
      RefundView.Standing standing, @Nullable String why, BankWord bank) {
    return new BankDesk.Row(
        new RefundView(
            Samples.REFERENCE,
            new CaseId(7),
            Money.of("CNY", 3650),
            Samples.NOW,
            standing,
            Optional.ofNullable(why)),
        bank);
  }

  private static TwoSides.Sides side(
      String inventory, String hlr, Optional<Money> open, BankWord bank) {
    return new TwoSides.Sides(
        Guest.DATA_ONLY,
        "+86199••••0073",
        Optional.empty(),
        inventory,
        hlr,
        open,
        Optional.of(bank));
  }

  private String render(String page, Language language, Map<String, Object> model) {
    return renderer.render("demo/" + page, "/demo", language, VISITOR, model);
  }
}
