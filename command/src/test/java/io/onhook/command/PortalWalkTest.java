package io.onhook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.command.Browser.Visit;
import io.onhook.stand.Subject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Walks the web way as people do, on a phone of 390 pixels: from the first page to the certificate,
 * in Chinese and in English, and once without JavaScript; the reviewer sits at a desk.
 */
@ExtendWith(WalkStand.Shared.class)
class PortalWalkTest {
  private final WalkStand stand = WalkStand.get();
  private final Browser browser = stand.browser();
  private final Letterbox letterbox = stand.letterbox();
  @TempDir Path folder;

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
    Subject subject = stand.subject("L-0012");
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

  private void answerWhatIsAsked(Visit holder) {
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
    Subject subject = stand.subject("L-0085");
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
    Subject subject = stand.subject("L-0023");
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
      signIn(holder, stand.subject("L-0004"));
      holder.look("contract-term");
      assertThat(holder.text("main")).contains("240.00");
      holder.open("/track").look("no-cases");
    }
    try (Visit holder = browser.visit("blocked", "en-GB", true, true)) {
      signIn(holder, stand.subject("L-0003"));
      holder.look("arrears");
      assertThat(holder.text("main")).contains("88.00");
      assertThat(holder.has("a[href='/cancel/next']")).isFalse();
    }
  }

  @Test
  void visitsEverybodysPlaceWithAClick() {
    stand.alone(this::visits);
  }

  private void visits() {
    try (Visit visitor = browser.visit("visit", "zh-CN", true, true)) {
      visitor.open("/demo").look("visit").click("button[aria-label$='预付费纯流量卡']");
      assertThat(visitor.path()).isEqualTo("/line");
      visitor.open("/demo").click("button[name=days][value='1']");
      assertThat(visitor.path()).isEqualTo("/demo");
      visitor.click("button[aria-label$='审核人员']");
      assertThat(visitor.path()).isEqualTo("/staff");
    }
  }

  private void endsALine(String name, String language, boolean phone, String line) {
    Subject subject = stand.subject(line);
    String reference;
    try (Visit holder = browser.visit(name, language, phone, true)) {
      holder.open("/").look("start");
      holder.open("/guide").look("guide");
      holder.open("/check").look("check");
      holder.choose("role", "holder").choose("has", "contract-term").choose("sms", "yes");
      holder.send().look("check-result");
      signIn(holder, subject);
      holder.look("line");
      reference = submit(holder, subject, contact(name));
      assertThat(holder.download("/track/" + reference + "/receipt"))
          .startsWith("%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      holder.open("/track/" + reference).look("in-review");
      approve(language, reference);
      // No reload: the page moves by itself.
      holder.find(".is-done:nth-child(2)").waitFor();
      holder.look("scheduled");
      holder.click("a[href$='/papers']").look("who-opened");
      assertThat(holder.text("main")).contains("reviewer");
    }
    stand.alone(() -> seesTheEnd(name, language, subject, reference));
  }

  /** Reference and confirmed contact let the holder in, and still do when the line is gone. */
  private void seesTheEnd(String name, String language, Subject subject, String reference) {
    try (Visit holder = browser.visit(name + "-back", language, true, true)) {
      signInByReference(holder, reference, contact(name));
      stand.walk(subject).byAnotherWay().follow(reference);
      holder.find("a[href$='/certificate']").waitFor();
      holder.look("ended");
      assertThat(holder.download("/track/" + reference + "/certificate"))
          .startsWith("%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      holder.click("a[href*='/verify/']").look("verify");
      assertThat(holder.has(".oh-card--clear")).isTrue();
      signInByReference(holder.forgetWhoIAm(), reference, contact(name));
      holder.open("/line").look("line-gone");
    }
  }

  private void signInByReference(Visit holder, String reference, String contact) {
    Instant before = lastMessage(contact);
    holder.open("/sign-in/reference").type("reference", reference.replace("-", " ")).send();
    holder.look("code").type("code", code(contact, before)).send();
    assertThat(holder.path()).isEqualTo("/track/" + reference);
  }

  private static String contact(String name) {
    return name + "-contact@example.com";
  }

  private void signIn(Visit holder, Subject subject) {
    holder.open("/sign-in").look("sign-in");
    Instant before = lastMessage("+" + subject.msisdn());
    holder.type("number", subject.msisdn().substring(2)).send();
    assertThat(holder.path()).isEqualTo("/sign-in/code");
    holder.type("code", "0000000").send().look("wrong-code");
    holder.type("code", code("+" + subject.msisdn(), before)).send();
    assertThat(holder.path()).isEqualTo("/line");
  }

  /** From the line's page to the reference. */
  private String submit(Visit holder, Subject subject, String contact) {
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

  private void answer(Visit holder, Subject subject, String contact) {
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
  private void sendPapers(Visit holder) {
    holder.look("paper").attach("file", "id.jpg", "image/jpeg", new byte[] {'n', 'o'}).send();
    holder.look("paper-wrong");
    assertThat(holder.has("#file-error")).isTrue();
    holder.attach("file", large()).send();
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

  /** 12 MB, of which not one is written. */
  private Path large() {
    Path file = folder.resolve("large.jpg");
    try (var photo = new RandomAccessFile(file.toFile(), "rw")) {
      photo.setLength(12L * 1024 * 1024);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /** The language switch keeps the page and what was typed. */
  private void keepsWhatWasTyped(Visit holder, Subject subject) {
    for (int i = 0; i < 2; i++) {
      holder.click(".oh-language button");
      assertThat(holder.path()).isEqualTo("/cancel/identity");
      assertThat(holder.find("[name=holderName]").inputValue()).isEqualTo(subject.name());
    }
  }

  private void approve(String language, String reference) {
    try (Visit staff = stand.staff("reviewer", language)) {
      staff.open("/staff/reviews").look("reviews");
      staff.click("a[href$='" + reference + "']").look("review");
      staff.click("#papers a.govuk-button").look("review-papers");
      assertThat(staff.seesPictures()).isTrue();
      staff.choose("decision", "not-approve").send().look("reasons-missing");
      assertThat(staff.has("#reasons-error")).isTrue();
      staff.choose("decision", "approve").type("text", "OK").send().look("decided");
      assertThat(staff.has(".govuk-notification-banner--success")).isTrue();
    }
  }

  private String code(String to, Instant after) {
    return letterbox.code(to, after);
  }

  private Instant lastMessage(String to) {
    return letterbox.lastMessage(to);
  }
}
