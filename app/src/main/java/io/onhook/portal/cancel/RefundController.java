package io.onhook.portal.cancel;

import io.onhook.access.HolderPrincipal;
import io.onhook.policy.MoneyRule.RefundWay;
import io.onhook.policy.Packs;
import io.onhook.shared.BankCard;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where does your money go? Asked only where some comes back. */
@Controller
@RequestMapping("/cancel/refund")
class RefundController {
  private static final String ORIGINAL = "original-payment";
  private static final String CARD = "bank-card";

  private final Form form;
  private final Packs packs;
  private final MessageSource texts;

  RefundController(Form form, Packs packs, MessageSource texts) {
    this.form = form;
    this.packs = packs;
    this.texts = texts;
  }

  @GetMapping
  String show(@AuthenticationPrincipal HolderPrincipal holder, Model model, Locale locale) {
    Draft draft = form.draft(holder);
    Draft.Refund known = draft.refund();
    // The card's number is not sent back to the browser.
    String way = known == null ? "" : known.card() == null ? ORIGINAL : CARD;
    return page(draft, way, "", Problems.NONE, model, locale);
  }

  @PostMapping
  String answer(
      @AuthenticationPrincipal HolderPrincipal holder,
      @RequestParam(name = "way", defaultValue = "") String way,
      @RequestParam(name = "card", defaultValue = "") String card,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      Model model,
      Locale locale) {
    Draft draft = form.draft(holder);
    var problems = new Problems();
    if (lang.isEmpty()) {
      switch (way) {
        case ORIGINAL -> {
          return form.answered(holder, draft.with(new Draft.Refund(null)));
        }
        case CARD -> {
          var read = problems.read("card", card, BankCard::typed);
          if (read.isPresent()) {
            return form.answered(holder, draft.with(new Draft.Refund(read.get().digits())));
          }
        }
        default -> problems.add("way", "way.missing");
      }
    }
    return page(draft, way, card, problems, model, locale);
  }

  private String page(
      Draft draft, String way, String card, Problems problems, Model model, Locale locale) {
    List<RefundWay> open = packs.current().money().refundWays();
    model.addAttribute("way", way);
    model.addAttribute("card", card);
    model.addAttribute("cards", open.contains(RefundWay.BANK_CARD));
    model.addAttribute(
        "ways",
        Stream.of(
                open.contains(RefundWay.ORIGINAL_PAYMENT) ? ORIGINAL : "",
                open.contains(RefundWay.BANK_CARD) ? CARD : "")
            .filter(key -> !key.isEmpty())
            .map(
                key ->
                    new Option(
                        key,
                        texts.getMessage("cancel.refund." + key, null, locale),
                        texts.getMessage("cancel.refund-hint." + key, null, locale)))
            .toList());
    return form.page(Question.REFUND, draft, problems, model, "refund");
  }
}
