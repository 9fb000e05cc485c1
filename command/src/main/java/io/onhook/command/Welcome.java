package io.onhook.command;

import io.onhook.stand.Place;
import io.onhook.stand.Screen;
import io.onhook.stand.Up;

/** What a newcomer needs once everything runs. */
final class Welcome {
  private Welcome() {}

  static void print(Up up, Place place, Screen screen) {
    String service = up.service().address().toString();
    String operator = up.operator().address().toString();
    screen.line("");
    screen.line("  Ten minutes  %s/demo   be anybody with a click", service);
    screen.line("  Holders      %s/", service);
    screen.line("  Staff        %s/staff", service);
    screen.line("  API          %s/api", service);
    screen.line(
        "  Phone inbox  %s/inbox   the codes and letters that the operator delivers", operator);
    screen.line(
        "  Clock        curl -X POST %s/sandbox/clock -H 'Content-Type: application/json' -d"
            + " '{\"advance\":\"P14D\"}'",
        service);
    screen.line("");
    screen.line(
        "  A line to end: 199 0000 0001 (张伟, resident ID 11010519491231002X); more in README.md");
    screen.line(
        "  Demo sign-ins: reviewer, reviewer2, operations, clerk, clerk2, clerk3, branch-manager,"
            + " hotline, finance, auditor, admin");
    screen.line("                 each with the password onhook-sandbox");
    screen.line("  API keys:      ohk_sandbox_client_for_trying_things_out   (all but deciding)");
    screen.line(
        "                 ohk_sandbox_reviewer_for_trying_things_out (reading and deciding)");
    screen.line("");
    screen.line(
        "  Logs in %s. Ctrl-C stops everything; the data stays.", place.data().resolve("logs"));
    screen.line("");
  }
}
