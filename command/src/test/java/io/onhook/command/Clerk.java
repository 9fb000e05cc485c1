package io.onhook.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.onhook.command.Browser.Visit;
import io.onhook.command.Guest.Wish;
import io.onhook.stand.Patience;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A clerk at a window, who touches the mouse only where somebody signs. */
final class Clerk implements AutoCloseable {
  private static final String DESK = "/staff/counter";
  private static final Duration BILLING = Duration.ofSeconds(20);

  private final WalkStand stand;
  private final Visit screen;
  private final int window;

  Clerk(WalkStand stand, String username, String language, int window) {
    this.stand = stand;
    this.screen = stand.staff(username, language);
    this.window = window;
  }

  int window() {
    return window;
  }

  /** Sits down. */
  Clerk sit(String office, String... services) {
    screen.open(DESK + "/window").look("sit");
    screen.choose("office", office).type("number", String.valueOf(window));
    for (String service : services) {
      screen.choose("services", service);
    }
    screen.press("n").look("desk-free");
    assertThat(screen.path()).as(screen.text("main")).isEqualTo(DESK);
    return this;
  }

  /** The next visitor's number; empty if nobody waits for this window. */
  Optional<String> call() {
    screen.press("n");
    return screen.has("#present .oh-reference")
        ? Optional.of(screen.look("desk-called").text("#present .oh-reference"))
        : Optional.empty();
  }

  /** Nobody comes: called once more, and given up. */
  void giveUp() {
    screen.press("o");
    assertThat(screen.has("#present .oh-reference")).as("two calls are the least").isTrue();
    screen.press("r").press("o");
    assertThat(screen.has("#present .oh-reference")).isFalse();
  }

  void comeBack(String label) {
    screen.type("label", label).press("m");
    done();
  }

  void putAside() {
    screen.press("b").press("h");
    done();
  }

  void resume(String label) {
    screen.type("label", label).press("u");
    done();
  }

  /** Another window is the right one. */
  void send(String service) {
    screen.press("b").choose("service", service).press("t");
    done();
  }

  private void done() {
    assertThat(screen.has(".govuk-notification-banner--success"))
        .as(() -> screen.text(".govuk-notification-banner__heading"))
        .isTrue();
  }

  void answer() {
    screen.press("b").press("f");
    assertThat(screen.has("#present .oh-reference")).isFalse();
  }

  /** From the number to the receipt, and the reference of the case. */
  String serve(Guest guest) {
    screen.press("b").press("v");
    if (screen.path().endsWith("/line")) {
      screen.look("line").type("typed", guest.number()).press("n");
    }
    String visit = screen.path();
    screen.look("visit");
    identity(guest);
    if (guest.wish() == Wish.OWES) {
      pay(visit);
    }
    if (guest.reference().isEmpty()) {
      openCase(guest);
    }
    sim(guest);
    sign(guest);
    String reference = screen.look("visit-done").text(".oh-reference");
    assertThat(new String(screen.download(visit + "/receipt"), 0, 5, StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
    screen.open(DESK).press("f");
    return reference;
  }

  private void identity(Guest guest) {
    screen.press("2").look("identity");
    if (guest.wish() == Wish.ENDS_BY_MAIL) {
      screen.attach("file", "a.jpg", "image/jpeg", Specimen.front());
      screen.attach("file-2", "b.jpg", "image/jpeg", Specimen.back());
      screen.press("p").look("identity-photos");
      done();
      screen.choose("kind", guest.subject().documentKind());
      screen.type("documentNumber", "110105190101010018").choose("alike", "true").press("n");
      assertThat(screen.look("identity-differs").has(".govuk-error-summary")).isTrue();
    }
    screen.choose("kind", guest.subject().documentKind());
    screen.type("documentNumber", guest.subject().document()).choose("alike", "true").press("n");
  }

  private void pay(String visit) {
    screen.press("6").look("pay").choose("method", "cash").type("given", "1").press("n");
    assertThat(screen.look("pay-wrong").has("#given-error")).isTrue();
    screen.type("given", "500").press("n").look("paid");
    Patience.until(
        "billing has the money",
        BILLING,
        () -> screen.open(visit).has(".govuk-task-list__hint a[href$='/receipt']"));
  }

  private void openCase(Guest guest) {
    screen.press("3").look("open");
    if (guest.wish() == Wish.ENDS_BY_MAIL) {
      String mail = "guest-" + guest.number() + "@example.com";
      Instant before = stand.letterbox().lastMessage(mail);
      screen.type("address", mail).press("k");
      screen.look("open-code").type("code", stand.letterbox().code(mail, before)).press("n");
    } else {
      screen.type("postal", guest.subject().name() + "\n示例路 1 号").press("n");
    }
    done();
  }

  private void sim(Guest guest) {
    screen.press("4").look("sim");
    switch (guest.wish()) {
      case ESIM -> screen.press("e");
      case LOST_SIM -> screen.choose("lost", "true").press("l");
      case ENDS_BY_MAIL -> {
        screen.type("iccid", guest.iccid().substring(0, 18)).press("n").look("sim-wrong");
        assertThat(screen.has("#iccid-error")).isTrue();
        screen.type("iccid", guest.iccid()).press("n");
      }
      default -> screen.type("iccid", guest.iccid()).press("n");
    }
    done();
  }

  /** By hand on the pad, or by name where somebody would rather type. */
  private void sign(Guest guest) {
    screen.press("5").look("sign").choose("explained", "true");
    if (guest.wish() == Wish.ENDS_BY_MAIL) {
      screen.type("name", guest.subject().name());
    } else {
      draw();
    }
    screen.press("n");
    done();
  }

  private void draw() {
    Page page = screen.page();
    page.locator("[data-pad-area]").scrollIntoViewIfNeeded();
    BoundingBox pad = page.locator("[data-pad-area]").boundingBox();
    page.mouse().move(pad.x + pad.width * 0.1, pad.y + pad.height * 0.7);
    page.mouse().down();
    for (int i = 1; i <= 8; i++) {
      double up = i % 2 == 0 ? 0.75 : 0.25;
      page.mouse().move(pad.x + pad.width * (0.1 + i * 0.09), pad.y + pad.height * up);
    }
    page.mouse().up();
  }

  /** The day's cash is counted, the window closed. */
  void goHome() {
    screen.open(DESK + "/till").look("till");
    if (screen.has("[name=counted]")) {
      screen.type("counted", "0").press("n").look("till-differs");
      screen.type("counted", "88").press("n").look("till-closed");
    }
    screen.open(DESK).press("x").look("went-home");
    assertThat(screen.path()).isEqualTo(DESK + "/window");
  }

  @Override
  public void close() {
    screen.close();
  }
}
