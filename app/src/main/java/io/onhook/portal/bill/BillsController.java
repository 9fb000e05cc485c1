package io.onhook.portal.bill;

import io.onhook.access.HolderPrincipal;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.CheckAnswer;
import io.onhook.dispute.Contested;
import io.onhook.dispute.Disputes;
import io.onhook.dispute.RaiseAnswer;
import io.onhook.dispute.RaiseDispute;
import io.onhook.policy.MoneyRule;
import io.onhook.policy.Packs;
import io.onhook.settlement.Bill;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Open bills with their charges; one of them can be disputed, on a page of its own. */
@Controller
@RequestMapping("/line/bills")
class BillsController {
  private static final int LONGEST = 1000;

  /**
   * A charge as the page shows it.
   *
   * @param at its place on the page, from 1: no account stands in an address
   * @param dispute what the holder said against it; null if nothing
   */
  record Row(int at, Bill bill, Bill.Charge charge, @Nullable Contested dispute) {
    public boolean disputable() {
      return dispute == null && Disputes.fits(bill, charge);
    }
  }

  /** A bill with its charges. */
  record Sheet(Bill bill, List<Row> rows) {}

  /** A dispute, with what staff said. */
  record Told(Contested dispute, String words) {}

  private final Cancellations cancellations;
  private final Disputes disputes;
  private final Packs packs;

  BillsController(Cancellations cancellations, Disputes disputes, Packs packs) {
    this.cancellations = cancellations;
    this.disputes = disputes;
    this.packs = packs;
  }

  @GetMapping
  String bills(
      @AuthenticationPrincipal HolderPrincipal holder,
      @ModelAttribute("say") Say say,
      Model model) {
    Optional<List<Sheet>> sheets = sheets(holder);
    model.addAttribute("known", sheets.isPresent());
    model.addAttribute("sheets", sheets.orElse(List.of()));
    model.addAttribute(
        "disputes",
        own(holder).stream()
            .map(it -> new Told(it, disputes.words(it.reference()).orElse("")))
            .toList());
    MoneyRule.Disputes rule = packs.current().money().disputes();
    model.addAttribute("open", disputes.areOpen());
    model.addAttribute("rule", rule == null ? "" : say.text(rule.text()));
    return "portal/bill/bills";
  }

  @GetMapping("/{at}")
  String ask(
      @AuthenticationPrincipal HolderPrincipal holder, @PathVariable("at") int at, Model model) {
    return sheets(holder).stream()
        .flatMap(List::stream)
        .flatMap(sheet -> sheet.rows().stream())
        .filter(row -> row.at() == at && row.disputable() && disputes.areOpen())
        .findFirst()
        .map(row -> page(row, "", Problems.NONE, model))
        .orElse("redirect:/line/bills");
  }

  @PostMapping("/{at}")
  String dispute(
      @AuthenticationPrincipal HolderPrincipal holder,
      @PathVariable("at") int at,
      @RequestParam(name = "bill", defaultValue = "") String bill,
      @RequestParam(name = "charge", defaultValue = "") String charge,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @ModelAttribute("say") Say say,
      Model model,
      RedirectAttributes next) {
    // By name, not by place: a bill can have come in between.
    Optional<Row> row =
        sheets(holder).stream()
            .flatMap(List::stream)
            .flatMap(sheet -> sheet.rows().stream())
            .filter(it -> it.bill().id().equals(bill) && charge.equals(it.charge().id()))
            .findFirst();
    var problems = new Problems();
    if (!lang.isEmpty()) {
      return row.map(it -> page(it, reason, problems, model)).orElse("redirect:/line/bills");
    }
    var request = new RaiseDispute(holder.lineId(), bill, charge, reason, say.language());
    switch (disputes.raise(request, holder.actor())) {
      case RaiseAnswer.Raised raised -> next.addFlashAttribute("said", "raised");
      case RaiseAnswer.Before before -> next.addFlashAttribute("said", "before");
      case RaiseAnswer.NoSuchCharge gone -> next.addFlashAttribute("said", "gone");
      case RaiseAnswer.NotHere nowhere -> next.addFlashAttribute("said", "gone");
      case RaiseAnswer.ReasonMissing missing ->
          problems.add(
              "reason",
              reason.isBlank() ? "dispute.reason.missing" : "dispute.reason.too-long",
              LONGEST);
      case RaiseAnswer.Unavailable away -> problems.add("reason", "unavailable");
    }
    return problems.any() && row.isPresent()
        ? page(row.get(), reason, problems, model)
        : "redirect:/line/bills";
  }

  private static String page(Row row, String reason, Problems problems, Model model) {
    model.addAttribute("row", row);
    model.addAttribute("reason", reason);
    model.addAttribute("problems", problems);
    return "portal/bill/dispute";
  }

  private List<Contested> own(HolderPrincipal holder) {
    return disputes.ofLine(holder.lineId()).stream()
        .filter(it -> it.partyId().equals(holder.partyId()))
        .toList();
  }

  /** Empty if the operator can't be asked, or the line is not the holder's any more. */
  private Optional<List<Sheet>> sheets(HolderPrincipal holder) {
    if (!(cancellations.check(holder.lineId(), null, holder.actor())
        instanceof CheckAnswer.Checked checked)) {
      return Optional.empty();
    }
    List<Contested> said = own(holder);
    var sheets = new ArrayList<Sheet>();
    int at = 0;
    for (Bill bill : checked.bills()) {
      var rows = new ArrayList<Row>();
      for (Bill.Charge charge : bill.charges()) {
        Contested dispute =
            said.stream().filter(it -> it.isAbout(bill.id(), charge.id())).findFirst().orElse(null);
        rows.add(new Row(++at, bill, charge, dispute));
      }
      sheets.add(new Sheet(bill, List.copyOf(rows)));
    }
    return Optional.of(List.copyOf(sheets));
  }
}
