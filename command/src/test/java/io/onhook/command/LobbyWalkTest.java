package io.onhook.command;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.onhook.command.Browser.Visit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What visitors of a store do and see: finding it, a number on the phone, booked times, the kiosk,
 * and the board that follows all of it without a reload.
 */
@ExtendWith(WalkStand.Shared.class)
@Execution(ExecutionMode.SAME_THREAD)
class LobbyWalkTest {
  /** Open around the clock. */
  private static final String STORE = "hongqiao";

  private static final String KEY = "onhook-sandbox-screens";

  private static Browser browser;

  @BeforeAll
  static void start() {
    browser = WalkStand.get().browser();
  }

  @Test
  void findsAStoreTakesANumberAndIsSeenOnTheBoard() {
    try (Visit board = browser.visit("board", "zh-CN", false, true);
        Visit visitor = browser.visit("lobby", "en-GB", true, true)) {
      unlocked(board, "board");
      Page screen = board.page();
      int before = Integer.parseInt(board.text(".bo-waiting strong"));

      visitor.open("/").click("a[href='/branches']");
      visitor.type("q", "minhang").click("form[role=search] button[type=submit]").look("found");
      assertThat(visitor.text(".ha-list h2")).containsAnyOf("Hongqiao", "虹桥");
      visitor.click(".ha-list a[href='/branches/hongqiao']").look("store");
      visitor.click("a[href$='/ticket']").look("take");
      visitor.type("contact", "nobody@").send().look("take-wrong");
      assertThat(visitor.has("#contact-error")).isTrue();
      visitor.type("contact", "visitor@example.com").send();
      visitor.find("#why summary").click();
      visitor.look("ticket");
      assertThat(visitor.text(".ha-label")).startsWith("A");
      assertThat(screen.locator(".bo-waiting strong")).hasText(String.valueOf(before + 1));
      board.look("board");

      takesAnotherWithoutScripts(before + 2, screen);
      // The page follows: somebody is behind now, so one can let them pass.
      visitor.click("#pass").look("passed");
      assertThat(visitor.has(".govuk-notification-banner--success")).isTrue();
      losesItsNetwork(board);
      visitor.click("#cancel").look("given-up");
      assertThat(screen.locator(".bo-waiting strong")).hasText(String.valueOf(before + 1));
    }
  }

  private static void takesAnotherWithoutScripts(int waiting, Page screen) {
    try (Visit other = browser.visit("lobby-no-js", "zh-CN", true, false)) {
      other.open("/branches").look("all");
      other.open("/branches/" + STORE).click("a[href$='/ticket']").look("take");
      other.choose("service", "end-line").send().look("ticket");
      assertThat(screen.locator(".bo-waiting strong")).hasText(String.valueOf(waiting));
    }
  }

  private static void losesItsNetwork(Visit board) {
    Page screen = board.page();
    String shown = board.text(".bo-waiting");
    screen.context().setOffline(true);
    assertThat(screen.locator("[data-lost]")).isVisible();
    assertThat(board.text("[data-lost] time")).isNotBlank();
    assertThat(board.text(".bo-waiting")).as("the last that is known stays").isEqualTo(shown);
    board.look("board-lost");
    screen.context().setOffline(false);
    assertThat(screen.locator("[data-lost]")).isHidden();
  }

  @Test
  void takesANumberAtTheKiosk() {
    try (Visit kiosk = browser.visit("kiosk", "zh-CN", false, true)) {
      // A printer's dialog has nobody here who closes it, and would hold the page for ever.
      kiosk.page().addInitScript("window.printed = 0; window.print = () => { window.printed++; };");
      unlocked(kiosk, "kiosk");
      kiosk.look("first");
      kiosk.click("a[href$='lang=en']").page().waitForSelector("html[lang=en]");
      kiosk.look("english");
      kiosk.type("entry", "what is this").click(".ki-entry button");
      kiosk.page().waitForSelector(".ki-problem");
      kiosk.look("wrong");
      kiosk.type("entry", "+8619900000001").click(".ki-entry button");
      assertThat(kiosk.page().locator(".ki-form [name=entry]")).hasCount(1);
      kiosk.look("asks");
      kiosk.page().locator("[name=service][value=esim]").click();
      kiosk.page().waitForSelector(".ki-slip");
      kiosk.page().waitForFunction("window.printed > 0");
      kiosk.look("slip");
      assertThat(kiosk.text(".ki-slip__label")).startsWith("E");
    }
  }

  @Test
  void theKioskSendsNothingWithoutANetworkAndSaysSo() {
    try (Visit kiosk = browser.visit("kiosk-offline", "zh-CN", false, true)) {
      kiosk.page().addInitScript("window.print = () => {};");
      unlocked(kiosk, "kiosk");
      Page screen = kiosk.page();
      screen.context().setOffline(true);
      kiosk.click("[name=service][value=end-line]");
      assertThat(screen.locator("[data-lost]")).isVisible();
      kiosk.look("offline");
      kiosk.click("a[href$='lang=en']");
      kiosk.type("entry", "+8619900000001").click(".ki-entry button");
      assertThat(screen.locator("[data-lost]")).isVisible();
      assertThat(kiosk.path()).as("the page stays").isEqualTo("/kiosk/" + STORE);
      assertThat(screen.locator("html")).hasAttribute("lang", "zh-CN");
      assertThat(screen.locator("[name=entry]")).hasValue("+8619900000001");

      screen.context().setOffline(false);
      assertThat(screen.locator("[data-lost]")).isHidden();
      kiosk.click(".ki-entry button");
      assertThat(screen.locator(".ki-form [name=entry]")).hasCount(1);
      kiosk.click("[name=service][value=end-line]");
      screen.waitForSelector(".ki-slip");
    }
  }

  @Test
  void aTicketThatIsNotPrintedIsShownLarge() {
    try (Visit kiosk = browser.visit("kiosk-unprinted", "zh-CN", false, true)) {
      // As with an empty roll: the browser never says that it has printed.
      kiosk.page().addInitScript("window.print = () => {};");
      unlocked(kiosk, "kiosk");
      kiosk.click("[name=service][value=end-line]");
      kiosk.page().waitForSelector("body.ki-unprinted");
      assertThat(kiosk.page().locator("[data-print-again]")).isVisible();
      assertThat(kiosk.text("[data-print-said]")).isNotBlank();
      kiosk.look("unprinted");
    }
  }

  @Test
  void aScreenThatGetsNoStreamAsks() {
    try (Visit board = browser.visit("board-asks", "zh-CN", false, true);
        Visit kiosk = browser.visit("board-asks-kiosk", "zh-CN", false, true)) {
      kiosk.page().addInitScript("window.print = () => {};");
      board
          .page()
          .route("**/live", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
      unlocked(board, "board");
      int before = Integer.parseInt(board.text(".bo-waiting strong"));
      unlocked(kiosk, "kiosk");
      kiosk.click("[name=service][value=end-line]");
      assertThat(board.page().locator(".bo-waiting strong"))
          .hasText(
              String.valueOf(before + 1),
              new LocatorAssertions.HasTextOptions().setTimeout(30_000));
      assertThat(board.page().locator("[data-lost]")).isHidden();
    }
  }

  @Test
  void booksATime() {
    try (Visit visitor = browser.visit("booking", "en-GB", true, true)) {
      visitor.open("/branches/peoples-square/book").look("times");
      visitor.page().locator("[name=at]").first().check();
      visitor.send().look("booked");
      assertThat(visitor.path()).startsWith("/booking/");
      visitor.click("a[href$='/change']").look("change");
      visitor.page().locator("[name=at]").nth(2).check();
      visitor.send().look("changed");
      visitor.click("form[action$='/cancel'] button").look("cancelled");
      assertThat(visitor.has(".govuk-notification-banner--success")).isTrue();
    }
  }

  private static void unlocked(Visit device, String screen) {
    device.page().navigate("/" + screen + "/" + STORE);
    device.look("locked");
    device.type("key", KEY).click("main form button");
    assertThat(device.path()).isEqualTo("/" + screen + "/" + STORE);
  }
}
