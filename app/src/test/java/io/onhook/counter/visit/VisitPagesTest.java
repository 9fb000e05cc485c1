package io.onhook.counter.visit;

import static io.onhook.web.Renderer.Reader.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.branch.Office;
import io.onhook.branch.OpeningHours;
import io.onhook.branch.Place;
import io.onhook.branch.Service;
import io.onhook.cancellation.LineTrack;
import io.onhook.cancellation.MoneyTrack;
import io.onhook.cancellation.Representative;
import io.onhook.certificate.Words;
import io.onhook.counter.Said;
import io.onhook.document.Document;
import io.onhook.line.LineId;
import io.onhook.policy.Acting;
import io.onhook.policy.Paper;
import io.onhook.policy.Text;
import io.onhook.portal.Samples;
import io.onhook.shared.Language;
import io.onhook.shared.Money;
import io.onhook.visit.IdentityCheck;
import io.onhook.visit.Item;
import io.onhook.visit.Payment;
import io.onhook.visit.Signature;
import io.onhook.visit.Signatures;
import io.onhook.visit.Sim;
import io.onhook.visit.Sims;
import io.onhook.visit.Till;
import io.onhook.visit.Visit;
import io.onhook.visit.Visitor;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import io.onhook.web.Renderer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages of a visit, in each of staff's languages. */
class VisitPagesTest {
  private static final List<Item> ITEMS =
      List.of(
          new Item(Item.Part.EXPLAINED, Words.same(""), new Words("号码会给别人", "The number goes on")),
          new Item(Item.Part.DONE, new Words("已核对证件", "ID checked"), Words.same("2026-11-22")),
          new Item(Item.Part.OPEN, new Words("号码使用至", "Works until"), Words.same("2026-11-30")));

  private final Renderer renderer = new Renderer();

  private static Map<String, Object> model(Language language, boolean known, boolean open) {
    var model = Samples.model(language);
    var visit =
        new Visit(
            7,
            4,
            1,
            "bj-one",
            "A004",
            known ? Optional.of(new LineId("L-0001")) : Optional.empty(),
            known ? Optional.of("P-0001") : Optional.empty(),
            open ? Optional.of(Samples.REFERENCE) : Optional.empty(),
            open,
            "lin",
            Samples.NOW);
    model.put("visit", visit);
    model.put("path", VisitDesk.path(visit));
    model.put("problems", Problems.NONE);
    model.put("refusal", null);
    model.put("visitor", null);
    model.put("several", true);
    model.put("acting", "holder");
    model.put("toBeSaid", false);
    model.put("byPaper", true);
    model.put("ready", false);
    model.put("byLetter", false);
    model.put("papers", List.of());
    model.put("identity", null);
    model.put("photos", 0);
    model.put("sim", null);
    model.put("signedAt", null);
    model.put("owed", known && !open ? Money.of("CNY", 8800) : null);
    model.put("payments", open ? List.of(payment(true), payment(false)) : List.of());
    model.put("it", open ? Samples.view(LineTrack.IN_REVIEW, MoneyTrack.BEING_SETTLED) : null);
    var checked = known ? Samples.checked(true) : null;
    model.put("checked", checked);
    model.put("quote", checked == null ? null : checked.eligibility().quote());
    return model;
  }

  @ParameterizedTest
  @EnumSource(names = {"ZH_CN", "EN"})
  void showsWhatComesNextAndNothingBeforeItsTime(Language language) {
    var model = model(language, false, false);
    assertThat(page("counter/visit/visit", language, model))
        .contains("/visits/7/line")
        .doesNotContain("/visits/7/identity")
        .doesNotContain("/visits/7/open");
    model = model(language, true, false);
    model.put("elsewhere", Samples.REFERENCE.text());
    assertThat(page("counter/visit/visit", language, model))
        .contains("/visits/7/identity")
        .contains("/visits/7/sim")
        .contains(Samples.REFERENCE.text())
        .doesNotContain("/visits/7/open\"")
        .doesNotContain("/visits/7/sign\"");
    model.put("identity", new IdentityCheck("resident-id", true, "lin", Samples.NOW));
    model.put("ready", true);
    assertThat(page("counter/visit/visit", language, model)).contains("/visits/7/open\"");
    model = model(language, true, true);
    model.put("identity", new IdentityCheck("resident-id", true, "lin", Samples.NOW));
    model.put("ready", true);
    model.put("sim", sim(Sim.Kind.CARD));
    model.put("said", Said.done("sim-card", "0012"));
    assertThat(page("counter/visit/visit", language, model))
        .contains("/visits/7/sign\"")
        .contains("0012")
        .doesNotContain("/visits/7/receipt");
    model.put("signedAt", Samples.NOW);
    model.put("sim", sim(Sim.Kind.LOST));
    assertThat(page("counter/visit/visit", language, model))
        .contains("/visits/7/receipt")
        .contains("/visits/7/not-printed");
    model.put("byLetter", true);
    assertThat(page("counter/visit/visit", language, model)).contains("/visits/7/printed-code");
    for (String refusal : List.of("own-line", "own-request", "known")) {
      model.put("refusal", refusal);
      model.put("said", Said.done("hand-over.nobody", "A012"));
      assertThat(page("counter/visit/visit", language, model))
          .contains("/visits/7/conflict")
          .doesNotContain("/visits/7/sign")
          .doesNotContain("/visits/7/identity");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ZH_CN", "EN"})
  void saysWhetherComingBackInAMomentHelps(Language language) {
    var model = model(language, true, false);
    model.put("checked", null);
    model.put("quote", null);
    model.put("odd", false);
    String away = page("counter/visit/visit", language, model);
    model.put("odd", true);
    assertThat(page("counter/visit/visit", language, model))
        .contains(language == Language.EN ? "another currency" : "币种")
        .isNotEqualTo(away)
        .doesNotContain("??");
    model.put("owed", null);
    model.put("method", "cash");
    model.put("given", "");
    model.put("problems", new Problems().add("method", "not-reckonable"));
    assertThat(page("counter/visit/pay", language, model))
        .contains(language == Language.EN ? "another currency" : "币种");
  }

  @ParameterizedTest
  @EnumSource(names = {"ZH_CN", "EN"})
  void showsWhoActsAndThePapersThatAreMissing(Language language) {
    var model = model(language, true, false);
    model.put("acting", "agent");
    model.put("visitor", agent());
    model.put("papers", List.of(paper(0), paper(2)));
    assertThat(page("counter/visit/visit", language, model))
        .contains("李娜")
        .contains("/visits/7/who\"")
        .contains("/visits/7/papers\"");
    model.put("most", 10);
    model.put("problems", new Problems().add("file-authorisation-2", "file.missing"));
    assertThat(page("counter/visit/papers", language, model))
        .contains("value=\"authorisation-2\"")
        .contains("id=\"file-authorisation-2-2\"")
        .contains("href=\"#file-authorisation-2\"")
        .contains("/papers/0a/remove");
    model.put("roles", List.of(new Option("agent", "A", null)));
    model.put("problems", new Problems().add("acting", "visit.acting.missing"));
    assertThat(page("counter/visit/who", language, model)).contains("value=\"agent\" checked");
    model.put("fields", new ActorFields("李<", "passport", "E1<", "friend", "x", true));
    model.put("rule", "R");
    model.put("holder", "张伟");
    model.put("mandate", true);
    model.put("kinds", List.of(new Option("passport", "P", null)));
    model.put("relations", List.of(new Option("friend", "F", null)));
    model.put("problems", new Problems().add("mandateUntil", "mandate.over"));
    assertThat(page("counter/visit/who-acts", language, model))
        .contains("李&lt;")
        .contains("E1&lt;")
        .contains("href=\"#mandateUntil\"");
  }

  private static Visitor agent() {
    var who =
        new Representative(
            Acting.AGENT, "李娜", "passport", "E12345678", "friend", LocalDate.of(2026, 12, 31));
    return new Visitor(Acting.AGENT, new Visitor.Behalf("张伟", who), "lin", Samples.NOW);
  }

  private static PaperRow paper(int missing) {
    var file = new Document("0a", Paper.AUTHORISATION, 1, Samples.NOW, null);
    return new PaperRow(
        "authorisation-" + missing, "T", "X", 2, missing, missing == 0 ? List.of(file) : List.of());
  }

  @ParameterizedTest
  @EnumSource(names = {"ZH_CN", "EN"})
  void keepsWhatWasTypedAndSaysWhatIsWrong(Language language) {
    var model = model(language, true, false);
    model.put("typed", "199<");
    model.put("problems", new Problems().add("typed", "visit.neither"));
    assertThat(page("counter/visit/line", language, model))
        .contains("199&lt;")
        .contains("href=\"#typed\"");
    model.put("kind", "passport");
    model.put("kinds", List.of(new Option("passport", "P", null)));
    model.put("number", "E1<");
    model.put("alike", true);
    model.put("holder", "张伟");
    model.put("most", 10);
    model.put(
        "problems",
        new Problems().add("documentNumber", "visit.identity-differs").add("file", "file.empty"));
    assertThat(page("counter/visit/identity", language, model))
        .contains("E1&lt;")
        .contains("张伟")
        .contains("href=\"#documentNumber\"")
        .contains("href=\"#file\"");
    model.put("iccid", "8986<");
    model.put("lost", false);
    model.put("esim", false);
    model.put("problems", new Problems().add("iccid", "visit.sim.other"));
    assertThat(page("counter/visit/sim", language, model)).contains("8986&lt;");
    model.put("esim", true);
    assertThat(page("counter/visit/sim", language, model)).doesNotContain("name=\"iccid\"");
    model.put(
        "fields",
        new Reaching.Fields("wei@example.org", "路<", "", "en", "", "a1", "wei@example.org"));
    model.put("letter", true);
    model.put("languages", List.of(new Option("en", "English", null)));
    model.put(
        "branches",
        List.of(
            new OpenController.Branch(
                "choice1", "SIM 2", true, "", List.of(new Option("end", "E", null)))));
    model.put("problems", new Problems().add("open", "visit.no-identity"));
    assertThat(page("counter/visit/open", language, model))
        .contains("路&lt;")
        .contains("name=\"code\"")
        .contains("name=\"choice1\"")
        .contains("id=\"open\"");
  }

  @ParameterizedTest
  @EnumSource(names = {"ZH_CN", "EN"})
  void theVisitorSignsTheListThatIsShown(Language language) {
    var model = model(language, true, true);
    model.put("shown", new Signatures.Shown(ITEMS, "abc123"));
    model.put("fields", new SignController.Fields("张<", "", true, ""));
    model.put("problems", new Problems().add("name", "visit.signature.dot"));
    assertThat(page("counter/visit/sign", language, model))
        .contains("value=\"abc123\"")
        .contains(language == Language.EN ? "The number goes on" : "号码会给别人")
        .contains("张&lt;")
        .contains("data-pad-area");
    model.put("shown", null);
    assertThat(page("counter/visit/sign", language, model)).doesNotContain("name=\"hash\"");
    assertThat(page("counter/visit/not-printed", language, model))
        .contains(Samples.REFERENCE.text())
        .contains("/visits/7/receipt");
    model.put("reference", Samples.REFERENCE.text());
    model.put(
        "signatures", List.of(signature(true, "M1 1L200 90", true), signature(false, "张伟", false)));
    assertThat(page("counter/visit/signatures", language, model))
        .contains("d=\"M1 1L200 90\"")
        .contains("张伟")
        .contains("oh-differs");
  }

  @ParameterizedTest
  @EnumSource(names = {"ZH_CN", "EN"})
  void moneyIsTakenByItsAmountAndCountedAtTheEnd(Language language) {
    var model = model(language, true, false);
    model.put("methods", List.of(new Option("cash", "C", null)));
    model.put("method", "cash");
    model.put("given", "1<");
    model.put("problems", new Problems().add("given", "pay.given.too-little", "CNY 88.00"));
    assertThat(page("counter/visit/pay", language, model))
        .contains("name=\"owed\" value=\"88.00\"")
        .contains("1&lt;");
    model.put("owed", null);
    assertThat(page("counter/visit/pay", language, model)).doesNotContain("name=\"owed\"");
    model.put(
        "till",
        new Till(
            3,
            "lin",
            "bj-one",
            Samples.NOW,
            Optional.empty(),
            Money.of("CNY", 8800),
            Money.zero("CNY"),
            1,
            Optional.empty(),
            ""));
    model.put("payments", List.of(payment(true), payment(false)));
    model.put("counted", "80");
    model.put("reason", "");
    model.put("difference", null);
    model.put("problems", Problems.NONE);
    assertThat(page("counter/visit/till", language, model))
        .contains("/payments/" + Samples.REFERENCE)
        .doesNotContain("name=\"reason\"");
    model.put("difference", Money.of("CNY", -800));
    model.put("problems", new Problems().add("reason", "till.reason.missing"));
    assertThat(page("counter/visit/till", language, model)).contains("name=\"reason\"");
    model.put("till", null);
    page("counter/visit/till", language, model);
  }

  private static Payment payment(boolean noted) {
    return new Payment(
        Samples.REFERENCE,
        7,
        new LineId("L-0001"),
        Money.of("CNY", 8800),
        Payment.Method.CASH,
        "lin",
        Samples.NOW,
        noted ? Optional.of(Samples.NOW) : Optional.empty());
  }

  @ParameterizedTest
  @EnumSource(names = {"ZH_CN", "EN"})
  void theDrawerSaysWhatIsDueWithEachCard(Language language) {
    var model = Samples.model(language);
    model.put("office", office());
    model.put(
        "kept",
        List.of(
            new Sims.Kept(sim(Sim.Kind.CARD), "A004", Sims.Fate.GIVE_BACK),
            new Sims.Kept(sim(Sim.Kind.CARD), "A005", Sims.Fate.DESTROY),
            new Sims.Kept(sim(Sim.Kind.CARD), "A006", Sims.Fate.KEEP)));
    model.put("said", Said.no("sim-not-due"));
    assertThat(page("counter/visit/sims", language, model))
        .contains("value=\"given-back\"")
        .contains("value=\"destroyed\"")
        .contains("A006");
    model.put("kept", List.of());
    page("counter/visit/sims", language, model);
  }

  @ParameterizedTest
  @EnumSource(names = {"ZH_CN", "EN"})
  void everyAnswerIsSaidInWords(Language language) {
    for (String key :
        List.of(
            "identity",
            "photographed",
            "case-opened",
            "case-under-way",
            "sim-card",
            "sim-esim",
            "sim-lost",
            "sim-before",
            "sim-given-back",
            "sim-destroyed",
            "sim-not-due",
            "signed",
            "signed-before",
            "paid",
            "paid-change",
            "nothing-owed",
            "payment-under-way",
            "till-closed",
            "till-closed-difference")) {
      assertThat(
              renderer
                  .texts()
                  .getMessage("counter.said." + key, new Object[] {"x"}, language.locale()))
          .isNotBlank();
    }
  }

  private static Signature signature(boolean drawn, String mark, boolean intact) {
    return new Signature(
        7, Samples.REFERENCE, "abc123", drawn, ITEMS, mark, intact, "lin", Samples.NOW);
  }

  private static Sim sim(Sim.Kind kind) {
    return new Sim(
        7,
        kind,
        kind == Sim.Kind.CARD ? "0012" : "",
        "lin",
        Samples.NOW,
        Optional.of(Samples.REFERENCE),
        Optional.empty());
  }

  private static Office office() {
    var text = new Text(Map.of("zh-CN", "一号厅", "en", "Office One"));
    return new Office(
        "bj-one",
        text,
        text,
        text,
        new Place(39.9, 116.4),
        ZoneId.of("Asia/Shanghai"),
        OpeningHours.of("Mo-Su 09:00-18:00", Set.of()),
        Set.of(Service.END_LINE),
        4);
  }

  private String page(String template, Language language, Map<String, Object> model) {
    String html = renderer.render(template, "/staff/counter", language, STAFF, model);
    assertThat(html).doesNotContain("??");
    return html;
  }
}
