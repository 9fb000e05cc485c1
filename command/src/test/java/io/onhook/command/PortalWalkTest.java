package io.onhook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.command.Browser.Visit;
import io.onhook.stand.Http;
import io.onhook.stand.Place;
import io.onhook.stand.Subject;
import io.onhook.stand.Up;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Walks the web way as people do, on a phone of 390 pixels: from the first page to the certificate,
 * in Chinese and in English, and once without JavaScript; the reviewer sits at a desk. Pictures of
 * each page, for phone and desk, are kept in {@code target/pictures}.
 */
@ExtendWith(WalkStand.Shared.class)
@TestMethodOrder(OrderAnnotation.class)
class PortalWalkTest {
  private static Place place;
  private static Up up;
  private static Browser browser;
  private static Http operator;
  private static Http service;
  private static Letterbox letterbox;

  @BeforeAll
  static void start() {
    WalkStand stand = WalkStand.get();
    place = stand.place();
    up = stand.up();
    operator = stand.operator();
    service = stand.service();
    browser = stand.browser();
    letterbox = stand.letterbox();
  }

  @Test
  void endsALineInChinese() {
    endsALine("zh", "zh-CN", true, "L-0001");
  }

  @Test
  void endsALineInEnglish() {
    endsALine("en", "en-GB", false, "L-0022");
  }

  @Test
  void takesARequestBackWithoutJavaScript() {
    Subject subject = Subject.of(operator, "L-0012");
    try (Visit holder = browser.visit("no-js", "zh-CN", false, false)) {
      signIn(holder, subject);
      String reference = submit(holder, subject, "no-js@example.com");
      // Back, or another tab: what was sent is not sent again.
      assertThat(holder.open("/cancel/review").path()).isEqualTo("/track/" + reference);
      assertThat(holder.open("/cancel").path()).isEqualTo("/track/" + reference);
      try (var reviewers = new TwoReviewers(browser, "no-js", "zh-CN", reference)) {
        reviewers.meet().ask("您改过名字吗？");
        answerWhatIsAsked(holder);
        reviewers.decide("没有改过");
      }
      holder.open("/track/" + reference).look("track");
      holder.click("a[href$='/retract']").look("retract");
      holder.click("form[action$='/retract'] button").look("retracted");
      assertThat(holder.text(".govuk-notification-banner--success")).contains("已撤销");
    }
  }

  private static void answerWhatIsAsked(Visit holder) {
    holder.open("/line").look("asked").click("a[href$='/more']").look("more");
    assertThat(holder.text("main")).contains("您改过名字吗？");
    holder.attach("file", "id.jpg", "image/jpeg", new byte[] {'n', 'o'}).send().look("more-wrong");
    assertThat(holder.has("#file-error")).isTrue();
    holder.attach("file", "a.jpg", "image/jpeg", Specimen.back()).send().look("more-file");
    holder.click("p > a.govuk-button").type("words", "没有改过").look("more-send").send();
    assertThat(holder.look("more-sent").has(".govuk-notification-banner--success")).isTrue();
  }

  /** The session ends while a page is being sent: signed in again, it is there as it was typed. */
  @Test
  void showsAgainWhatWasTypedWhenTheSessionHadEnded() {
    Subject subject = Subject.of(operator, "L-0023");
    try (Visit holder = browser.visit("typed", "en-GB", true, false)) {
      signIn(holder, subject);
      holder.open("/cancel").open("/cancel/identity");
      holder.choose("documentKind", subject.documentKind()).type("holderName", "Not yet right");
      holder.type("documentNumber", subject.document()).endSession().send();
      assertThat(holder.path()).isEqualTo("/sign-in");
      Instant before = lastMessage("+" + subject.msisdn());
      holder.type("number", subject.msisdn().substring(2)).send();
      holder.type("code", code("+" + subject.msisdn(), before)).send();
      assertThat(holder.path()).isEqualTo("/kept");
      holder.look("kept");
      assertThat(holder.find("[name=holderName]").inputValue()).isEqualTo("Not yet right");
      assertThat(holder.find("[name=documentNumber]").inputValue()).isEqualTo(subject.document());
      assertThat(holder.open("/kept").path()).isEqualTo("/line");
    }
  }

  /** The session ends while a photo is on its way: what came before is still there. */
  @Test
  void losesNothingWhenTheSessionEndsInTheMiddle() {
    Subject subject = Subject.of(operator, "L-0023");
    try (Visit holder = browser.finger("expired", "en-GB")) {
      signIn(holder, subject);
      holder.open("/cancel").open("/cancel/papers/resident-id");
      assertThat(holder.find("#camera").isVisible()).isTrue();
      holder.look("camera");
      holder.attach("camera", "a.jpg", "image/jpeg", Specimen.front()).send();
      holder.forgetWhoIAm();
      holder.attach("file", "b.jpg", "image/jpeg", Specimen.back()).send();
      assertThat(holder.path()).isEqualTo("/sign-in");
      holder.look("expired");
      signIn(holder, subject);
      holder.open("/cancel/papers/resident-id").look("still-there");
      assertThat(holder.seesPictures()).isTrue();
      holder.click(".oh-paper__acts button").look("removed");
      assertThat(holder.has(".oh-paper")).isFalse();
    }
  }

  @Test
  void showsEveryObstacleAndLeaksNothing() {
    try (Visit holder = browser.visit("obstacles", "zh-CN", true, true)) {
      holder.open("/sign-in").type("number", "my number").send().look("malformed");
      assertThat(holder.has("#number-error")).isTrue();
      // A number that nobody has looks like one that somebody has.
      holder.type("number", "19900009999").send();
      assertThat(holder.path()).isEqualTo("/sign-in/code");
      signIn(holder, Subject.of(operator, "L-0004"));
      holder.look("contract-term");
      assertThat(holder.text("main")).contains("240.00");
      holder.open("/track").look("no-cases");
    }
    try (Visit holder = browser.visit("blocked", "en-GB", true, true)) {
      signIn(holder, Subject.of(operator, "L-0003"));
      holder.look("arrears");
      assertThat(holder.text("main")).contains("88.00");
      assertThat(holder.has("a[href='/cancel/next']")).isFalse();
    }
  }

  /**
   * Somebody gives the SIM another number behind our back: nothing is touched, a person decides.
   */
  @Test
  void operationsGetAStuckCaseGoing() {
    Subject subject = Subject.of(operator, "L-0077");
    String imsi = imsi(subject);
    try (Visit holder = browser.visit("stuck", "zh-CN", true, true)) {
      signIn(holder, subject);
      String reference = submit(holder, subject, "stuck@example.com");
      approve("stuck", "zh-CN", reference);
      holder.open("/track/" + reference);
      holder.find(".is-done:nth-child(2)").waitFor();
      Terminal.tell(up.operator(), "subscriber imsi " + imsi + " update msisdn 8619900009998");
      service.post("/sandbox/clock", Map.of("advance", "P5D"), Map.of()).fine();
      answerTheStuckCase(imsi, subject);
      untilItEnds(holder);
      assertThat(holder.text("main")).contains("已注销");
    }
  }

  /**
   * After all other walks: what they typed, sent and were sent stands nowhere in clear. The
   * operator knows every code. The register of numbers knows those of which a case was approved.
   */
  @Test
  @Order(Integer.MAX_VALUE)
  void keepsNothingInClear() {
    var clear = new InTheClear(place);
    for (String line :
        List.of("L-0001", "L-0003", "L-0004", "L-0012", "L-0022", "L-0023", "L-0077")) {
      Subject subject = Subject.of(operator, line);
      clear.with("the document of " + line, subject.document());
      clear.with("the mail address of " + line, subject.email());
    }
    for (String line : List.of("L-0003", "L-0004", "L-0023")) {
      clear.with("the number of " + line, Subject.of(operator, line).msisdn().substring(2));
    }
    List.of("zh-contact@example.com", "en-contact@example.com", "no-js@example.com")
        .forEach(contact -> clear.with(contact, contact));
    clear
        .with("the card's number", "4111111111111111")
        .with("the card as typed", "4111 1111 1111 1111");
    int codes = 0;
    for (JsonNode message : operator.get("/sandbox/inbox").json()) {
      var code = Letterbox.CODE.matcher(message.path("text").asString());
      if (code.find()) {
        clear.withCode(code.group());
        codes++;
      }
    }
    assertThat(codes).isPositive();
    assertThat(clear.everywhere()).isEmpty();
  }

  private static void answerTheStuckCase(String imsi, Subject subject) {
    try (Visit staff = browser.visit("stuck-operations", "zh-CN", false, true)) {
      staff.open("/staff/sign-in");
      staff.type("username", "operations").type("password", "onhook-sandbox");
      staff.click("main button[type=submit]");
      for (int looks = 0; looks < 30 && !staff.has("a[href^='/staff/parked/']"); looks++) {
        pause(Duration.ofSeconds(1));
        staff.open("/staff/parked");
      }
      staff.look("parked").click("a[href^='/staff/parked/']").look("parked-case");
      assertThat(staff.text("main")).contains("网络中这张 SIM 卡对应另一个号码");
      staff.choose("answer", "retry").send().look("reason-missing");
      assertThat(staff.has("#reason-error")).isTrue();
      Terminal.tell(
          up.operator(), "subscriber imsi " + imsi + " update msisdn " + subject.msisdn());
      staff.choose("answer", "retry").type("reason", "HLR 中的号码已改回").send().look("answered");
      assertThat(staff.has(".govuk-notification-banner--success")).isTrue();
    }
  }

  private static String imsi(Subject subject) {
    return operator
        .get("/tmf-api/productInventory/v4/product/" + subject.line())
        .json()
        .path("productCharacteristic")
        .valueStream()
        .filter(each -> each.path("name").asString().equals("imsi"))
        .map(each -> each.path("value").asString())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void visitsEverybodysPlaceWithAClick() {
    try (Visit visitor = browser.visit("visit", "zh-CN", true, true)) {
      visitor.open("/demo").look("visit").click("button[aria-label$='预付费纯流量卡']");
      assertThat(visitor.path()).isEqualTo("/line");
      visitor.open("/demo").click("button[name=days][value='1']");
      assertThat(visitor.path()).isEqualTo("/demo");
      visitor.click("button[aria-label$='审核人员']");
      assertThat(visitor.path()).isEqualTo("/staff");
    }
  }

  private static void endsALine(String name, String language, boolean phone, String line) {
    Subject subject = Subject.of(operator, line);
    try (Visit holder = browser.visit(name, language, phone, true)) {
      holder.open("/").look("start");
      holder.open("/guide").look("guide");
      holder.open("/check").look("check");
      holder.choose("role", "holder").choose("has", "contract-term").choose("sms", "yes");
      holder.send().look("check-result");
      signIn(holder, subject);
      holder.look("line");
      String reference = submit(holder, subject, name + "-contact@example.com");
      assertThat(holder.download("/track/" + reference + "/receipt"))
          .startsWith("%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      holder.open("/track/" + reference).look("in-review");
      approve(name, language, reference);
      // No reload: the page moves by itself.
      holder.find(".is-done:nth-child(2)").waitFor();
      holder.look("scheduled");
      holder.click("a[href$='/papers']").look("who-opened");
      assertThat(holder.text("main")).contains("reviewer");
      holder.open("/track/" + reference);
      untilItEnds(holder);
      holder.look("ended");
      assertThat(holder.download("/track/" + reference + "/certificate"))
          .startsWith("%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      holder.click("a[href*='/verify/']").look("verify");
      assertThat(holder.has(".oh-card--clear")).isTrue();
      comesBack(name, language, reference, name + "-contact@example.com");
    }
  }

  private static void signIn(Visit holder, Subject subject) {
    holder.open("/sign-in").look("sign-in");
    Instant before = lastMessage("+" + subject.msisdn());
    holder.type("number", subject.msisdn().substring(2)).send();
    assertThat(holder.path()).isEqualTo("/sign-in/code");
    holder.type("code", "0000000").send().look("wrong-code");
    holder.type("code", code("+" + subject.msisdn(), before)).send();
    assertThat(holder.path()).isEqualTo("/line");
  }

  /** From the line's page to the reference. */
  private static String submit(Visit holder, Subject subject, String contact) {
    String reached = "+" + subject.msisdn();
    holder.open("/cancel").look("tasks").open("/line").click("a[href='/cancel/next']");
    while (!holder.path().equals("/cancel/review")) {
      answer(holder, subject, contact);
    }
    holder.open("/cancel/end-date").look("end-date").choose("when", "earliest").send();
    holder.open("/cancel/cares").look("cares").choose("cared", "true");
    holder.click("#answers button:not([name])");
    holder.look("review").send();
    assertThat(holder.has("#declared-error")).isTrue();
    Instant before = lastMessage(reached);
    holder.choose("declared", "true").send();
    if (holder.has("#code")) {
      // Money to a card: a last code for exactly this, on the same page.
      holder.look("last-code").type("code", "0000000").send().look("last-code-wrong");
      assertThat(holder.has("#code-error")).isTrue();
      holder.type("code", code(reached, before)).send();
    }
    assertThat(holder.path()).endsWith("/submitted");
    holder.look("submitted");
    return holder.text(".oh-reference");
  }

  private static void answer(Visit holder, Subject subject, String contact) {
    String path = holder.path();
    switch (path) {
      case String papers when papers.startsWith("/cancel/papers/") -> sendPapers(holder);
      case "/cancel/identity" -> {
        holder.choose("documentKind", subject.documentKind()).type("holderName", subject.name());
        holder.type("documentNumber", "x").send().look("identity-wrong");
        keepsWhatWasTyped(holder, subject);
        holder.type("documentNumber", subject.document()).send();
      }
      case "/cancel/contact" -> {
        Instant before = lastMessage(contact);
        holder.look("contact").type("address", contact).send().look("contact-code");
        holder.type("code", code(contact, before)).send();
      }
      case "/cancel/refund" -> {
        holder.choose("way", "bank-card").type("card", "6222 0000 0000 0000").send();
        holder.look("card-wrong");
        holder.choose("way", "bank-card").type("card", "4111 1111 1111 1111").send();
      }
      default -> throw new AssertionError("The form led to " + path);
    }
    assertThat(holder.path()).as("the form goes on from " + path).isNotEqualTo(path);
  }

  /**
   * Files that are refused, then all sides, one of them replaced: an ID has two, a passport one.
   */
  private static void sendPapers(Visit holder) {
    holder.look("paper").attach("file", "id.jpg", "image/jpeg", new byte[] {'n', 'o'}).send();
    holder.look("paper-wrong");
    assertThat(holder.has("#file-error")).isTrue();
    holder.attach("file", "id.jpg", "image/jpeg", new byte[12 * 1024 * 1024]).send();
    holder.find("#file-error:has-text('10 MB')").waitFor();
    holder.look("paper-too-large");
    byte[] offered = holder.download("/demo/specimen.jpg");
    holder.attach("file", "a.jpg", "image/jpeg", offered).send().look("paper-first");
    // A passport has one side and is whole; of an ID the other side is missing still.
    if (holder.path().startsWith("/cancel/papers/")) {
      holder.click(".oh-paper__acts a").look("paper-replace");
      holder.attach("file", "c.jpg", "image/jpeg", Specimen.back()).send().look("paper-replaced");
      assertThat(holder.seesPictures()).isTrue();
      holder.attach("camera", "b.jpg", "image/jpeg", Specimen.front()).send();
    }
  }

  /** The language switch keeps the page and what was typed. */
  private static void keepsWhatWasTyped(Visit holder, Subject subject) {
    for (int i = 0; i < 2; i++) {
      holder.click(".oh-language button");
      assertThat(holder.path()).isEqualTo("/cancel/identity");
      assertThat(holder.find("[name=holderName]").inputValue()).isEqualTo(subject.name());
    }
  }

  private static void approve(String name, String language, String reference) {
    try (Visit staff = browser.visit(name + "-staff", language, false, true)) {
      staff.open("/staff/sign-in").look("sign-in");
      staff.type("username", "reviewer").type("password", "onhook-sandbox");
      staff.click("main button[type=submit]").look("overview");
      staff.open("/staff/reviews").look("reviews");
      staff.click("a[href$='" + reference + "']").look("review");
      staff.click("#papers a.govuk-button").look("review-papers");
      assertThat(staff.seesPictures()).isTrue();
      staff.choose("decision", "not-approve").send().look("reasons-missing");
      assertThat(staff.has("#reasons-error")).isTrue();
      staff.choose("decision", "approve").type("text", "OK").send().look("decided");
      assertThat(staff.has(".govuk-notification-banner--success")).isTrue();
    }
    try (Visit staff = browser.visit(name + "-operations", language, false, true)) {
      staff.open("/staff/sign-in");
      staff.type("username", "operations").type("password", "onhook-sandbox");
      staff.click("main button[type=submit]");
      staff.open("/staff/parked").look("parked");
    }
  }

  /** Moves the clock over the waits until the certificate is there and the money has arrived. */
  private static void untilItEnds(Visit holder) {
    for (int moves = 0; moves < 12 && !holder.has("a[href$='/certificate']"); moves++) {
      service.post("/sandbox/clock", Map.of("advance", "P5D"), Map.of()).fine();
      pause(Duration.ofSeconds(4));
    }
    holder.find("a[href$='/certificate']").waitFor();
  }

  /** The line is gone; reference and confirmed contact still let the holder in. */
  private static void comesBack(String name, String language, String reference, String contact) {
    try (Visit holder = browser.visit(name + "-back", language, true, true)) {
      Instant before = lastMessage(contact);
      holder.open("/sign-in/reference").type("reference", reference.replace("-", " ")).send();
      holder.look("code").type("code", code(contact, before)).send();
      assertThat(holder.path()).isEqualTo("/track/" + reference);
      holder.open("/line").look("line-gone");
    }
  }

  private static String code(String to, Instant after) {
    return letterbox.code(to, after);
  }

  private static Instant lastMessage(String to) {
    return letterbox.lastMessage(to);
  }

  private static void pause(Duration time) {
    Letterbox.pause(time);
  }
}
