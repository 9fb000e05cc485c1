package io.onhook.command;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import io.onhook.command.Browser.Visit;
import io.onhook.command.Guest.Wish;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A whole day at one store with three windows, a kiosk, a board, a manager and forty visitors, with
 * all screens open at once: nobody is called twice, and every visitor's case ends as it should.
 */
@ExtendWith(WalkStand.Shared.class)
class StoreDayTest {
  private static final String STORE = "xujiahui";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate CLOSED = LocalDate.of(2027, 1, 1);
  private static final int FIRST_LINE = 700_000;
  private static final int VISITORS = 40;

  /** Those who wait are sent home by a look each half minute. */
  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

  /** In the order in which they come; an exclamation mark is for the priority lane. */
  private static final List<List<String>> WAVES =
      List.of(
          List.of(
              "ENDS",
              "BEGAN_ONLINE",
              "ASKS",
              "STAYS_AWAY",
              "ENDS_BY_MAIL",
              "ESIM",
              "BEGAN_ONLINE",
              "LEAVES",
              "ASKS!",
              "WRONG_QUEUE"),
          List.of(
              "OWES",
              "BEGAN_ONLINE",
              "COMES_BACK",
              "ASKS",
              "PUT_ASIDE",
              "ENDS!",
              "LEAVES",
              "ASKS",
              "LOST_SIM",
              "BEGAN_ONLINE"),
          List.of(
              "ASKS",
              "BEGAN_ONLINE",
              "ENDS",
              "ASKS",
              "LEAVES",
              "BEGAN_ONLINE!",
              "ASKS",
              "ENDS",
              "ASKS",
              "STAYS_AWAY"),
          List.of(
              "ENDS_BY_MAIL",
              "ASKS!",
              "BEGAN_ONLINE",
              "ASKS",
              "ENDS",
              "ASKS",
              "LOST_SIM",
              "ASKS",
              "ASKS"));

  private final WalkStand stand = WalkStand.get();
  private final Map<String, Guest> waiting = new HashMap<>();
  private final Set<String> called = new HashSet<>();
  private final Map<String, Guest> ended = new HashMap<>();
  private final Map<String, Guest> aside = new LinkedHashMap<>();
  private int served;
  private int lines;

  @Test
  void everyVisitorsCaseEndsAsItShould() {
    stand.clock(morning());
    try (var screens = new StoreScreens(stand, STORE);
        var first = new Clerk(stand, "clerk", "zh-CN", 1);
        var second = new Clerk(stand, "clerk2", "en-GB", 2);
        var third = new Clerk(stand, "clerk3", "zh-CN", 3);
        Visit late = stand.browser().visit("day-late", "en-GB", true, true)) {
      first.sit(STORE, "end-line", "other-region");
      second.sit(STORE, "end-line");
      third.sit(STORE, "end-line", "esim");
      List<Clerk> clerks = List.of(first, second, third);
      for (List<String> wave : WAVES) {
        wave.forEach(wish -> comes(guest(wish), screens));
        serveAll(clerks, screens);
      }
      closes(clerks, screens, late);
      opensAgain(screens, late);
    }
    // All at once: followed one by one they would come to their ends weeks apart.
    ended.forEach(
        (reference, guest) -> stand.walk(guest.subject()).byAnotherWay().approve(reference));
    ended.forEach(
        (reference, guest) ->
            assertThat(stand.walk(guest.subject()).byAnotherWay().follow(reference).toString())
                .as("%s, %s", guest.wish(), reference)
                .contains("\"ended\""));
  }

  private Guest guest(String wish) {
    boolean priority = wish.endsWith("!");
    return Guest.of(stand, Wish.valueOf(wish.replace("!", "")), priority, FIRST_LINE + lines++);
  }

  private void comes(Guest guest, StoreScreens screens) {
    if (guest.wish() != Wish.LEAVES) {
      String label = screens.takeNumber(guest);
      assertThat(waiting.put(label, guest)).as("%s is given once", label).isNull();
      return;
    }
    try (Visit phone = stand.browser().visit("day-phone", "zh-CN", true, true)) {
      called.add(takesNumber(phone)); // So that calling it would be a second time.
      phone.click("#cancel").look("given-up");
      assertThat(phone.has(".govuk-notification-banner--success")).isTrue();
    }
  }

  private static String takesNumber(Visit phone) {
    phone.open("/branches/" + STORE + "/ticket").look("take").choose("service", "end-line").send();
    return phone.look("ticket").text(".ha-label");
  }

  /** The windows call one after the other, until nobody is left whom they serve. */
  private void serveAll(List<Clerk> clerks, StoreScreens screens) {
    screens.showWaiting(waiting.size());
    int idle = 0;
    for (int turn = 0; idle < clerks.size(); turn++) {
      Clerk clerk = clerks.get(turn % clerks.size());
      idle = waiting.isEmpty() || !callsNext(clerk, screens) ? idle + 1 : 0;
    }
    assertThat(waiting).isEmpty();
    aside.forEach(
        (label, guest) -> {
          clerks.getFirst().resume(label);
          ends(clerks.getFirst(), guest);
        });
    aside.clear();
  }

  private boolean callsNext(Clerk clerk, StoreScreens screens) {
    Optional<String> label = clerk.call();
    if (label.isEmpty()) {
      return false;
    }
    screens.shows(label.get(), clerk.window());
    assertThat(waiting).as("%s waits", label.get()).containsKey(label.get());
    Guest guest = Objects.requireNonNull(waiting.remove(label.get()));
    boolean again = !called.add(label.get());
    assertThat(again && !mayBeCalledAgain(guest.wish())).as("%s twice", label.get()).isFalse();
    meet(clerk, label.get(), guest, again);
    return true;
  }

  private static boolean mayBeCalledAgain(Wish wish) {
    return wish == Wish.COMES_BACK || wish == Wish.WRONG_QUEUE;
  }

  private void meet(Clerk clerk, String label, Guest guest, boolean again) {
    switch (guest.wish()) {
      case STAYS_AWAY -> clerk.giveUp();
      case COMES_BACK -> {
        if (again) {
          clerk.answer();
          served++;
        } else {
          clerk.giveUp();
          clerk.comeBack(label);
          waiting.put(label, guest);
        }
      }
      case PUT_ASIDE -> {
        clerk.putAside();
        aside.put(label, guest);
      }
      case WRONG_QUEUE -> {
        if (again) {
          ends(clerk, guest);
        } else {
          clerk.send("end-line");
          waiting.put(label, guest);
        }
      }
      case ASKS -> {
        clerk.answer();
        served++;
      }
      default -> ends(clerk, guest);
    }
  }

  private void ends(Clerk clerk, Guest guest) {
    String reference = clerk.serve(guest);
    assertThat(ended.put(reference, guest)).as("%s is one case", reference).isNull();
    if (!guest.reference().isEmpty()) {
      assertThat(reference).as("what was begun online goes on").isEqualTo(guest.reference());
    }
    served++;
  }

  /** The fortieth comes when the windows close: is sent home, and told so. */
  private void closes(List<Clerk> clerks, StoreScreens screens, Visit late) {
    takesNumber(late);
    screens.showDay(VISITORS, served, 2);
    clerks.forEach(Clerk::goHome);
    stand.clock(stand.now().plus(Duration.ofHours(11)));
    assertThat(late.page().locator("a[href*='before=']")).isVisible(SOON);
    late.look("sent-home");
  }

  /** The next day whoever was sent home comes before all who came before them that morning. */
  private void opensAgain(StoreScreens screens, Visit late) {
    stand.clock(morning());
    try (var clerk = new Clerk(stand, "clerk", "zh-CN", 1)) {
      String other = screens.takeNumber(guest("ASKS"));
      late.click("a[href*='before=']").choose("service", "end-line").send();
      String first = late.look("first").text(".ha-label");
      clerk.sit(STORE);
      assertThat(clerk.call()).contains(first);
      assertThat(late.page().locator(".ha-turn--now")).isVisible();
      late.look("called");
      clerk.answer();
      assertThat(clerk.call()).contains(other);
      clerk.answer();
      clerk.goHome();
    }
  }

  /** When the store has just opened, on the next day. */
  private Instant morning() {
    LocalDate day = LocalDate.ofInstant(stand.now(), ZONE).plusDays(1);
    LocalDate open = day.equals(CLOSED) ? day.plusDays(1) : day;
    return open.atTime(LocalTime.of(10, 5)).atZone(ZONE).toInstant();
  }
}
