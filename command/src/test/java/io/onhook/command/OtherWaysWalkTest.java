package io.onhook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.command.Browser.Visit;
import io.onhook.stand.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways beside the main one: who can't sign in with the line, is not who they say, objects. */
@ExtendWith(WalkStand.Shared.class)
class OtherWaysWalkTest {
  private final WalkStand stand = WalkStand.get();

  private HolderForm form(Visit holder, String line) {
    return new HolderForm(stand, holder, stand.subject(line));
  }

  /** The SIM is lost: the account's document and another contact, and a time to object. */
  @Test
  void signsInByAnotherContactAndWaitsLonger() {
    try (Visit holder = stand.visit("lost-sim", "en desk js")) {
      Subject subject = stand.subject("L-0059");
      HolderForm form = form(holder, subject.line()).signInByMail().fill("lost@example.com");
      assertThat(holder.text("main")).contains("You signed in by another contact");
      String reference = form.send(subject.email());
      assertThat(holder.open("/track/" + reference).text("main")).contains(reference);
    }
  }

  @Test
  void toldThatALineIsReportedStolenAndWhatToDo() {
    try (Visit holder = stand.visit("stolen", "zh phone")) {
      form(holder, "L-0015").signInByMail();
      holder.look("stolen");
      assertThat(holder.text(".oh-card--blocks:not(.oh-verdict)")).contains("挂失");
      assertThat(holder.has("a[href='/cancel/next']")).isFalse();
    }
  }

  /** Another's ID: said only once all is sent, and it leads back to the page that is wrong. */
  @Test
  void saysThatTheDocumentIsNotTheHolders() {
    Subject subject = stand.subject("L-0084");
    var other =
        new Subject(
            subject.msisdn(),
            subject.line(),
            subject.account(),
            subject.name(),
            "resident-id",
            "11010519491231002X",
            subject.email());
    try (Visit holder = stand.visit("mismatch", "zh phone js")) {
      new HolderForm(stand, holder, other).signIn().fill("mismatch@example.com");
      holder.choose("cared", "true").choose("declared", "true").send().look("mismatch");
      assertThat(holder.has(".govuk-error-summary a[href='#change-identity']")).isTrue();
      holder.click("#change-identity");
      assertThat(holder.path()).isEqualTo("/cancel/identity");
    }
  }

  /** Like a number that nobody has: no code is sent, and nothing is told. */
  @Test
  void letsNobodyInByALineThatHasEnded() {
    Subject subject = stand.subject("L-0021");
    try (Visit holder = stand.visit("ended", "en phone")) {
      holder.open("/sign-in").type("number", subject.msisdn().substring(2)).send();
      assertThat(holder.path()).isEqualTo("/sign-in/code");
      holder.type("code", "1234567").send().look("no-code");
      assertThat(holder.has("#code-error")).isTrue();
      holder.open("/sign-in/other-contact").type("number", subject.msisdn().substring(2));
      holder.type("document", subject.document()).send();
      assertThat(holder.path()).isEqualTo("/sign-in/other-contact/code");
      assertThat(stand.letterbox().isEmpty("+" + subject.msisdn())).isTrue();
    }
  }

  /**
   * Somebody else asks; the owner stops it by the link of an SMS, and a person finds them right.
   */
  @Test
  void stopsWhatAnOwnerObjectsTo() {
    Subject subject = stand.subject("L-0080");
    String reference = stand.walk(subject).submit();
    String link = stand.letterbox().objection("+" + subject.msisdn());
    try (Visit owner = stand.visit("owner", "zh phone")) {
      owner.open(link).look("object");
      owner.open(link).click("#answers button").look("objected");
      assertThat(owner.has("#answers")).isFalse();
    }
    try (Visit staff = stand.staff("reviewer", "en-GB")) {
      staff.open("/staff/objections").look("objections");
      String form = "form[action*='" + reference + "'] ";
      staff.click(form + "button").look("objections-wrong");
      assertThat(staff.has("#found-error, .govuk-error-summary")).isTrue();
      staff.page().locator(form + "[value=founded]").check();
      staff.page().locator(form + "textarea").fill("Called back; it was not the holder");
      staff.click(form + "button").look("objections-decided");
      assertThat(staff.has(".govuk-notification-banner--success")).isTrue();
    }
    try (Visit owner = stand.visit("owner-later", "en desk js")) {
      owner.open(link).look("object-over");
    }
  }

  @Test
  void setsADisputedChargeAside() {
    try (Visit holder = stand.visit("dispute", "en phone js")) {
      form(holder, "L-0035").signIn();
      holder.open("/line/bills").look("bills").click("a[href^='/line/bills/']").look("dispute");
      holder.send().look("dispute-wrong");
      assertThat(holder.has("#reason-error")).isTrue();
      holder.type("reason", "I paid this one in cash").send().look("disputed");
      assertThat(holder.has("#disputes")).isTrue();
    }
    // What no bill has yet goes the same way, and the quote sets it aside.
    try (Visit holder = stand.visit("dispute-unbilled", "zh phone")) {
      form(holder, "L-0019").signIn();
      assertThat(holder.text("main")).doesNotContain("有异议");
      holder.open("/line/bills").look("bills-unbilled");
      holder.click("tr:has-text('18.37') a[href^='/line/bills/']").look("dispute-unbilled");
      holder.type("reason", "那天我没有用流量").send().look("disputed-unbilled");
      assertThat(holder.text("#disputes")).contains("18.37");
      assertThat(holder.has("a[href^='/line/bills/']")).as("the plan fee is left").isTrue();
      assertThat(holder.open("/line").look("line-disputed").text("main")).contains("有异议：套餐外用量");
    }
    try (Visit staff = stand.staff("reviewer", "zh-CN")) {
      staff.open("/staff/disputes").look("disputes");
      staff.click("main form button").look("disputes-wrong");
      staff.page().locator("main form [value=uphold]").first().check();
      staff.page().locator("main form textarea").first().fill("已在营业厅现金缴纳");
      staff.click("main form button").look("disputes-decided");
    }
  }

  /** With a mandate: both people's documents, and a reviewer who compares them. */
  @Test
  void letsAnAgentAskWithAMandate() {
    Subject subject = stand.subject("L-0082");
    String reference;
    try (Visit agent = stand.visit("agent", "en desk")) {
      HolderForm form = form(agent, subject.line()).signIn();
      agent.click("a[href='/cancel/who']").look("who");
      agent.choose("acting", "agent").send();
      reference = form.goOn("agent@example.com").send("+" + subject.msisdn());
    }
    try (Visit staff = stand.staff("reviewer2", "en-GB")) {
      staff.open("/staff/reviews/" + reference).look("review-agent");
      assertThat(staff.text("#on-behalf")).contains("李娜").contains("11••••9020");
      assertThat(staff.text("#on-behalf")).doesNotContain("110105190101039020");
    }
  }

  /** The line of the dead offers it by itself: nobody is asked to be somebody else. */
  @Test
  void letsAnHeirAskForTheLineOfTheDead() {
    try (Visit heir = stand.visit("heir", "zh phone js")) {
      Subject subject = stand.subject("L-0014");
      HolderForm form = form(heir, subject.line()).signIn();
      heir.look("deceased").click("a[href='/cancel/next']");
      assertThat(heir.path()).isEqualTo("/cancel/representative");
      form.goOn("heir@example.com").send("+" + subject.msisdn());
    }
  }

  @Test
  void letsACompanySendSomebody() {
    try (Visit sent = stand.visit("company", "en phone")) {
      Subject subject = stand.subject("L-0013");
      HolderForm form = form(sent, subject.line()).signIn();
      sent.look("company");
      form.fill("company@example.com").send("+" + subject.msisdn());
    }
  }

  @Test
  void listsAllThatIsNeededAndAsksWhatBecomesOfTheRest() {
    try (Visit holder = stand.visit("prepare", "zh phone js")) {
      form(holder, "L-0063").signIn();
      holder.open("/line/prepare").look("prepare");
      holder.open("/cancel").click("main > a.govuk-button").look("dependants");
      holder.send().look("dependants-wrong");
      assertThat(holder.has(".govuk-error-summary")).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/not-holder,   en phone",
    "/not-holder,   zh desk js",
    "/never-opened, zh phone js",
    "/never-opened, en desk",
  })
  void takesDownWhatIsWrongInTheRegister(String path, String how) {
    try (Visit visitor = stand.visit("report" + path.substring(1, 4) + how.charAt(0), how)) {
      visitor.open("/").click("a[href='" + path + "']").look("report");
      visitor.type("number", "12").type("name", "张\u200b伟").type("email", "nobody").send();
      visitor.look("report-wrong");
      assertThat(visitor.has("#name-error")).isTrue();
      assertThat(visitor.find("[name=number]").inputValue()).isEqualTo("12");
      visitor.type("number", "199 0000 0046").type("name", "韦东");
      visitor.type("email", "wei.dong@example.com").send().look("reported");
      assertThat(visitor.has(".oh-reference")).isTrue();
    }
  }

  @Test
  void looksIntoWhatWasReported() {
    try (Visit visitor = stand.visit("reporter", "en desk js")) {
      visitor.open("/never-opened").type("number", "199 0000 0046").type("name", "韦东");
      visitor.type("email", "wei.dong@example.com").send();
    }
    try (Visit staff = stand.staff("reviewer", "zh-CN")) {
      staff.open("/staff/reports").look("reports");
      staff.click("main form button").look("reports-wrong");
      assertThat(staff.has(".govuk-error-summary")).isTrue();
    }
  }

  /**
   * Somebody gives the SIM another number behind our back: nothing is touched, a person decides.
   */
  @Test
  void operationsGetAStuckCaseGoing() {
    stand.alone(this::getAStuckCaseGoing);
  }

  private void getAStuckCaseGoing() {
    Subject subject = stand.subject("L-0077");
    String imsi = imsi(subject);
    try (Visit holder = stand.visit("stuck", "zh phone js");
        Visit staff = stand.staff("operations", "zh-CN")) {
      Walk walk = stand.walk(subject);
      String reference = walk.submit();
      form(holder, subject.line()).signIn();
      holder.open("/track/" + reference);
      walk.approve(reference);
      holder.find(".is-done:nth-child(2)").waitFor();
      Terminal.tell(
          stand.up().operator(), "subscriber imsi " + imsi + " update msisdn 8619900009998");
      walk.waitForPerson(reference);
      staff.open("/staff/parked").look("parked");
      staff.click("a[href^='/staff/parked/']").look("parked-case");
      assertThat(staff.text("main")).contains("网络中这张 SIM 卡对应另一个号码");
      staff.choose("answer", "retry").send().look("reason-missing");
      assertThat(staff.has("#reason-error")).isTrue();
      Terminal.tell(
          stand.up().operator(), "subscriber imsi " + imsi + " update msisdn " + subject.msisdn());
      staff.choose("answer", "retry").type("reason", "HLR 中的号码已改回").send().look("answered");
      assertThat(staff.has(".govuk-notification-banner--success")).isTrue();
      walk.follow(reference);
      holder.find("a[href$='/certificate']").waitFor();
      assertThat(holder.text("main")).contains("已注销");
    }
  }

  private String imsi(Subject subject) {
    return stand
        .operator()
        .get("/tmf-api/productInventory/v4/product/" + subject.line())
        .json()
        .path("productCharacteristic")
        .valueStream()
        .filter(each -> each.path("name").asString().equals("imsi"))
        .map(each -> each.path("value").asString())
        .findFirst()
        .orElseThrow();
  }
}
