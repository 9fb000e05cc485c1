package io.onhook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.command.Browser.Visit;
import io.onhook.stand.Subject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each gate, and each way beside the main one, at least once: every pair of Chinese or English,
 * phone or desk, with or without JavaScript comes up.
 */
@ExtendWith(WalkStand.Shared.class)
class GatesWalkTest {
  private final WalkStand stand = WalkStand.get();

  private Visit visit(String name, String how) {
    return stand.visit(name, how);
  }

  private void signIn(Visit holder, String line) {
    new HolderForm(stand, holder, stand.subject(line)).signIn();
  }

  /**
   * What the gate does to who comes to the line's page, in the pack that ships as default: it
   * blocks, costs, warns, or asks within the form.
   */
  @ParameterizedTest
  @CsvSource({
    "L-0003, arrears,           zh phone js, blocks",
    "L-0004, contract-term,     en desk js,  costs",
    "L-0005, device-instalment, zh desk,     costs",
    "L-0006, bundle,            en phone,    asks",
    "L-0007, secondary-sim,     zh phone js, asks",
    "L-0009, port-out-open,     en desk js,  blocks",
    "L-0010, payment-in-flight, zh desk,     warns",
    "L-0011, sim-swapped,       en phone,    blocks",
    "L-0016, disputed,          zh phone js, blocks",
    "L-0017, legal-hold,        en desk js,  blocks",
    "L-0024, promo-renews,      zh desk,     warns",
    "L-0070, everything,        en phone,    blocks",
  })
  void showsEachGateWithItsRemedy(String line, String gate, String how, String effect) {
    try (Visit holder = visit("gate-" + gate, how)) {
      holder.open("/sign-in");
      signIn(holder, line);
      assertThat(holder.path()).isEqualTo("/line");
      holder.look("line");
      assertThat(holder.has("a[href='/cancel/next']")).isEqualTo(!effect.equals("blocks"));
      if (effect.equals("blocks")) {
        assertThat(holder.has(".oh-card--blocks:not(.oh-verdict)")).isTrue();
      }
    }
  }

  /** A prepared holder: nothing is typed wrong, and nothing is looked at twice. */
  @Test
  void isThroughInNinePages() {
    Subject subject = stand.subject("L-0030");
    try (Visit holder = visit("nine", "en phone js")) {
      holder.open("/").click(".oh-hero .govuk-button--start[href='/sign-in']");
      signIn(holder, subject.line());
      holder.click("a[href='/cancel/next']");
      holder.choose("documentKind", subject.documentKind()).type("holderName", subject.name());
      holder.type("documentNumber", subject.document()).send();
      holder.look("papers");
      holder.attach("file", "a.jpg", "image/jpeg", Specimen.front());
      holder.attach("file-2", "b.jpg", "image/jpeg", Specimen.back()).send();
      Instant before = stand.letterbox().lastMessage("nine@example.com");
      holder.look("contact").type("address", "nine@example.com").send();
      holder.look("contact-code");
      holder.type("code", stand.letterbox().code("nine@example.com", before)).send();
      holder.choose("way", "original-payment").send();
      assertThat(holder.path()).isEqualTo("/cancel/review");
      assertThat(holder.seesPictures()).isTrue();
      holder.look("review").choose("cared", "true").choose("declared", "true");
      assertThat(holder.pages()).hasSizeLessThanOrEqualTo(9);
      holder.send();
      assertThat(holder.path()).endsWith("/submitted");
      assertThat(holder.clicks()).isLessThanOrEqualTo(11);
    }
  }

  @Test
  void goesOnOnAnotherDeviceByALinkThatShowsNothingByItself() {
    String link;
    try (Visit holder = visit("first-device", "zh desk js")) {
      holder.open("/sign-in");
      signIn(holder, "L-0027");
      holder.click("a[href='/cancel/next']");
      Subject subject = stand.subject("L-0027");
      holder.choose("documentKind", subject.documentKind()).type("holderName", subject.name());
      holder.type("documentNumber", subject.document()).send();
      holder.open("/cancel").click("form[action='/cancel/elsewhere'] button").look("elsewhere");
      link = holder.text(".oh-link a");
    }
    String path = link.substring(link.indexOf("/continue/"));
    assertThat(path).doesNotContain("1990000");
    try (Visit stranger = visit("link-of-another", "en phone")) {
      stranger.open(path);
      assertThat(stranger.path()).isEqualTo("/sign-in");
      signIn(stranger, "L-0028");
      assertThat(stranger.path()).isEqualTo("/line");
    }
    try (Visit holder = visit("second-device", "en phone js")) {
      holder.open(path);
      signIn(holder, "L-0027");
      assertThat(holder.path()).as("the draft goes on").isEqualTo("/cancel/papers/resident-id");
    }
  }

  @Test
  void keepsWhatWasTypedThroughBackButtonTwoTabsAndADoubleClick() {
    try (Visit holder = visit("two-tabs", "en desk js")) {
      holder.open("/sign-in");
      signIn(holder, "L-0029");
      holder.open("/cancel/refund").choose("way", "bank-card").type("card", "4111").send();
      assertThat(holder.find("[name=card]").inputValue()).isEqualTo("4111");
      holder.page().goBack();
      holder.choose("way", "original-payment");
      holder.page().locator("#answers button[type=submit]").dblclick();
      holder.page().waitForLoadState();
      assertThat(holder.has(".govuk-error-summary")).isFalse();
      var tab = holder.page().context().newPage();
      tab.navigate("/cancel/end-date");
      holder.open("/cancel");
      assertThat(holder.has("#refund-status .govuk-tag--good")).isTrue();
      tab.locator("[name=when][value=earliest]").check();
      tab.locator("#answers button[type=submit]").click();
      tab.waitForLoadState();
      holder.open("/cancel");
      assertThat(holder.has("#refund-status .govuk-tag--good"))
          .as("the other tab took nothing away")
          .isTrue();
    }
  }

  @Test
  void showsThePublicPagesInEachOfItsShapes() {
    for (String how : List.of("zh desk", "en phone js")) {
      try (Visit visitor = visit("public-" + how.charAt(0), how)) {
        visitor.open("/guide").look("guide").open("/figures").look("figures");
        visitor.open("/verify").look("verify").open("/sign-in/reference").look("reference");
      }
    }
  }
}
