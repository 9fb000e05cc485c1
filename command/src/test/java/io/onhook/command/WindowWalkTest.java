package io.onhook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.command.Browser.Visit;
import io.onhook.command.Guest.Wish;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A window that serves somebody who comes for somebody else, and has neither phone nor mail. */
@ExtendWith(WalkStand.Shared.class)
class WindowWalkTest {
  private static final String DESK = "/staff/counter";

  /** What who is bound to offices sees at any address of another one. */
  private static final String OTHER_OFFICE = DESK + "/other-office";

  private static final int LINE = 760_000;

  private final WalkStand stand = WalkStand.get();

  @Test
  void servesAnAgentByKeysAndPrintsACodeForThem() {
    Guest guest = Guest.of(stand, Wish.ENDS, false, LINE);
    try (Visit screen = stand.staff("clerk2", "en-GB")) {
      screen.refusedAt(OTHER_OFFICE).look("other-office");
      screen.open(DESK + "/window").choose("office", "hongqiao").type("number", "3").press("n");
      screen.choose("walk-in", "end-line").click("form[action$='/walk-in'] button");
      screen.press("n").press("b").press("v");
      screen.type("typed", guest.number()).press("n");
      String visit = screen.path();

      screen.press("7").look("who").choose("acting", "agent").press("n");
      screen.look("who-acts").press("n");
      screen.look("who-acts-wrong");
      for (String field : List.of("name", "documentNumber", "relation", "mandateUntil", "alike")) {
        assertThat(screen.has("#" + field + "-error")).as(field).isTrue();
      }
      screen.type("name", "李娜").choose("documentKind", "resident-id");
      screen.type("documentNumber", "110105190101039020").choose("relation", "friend");
      screen.type("mandateUntil", "2099-12-31").choose("alike", "true").press("n");
      assertThat(screen.path()).as(screen.text("main")).isEqualTo(visit);

      screen.press("2").look("identity-other");
      screen.choose("kind", guest.subject().documentKind());
      screen.type("documentNumber", guest.subject().document()).choose("alike", "true").press("n");
      screen.press("8").look("papers");
      screen.attach("file-agent-id", "a.jpg", "image/jpeg", Specimen.front());
      screen.click("form:has(#file-agent-id) button");
      screen.attach("file-authorisation", "b.jpg", "image/jpeg", Specimen.back());
      screen.click("form:has(#file-authorisation) button").look("papers-there").press("n");

      screen.press("3").type("postal", "李娜\n示例路 1 号").press("n").press("4");
      screen.type("iccid", guest.iccid()).press("n").press("5");
      assertThat(screen.look("sign-agent").text("main"))
          .containsAnyOf("agent with a mandate", "受机主委托");
      screen.choose("explained", "true").type("name", "李娜").press("n");
      assertThat(screen.look("visit-agent").has("form[action$='/printed-code']")).isTrue();
      String reference = screen.text(".oh-reference");
      screen.open(DESK).press("f").press("x");

      looksWithAWrongCode(reference);
    }
  }

  private void looksWithAWrongCode(String reference) {
    try (Visit agent = stand.visit("printed-code", "zh phone")) {
      agent.open("/sign-in/reference").click("a[href$='/printed']").look("printed-code");
      agent.type("reference", reference).type("code", "0000-0000-0000").send();
      assertThat(agent.look("printed-code-wrong").has("#code-error")).isTrue();
      assertThat(agent.open("/sign-in/reference/printed/case").path()).endsWith("/printed");
    }
  }
}
