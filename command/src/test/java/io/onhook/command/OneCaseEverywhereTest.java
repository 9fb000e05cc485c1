package io.onhook.command;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.command.Browser.Visit;
import io.onhook.command.Guest.Wish;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One case goes from the web to the hotline, to a store and back to the web: nothing is lost on the
 * way, and nothing is asked twice.
 */
@ExtendWith(WalkStand.Shared.class)
class OneCaseEverywhereTest {
  /** Open around the clock. */
  private static final String STORE = "hongqiao";

  private static final String CONTACT = "everywhere@example.com";

  private final WalkStand stand = WalkStand.get();

  @Test
  void beginsOnlineGoesOnByPhoneAndInAStoreAndIsFinishedOnline() {
    Guest caller = Guest.of(stand, Wish.ENDS, false, 710_000);
    try (Visit holder = stand.browser().visit("everywhere", "zh-CN", true, true)) {
      String reference =
          new HolderForm(stand, holder, caller.subject())
              .signIn()
              .fill(CONTACT)
              .send("+" + caller.subject().msisdn());
      calls(caller, reference);
      visits(
          holder, new Guest(Wish.BEGAN_ONLINE, false, caller.subject(), caller.iccid(), reference));
      finds(holder, caller, reference);
    }
  }

  /** The agent finds the case by the number, and asks for nothing but the code. */
  private void calls(Guest caller, String reference) {
    try (Visit agent = stand.staff("hotline", "zh-CN")) {
      agent.open("/staff/hotline").look("search");
      agent.type("named", "what").click("#answers button").look("search-wrong");
      assertThat(agent.has("#named-error")).isTrue();
      agent.type("named", caller.number()).click("#answers button").look("unchecked");
      assertThat(agent.text("main")).doesNotContain(reference);
      String mail = caller.subject().email();
      Instant before = stand.letterbox().lastMessage(mail);
      agent.click("#send button").look("code-sent");
      agent.type("digits", "0000000").click("#answers button").look("code-wrong");
      assertThat(agent.has("#digits-error")).isTrue();
      agent.type("digits", stand.letterbox().code(mail, before)).click("#answers button");
      assertThat(agent.look("checked").text("main")).contains(reference);
      agent.click("button[name=what][value=checklist]").look("checklist-sent");
      assertThat(agent.has(".govuk-notification-banner--success")).isTrue();
      agent.type("note", "明天去虹桥站营业厅，带上 SIM 卡").click("#answers button").look("noted");
      assertThat(agent.text("main")).contains("带上 SIM 卡");
      agent.click("[data-key=e]");
    }
  }

  /** The number on the phone carries the case: the clerk has it on the screen at once. */
  private void visits(Visit holder, Guest guest) {
    holder.open("/branches/" + STORE + "/ticket").look("take");
    assertThat(holder.text("main")).contains(guest.reference());
    holder.choose("service", "end-line").send();
    String label = holder.look("ticket").text(".ha-label");
    try (var clerk = new Clerk(stand, "clerk2", "en-GB", 2)) {
      clerk.sit(STORE, "end-line");
      String called = clerk.call().orElseThrow();
      while (!called.equals(label)) {
        clerk.giveUp(); // Left behind by others who tried this store.
        called = clerk.call().orElseThrow();
      }
      assertThat(clerk.serve(guest)).isEqualTo(guest.reference());
      clerk.goHome();
    }
  }

  /** Line and money end; the holder, whose line is gone, finds the certificate. */
  private void finds(Visit holder, Guest caller, String reference) {
    holder.open("/track/" + reference).look("in-review");
    stand.walk(caller.subject()).byAnotherWay().follow(reference);
    Instant before = stand.letterbox().lastMessage(CONTACT);
    holder.forgetWhoIAm().open("/sign-in/reference").type("reference", reference).send();
    holder.type("code", stand.letterbox().code(CONTACT, before)).send();
    assertThat(holder.look("ended").path()).isEqualTo("/track/" + reference);
    assertThat(new String(holder.download("/track/" + reference + "/certificate"), 0, 5, US_ASCII))
        .isEqualTo("%PDF-");
  }
}
