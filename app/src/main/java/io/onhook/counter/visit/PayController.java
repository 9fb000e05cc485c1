package io.onhook.counter.visit;

import io.onhook.access.StaffPrincipal;
import io.onhook.counter.Said;
import io.onhook.policy.Packs;
import io.onhook.shared.Money;
import io.onhook.visit.PayAnswer;
import io.onhook.visit.Payment;
import io.onhook.visit.Till;
import io.onhook.visit.TillAnswer;
import io.onhook.visit.Tills;
import io.onhook.visit.Visit;
import io.onhook.web.AddressedCase;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

/** What a visitor owes is paid in cash or by card; the clerk's till, and its count. */
@Controller
@RequestMapping("/staff/counter")
class PayController {
  private static final int LONGEST = 300;

  private final VisitDesk desk;
  private final Tills tills;
  private final Packs packs;
  private final MessageSource texts;

  PayController(VisitDesk desk, Tills tills, Packs packs, MessageSource texts) {
    this.desk = desk;
    this.tills = tills;
    this.packs = packs;
    this.texts = texts;
  }

  @GetMapping("/visits/{id}/pay")
  String ask(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("id") long id,
      Model model,
      Locale locale) {
    return page(desk.visit(id), staff, "", "", Problems.NONE, model, locale);
  }

  @PostMapping("/visits/{id}/pay")
  String pay(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("id") long id,
      @RequestParam(name = "method", defaultValue = "") String method,
      @RequestParam(name = "given", defaultValue = "") String given,
      @RequestParam(name = "owed", defaultValue = "") String owed,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @ModelAttribute("say") Say say,
      Model model,
      Locale locale,
      RedirectAttributes next) {
    Visit visit = desk.visit(id);
    var problems = new Problems();
    if (!lang.isEmpty()) {
      return page(visit, staff, method, given, problems, model, locale);
    }
    Optional<Payment.Method> how = Payment.Method.of(method);
    Optional<Money> shown = amount(owed);
    Optional<Money> handed = given.isBlank() ? shown : amount(given);
    if (how.isEmpty()) {
      problems.add("method", "pay.method.missing");
    }
    if (handed.isEmpty()) {
      problems.add("given", "pay.given.form");
    } else if (shown.isPresent() && handed.get().compareTo(shown.get()) < 0) {
      problems.add("given", "pay.given.too-little", say.money(shown.get()));
    }
    if (!problems.any() && shown.isPresent()) {
      switch (tills.pay(visit, shown.get(), how.orElseThrow(), staff.actor())) {
        case PayAnswer.Taken(var payment) -> {
          Money change = handed.orElseThrow().minus(payment.amount());
          next.addFlashAttribute(
              "said",
              change.isPositive()
                  ? Said.done("paid-change", say.money(payment.amount()), say.money(change))
                  : Said.done("paid", say.money(payment.amount())));
          return "redirect:" + VisitDesk.path(visit);
        }
        case PayAnswer.NothingOwed() -> {
          next.addFlashAttribute("said", Said.no("nothing-owed"));
          return "redirect:" + VisitDesk.path(visit);
        }
        case PayAnswer.UnderWay() -> {
          next.addFlashAttribute("said", Said.no("payment-under-way"));
          return "redirect:" + VisitDesk.path(visit);
        }
        case PayAnswer.OtherAmount(var now) ->
            problems.add("method", "pay.other-amount", say.money(now));
        case PayAnswer.Unavailable() -> problems.add("method", "unavailable");
        case PayAnswer.NotReckonable() -> problems.add("method", "not-reckonable");
        case PayAnswer.NotYours() -> problems.add("method", "visit.not-yours");
      }
    }
    return page(visit, staff, method, given, problems, model, locale);
  }

  /** An amount in the pack's currency; empty if it is none. */
  private Optional<Money> amount(String typed) {
    String currency = packs.current().currency();
    int places = Currency.getInstance(currency).getDefaultFractionDigits();
    String plain = typed.strip().replace(',', '.');
    return plain.matches("[0-9]{1,9}(\\.[0-9]{1," + Math.max(1, places) + "})?")
            && new BigDecimal(plain).stripTrailingZeros().scale() <= places
        ? Optional.of(Money.ofDecimal(currency, new BigDecimal(plain)))
        : Optional.empty();
  }

  private String page(
      Visit visit,
      StaffPrincipal staff,
      String method,
      String given,
      Problems problems,
      Model model,
      Locale locale) {
    if (visit.line().isEmpty()) {
      return "redirect:" + VisitDesk.path(visit) + "/line";
    }
    model.addAttribute("owed", tills.owed(visit, staff.actor()).orElse(null));
    model.addAttribute("method", method);
    model.addAttribute("given", given);
    model.addAttribute(
        "methods",
        Arrays.stream(Payment.Method.values())
            .map(
                it ->
                    new Option(
                        it.key(), texts.getMessage("pay.method." + it.key(), null, locale), null))
            .toList());
    return desk.page(visit, staff, problems, model, "pay");
  }

  @GetMapping("/payments/{reference}/receipt")
  ResponseEntity<byte[]> receipt(@PathVariable("reference") String reference) {
    return tills
        .receipt(AddressedCase.reference(reference))
        .map(
            bytes ->
                ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_PDF)
                    .cacheControl(CacheControl.noStore())
                    .body(bytes))
        .orElseGet(
            () ->
                ResponseEntity.status(303)
                    .header(HttpHeaders.LOCATION, "/staff/counter/till")
                    .build());
  }

  @GetMapping("/till")
  String till(@AuthenticationPrincipal StaffPrincipal staff, Model model) {
    return till(staff, "", "", null, Problems.NONE, model);
  }

  @PostMapping("/till")
  String close(
      @AuthenticationPrincipal StaffPrincipal staff,
      @RequestParam(name = "counted", defaultValue = "") String counted,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @ModelAttribute("say") Say say,
      Model model,
      RedirectAttributes next) {
    var problems = new Problems();
    if (!lang.isEmpty()) {
      return till(staff, counted, reason, null, problems, model);
    }
    Optional<Money> cash = amount(counted);
    if (cash.isEmpty()) {
      problems.add("counted", "pay.given.form");
      return till(staff, counted, reason, null, problems, model);
    }
    String why = reason.length() > LONGEST ? reason.substring(0, LONGEST) : reason;
    return switch (tills.close(cash.get(), why, staff.actor())) {
      case TillAnswer.Closed(var till) -> {
        next.addFlashAttribute(
            "said",
            till.difference().isZero()
                ? Said.done("till-closed", say.money(till.cash()))
                : Said.done(
                    "till-closed-difference",
                    say.money(till.cash()),
                    say.money(till.difference())));
        yield "redirect:/staff/counter/till";
      }
      case TillAnswer.ReasonMissing(var till) ->
          till(
              staff,
              counted,
              reason,
              cash.get().minus(till.cash()),
              problems.add("reason", "till.reason.missing"),
              model);
      case TillAnswer.NoTill() -> "redirect:/staff/counter/till";
    };
  }

  private String till(
      StaffPrincipal staff,
      String counted,
      String reason,
      @Nullable Money difference,
      Problems problems,
      Model model) {
    Optional<Till> open = tills.open(staff.actor());
    model.addAttribute("till", open.orElse(null));
    model.addAttribute("payments", open.map(tills::in).orElseGet(List::of));
    model.addAttribute("counted", counted);
    model.addAttribute("reason", reason);
    model.addAttribute("difference", difference);
    model.addAttribute("problems", problems);
    return "counter/visit/till";
  }
}
