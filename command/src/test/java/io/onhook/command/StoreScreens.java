package io.onhook.command;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.command.Browser.Visit;
import java.util.regex.Pattern;

/**
 * What hangs and stands in a store: the board, the kiosk, and the manager's page; all stay open.
 */
final class StoreScreens implements AutoCloseable {
  private static final String KEY = "onhook-sandbox-screens";

  private final String store;
  private final Visit board;
  private final Visit kiosk;
  private final Visit manager;

  StoreScreens(WalkStand stand, String store) {
    this.store = store;
    this.board = stand.browser().visit("day-board", "zh-CN", false, true);
    this.kiosk = stand.browser().visit("day-kiosk", "zh-CN", false, true);
    // A printer's dialog has nobody here who closes it, and would hold the page for ever.
    kiosk.page().addInitScript("window.print = () => {};");
    this.manager = stand.staff("branch-manager", "zh-CN");
    unlock(board, "board");
    unlock(kiosk, "kiosk");
    manager.open("/staff/branch/" + store).look("morning");
  }

  private void unlock(Visit screen, String what) {
    screen.page().navigate("/" + what + "/" + store);
    screen.type("key", KEY).click("main form button");
    assertThat(screen.path()).isEqualTo("/" + what + "/" + store);
  }

  /** Takes a number at the kiosk, with the reference of a case if there is one. */
  String takeNumber(Guest guest) {
    kiosk.open("/kiosk/" + store);
    if (!guest.reference().isEmpty()) {
      kiosk.type("entry", guest.reference()).click(".ki-entry button");
      assertThat(kiosk.page().locator(".ki-form [name=entry]")).hasCount(1);
    }
    if (guest.priority()) {
      kiosk.page().locator("[name=priority]").check();
    }
    kiosk.page().locator("[name=service][value=" + guest.wish().service() + "]").click();
    kiosk.page().waitForSelector(".ki-slip");
    kiosk.look("slip");
    return kiosk.text(".ki-slip__label");
  }

  /** The board says so by itself. */
  void shows(String label, int window) {
    assertThat(board.page().locator("[data-call][data-label='" + label + "']").first())
        .hasAttribute("data-window", String.valueOf(window));
  }

  /** Board and manager's page say so by themselves. */
  void showWaiting(int count) {
    assertThat(board.page().locator(".bo-waiting strong")).hasText(String.valueOf(count));
    assertThat(manager.page().locator("#now .oh-figures strong").first())
        .hasText(String.valueOf(count));
    board.look("board");
    manager.look("now");
  }

  /** What became of the day: a figure and its name, in the order of the page. */
  void showDay(int taken, int served, int noShows) {
    manager.open("/staff/branch/" + store).look("evening");
    var figures = manager.page().locator("main > .oh-figures strong");
    assertThat(figures.nth(0)).hasText(String.valueOf(taken));
    assertThat(figures.nth(1)).hasText(String.valueOf(served));
    assertThat(figures.nth(2)).hasText(String.valueOf(noShows));
    String days = new String(manager.download("/staff/branch/" + store + "/days.csv"), UTF_8);
    assertThat(days).containsPattern(Pattern.compile("," + taken + "," + served + "," + noShows));
  }

  @Override
  public void close() {
    board.close();
    kiosk.close();
    manager.close();
  }
}
