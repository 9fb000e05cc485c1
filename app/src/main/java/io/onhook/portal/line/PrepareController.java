package io.onhook.portal.line;

import io.onhook.access.HolderPrincipal;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.CheckAnswer;
import io.onhook.cancellation.CheckAnswer.Checked;
import io.onhook.cancellation.Eligibility;
import io.onhook.cancellation.Representative;
import io.onhook.line.Line;
import io.onhook.policy.Acting;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.policy.Paper;
import io.onhook.policy.Text;
import io.onhook.policy.Wording;
import io.onhook.portal.Proved;
import io.onhook.settlement.Bill;
import io.onhook.web.Say;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Before you start: all that this line and whoever acts for it need, on one page, to print. */
@Controller
class PrepareController {
  /**
   * A paper as the page shows it.
   *
   * @param sides how many sides a copy shows; 1 says nothing
   * @param renewed what to do if it was renewed; may be empty
   */
  record Row(String title, String text, int sides, String renewed) {}

  /** A role that may act here. */
  record Role(String key, boolean chosen) {}

  private final Cancellations cancellations;
  private final Packs packs;

  PrepareController(Cancellations cancellations, Packs packs) {
    this.cancellations = cancellations;
    this.packs = packs;
  }

  @GetMapping("/line/prepare")
  String prepare(
      @AuthenticationPrincipal HolderPrincipal holder,
      @RequestParam(name = "as", defaultValue = "") String as,
      @ModelAttribute("say") Say say,
      Model model) {
    return switch (cancellations.check(holder.lineId(), null, holder.actor(), Proved.via(holder))) {
      case Checked checked -> page(checked, as, say, model);
      case CheckAnswer.NoSuchLine gone -> "redirect:/line";
      case CheckAnswer.PartnerUnavailable unavailable -> "portal/line/unavailable";
      case CheckAnswer.NotReckonable odd -> "portal/line/not-reckonable";
    };
  }

  private String page(Checked checked, String as, Say say, Model model) {
    Pack pack = packs.current();
    Line line = checked.line();
    List<Acting> allowed =
        Arrays.stream(Acting.values())
            .filter(it -> pack.actors().get(it) != null && pack.actors().get(it).allowed())
            .toList();
    Acting acting =
        allowed.stream()
            .filter(it -> it.key().equals(as))
            .findFirst()
            .orElse(Representative.usual(line));
    var needed =
        Eligibility.needed(pack, line, checked.bills(), checked.eligibility().quote(), acting);
    var rule = pack.actors().get(acting);
    model.addAttribute("line", line);
    model.addAttribute(
        "roles", allowed.stream().map(it -> new Role(it.key(), it == acting)).toList());
    model.addAttribute("rule", rule == null ? "" : say.text(rule.text()));
    model.addAttribute(
        "papers", needed.papers().stream().map(it -> row(it.paper(), pack, say)).toList());
    model.addAttribute(
        "bills", needed.bills().stream().filter(it -> it.due().isPositive()).toList());
    model.addAttribute("disputes", pack.money().disputable());
    model.addAttribute("refund", checked.eligibility().quote().toRefund());
    model.addAttribute("backUp", say.text(pack.wording(Wording.BACK_UP)));
    model.addAttribute("unbind", say.text(pack.wording(Wording.UNBIND)));
    model.addAttribute("number", say.text(pack.wording(Wording.NUMBER)));
    model.addAttribute("accounts", List.copyOf(pack.linkedAccounts().values()));
    model.addAttribute(
        "givenOn", pack.days().after(checked.dates().endsAt(), pack.number().quarantine()));
    model.addAttribute("passes", passes(checked.bills()));
    return "portal/line/prepare";
  }

  private static Row row(Paper paper, Pack pack, Say say) {
    var words = Objects.requireNonNull(pack.papers().get(paper), paper::key);
    Text renewed = words.renewed();
    return new Row(
        say.text(words.title()),
        say.text(words.text()),
        words.sides(),
        renewed == null ? "" : say.text(renewed));
  }

  /** Passes and shared data that end with the line, by the names that billing gives them. */
  private static List<String> passes(List<Bill> bills) {
    return bills.stream()
        .flatMap(bill -> bill.charges().stream())
        .filter(charge -> charge.bucket().equals("pass") && charge.amount().isNegative())
        .map(Bill.Charge::text)
        .distinct()
        .toList();
  }
}
