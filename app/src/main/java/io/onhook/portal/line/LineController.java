package io.onhook.portal.line;

import io.onhook.access.HolderPrincipal;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.CheckAnswer;
import io.onhook.cancellation.Inquiries;
import io.onhook.policy.Packs;
import io.onhook.portal.OwnLine;
import io.onhook.portal.cancel.Continuing;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All that stands before the line's end, at once: obstacles, papers, money, dates. */
@Controller
class LineController {
  private final Cancellations cancellations;
  private final OwnLine ownLine;
  private final Inquiries inquiries;
  private final Continuing continuing;
  private final Packs packs;
  private final Clock clock;

  LineController(
      Cancellations cancellations,
      OwnLine ownLine,
      Inquiries inquiries,
      Continuing continuing,
      Packs packs,
      Clock clock) {
    this.cancellations = cancellations;
    this.ownLine = ownLine;
    this.inquiries = inquiries;
    this.continuing = continuing;
    this.packs = packs;
    this.clock = clock;
  }

  @GetMapping("/line")
  String line(@AuthenticationPrincipal HolderPrincipal holder, HttpSession session, Model model) {
    Optional<String> draft = continuing.takenUp(holder, session);
    if (draft.isPresent()) {
      return "redirect:" + draft.get();
    }
    OwnLine.Seen seen = ownLine.look(holder, null, null);
    return switch (seen.answer()) {
      case CheckAnswer.Checked checked -> {
        model.addAttribute("acting", seen.acting().key());
        model.addAttribute("others", OwnLine.online(packs.current()).size() > 1);
        model.addAttribute("line", checked.line());
        model.addAttribute("at", clock.instant());
        model.addAttribute("switching", SwitchController.offered(packs));
        model.addAttribute("eligibility", checked.eligibility());
        model.addAttribute("quote", checked.eligibility().quote());
        model.addAttribute("dates", checked.dates());
        model.addAttribute("outlook", checked.outlook());
        model.addAttribute("ways", packs.current().money().refundWays());
        model.addAttribute("open", checked.open().orElse(null));
        model.addAttribute(
            "asked",
            checked.open().flatMap(open -> inquiries.open(open, holder.actor())).orElse(null));
        yield "portal/line/line";
      }
      case CheckAnswer.NoSuchLine gone -> {
        model.addAttribute("cases", cancellations.ofHolder(holder.partyId()));
        yield "portal/line/gone";
      }
      case CheckAnswer.PartnerUnavailable unavailable -> "portal/line/unavailable";
      case CheckAnswer.NotReckonable odd -> "portal/line/not-reckonable";
    };
  }
}
