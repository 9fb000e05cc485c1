package io.onhook.portal.cancel;

import io.onhook.access.HolderPrincipal;
import io.onhook.policy.Acting;
import io.onhook.policy.Packs;
import io.onhook.shared.BankCard;
import io.onhook.shared.Iban;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where does your money go? Asked only where some comes back. */
@Controller
@RequestMapping("/cancel/refund")
class RefundController {
  private static final String ORIGINAL = "original-payment";
  private static final String CARD = "bank-card";
  private static final String ACCOUNT = "bank-account";

  /** The page's fields, named as on it. */
  record Fields(String way, String card, String iban) {
    Fields {
      way = way == null ? "" : way;
      card = card == null ? "" : card;
      iban = iban == null ? "" : iban;
    }

    static Fields of(Draft.@Nullable Refund known) {
      // Neither card nor account is sent back to the browser.
      return new Fields(known == null ? "" : way(known), "", "");
    }

    private static String way(Draft.Refund known) {
      return known.card() != null ? CARD : known.iban() != null ? ACCOUNT : ORIGINAL;
    }
  }

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
    return page(draft, Fields.of(draft.refund()), Problems.NONE, model, locale);
  }

  @PostMapping
  String answer(
      @AuthenticationPrincipal HolderPrincipal holder,
      @ModelAttribute("fields") Fields fields,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      Model model,
      Locale locale) {
    Draft draft = form.draft(holder);
    var problems = new Problems();
    Optional<Draft.Refund> read = lang.isEmpty() ? read(fields, problems) : Optional.empty();
    return read.isPresent()
        ? form.answered(holder, draft.with(read.get()))
        : page(draft, fields, problems, model, locale);
  }

  private Optional<Draft.Refund> read(Fields fields, Problems problems) {
    if (!ways().contains(fields.way())) {
      problems.add("way", "way.missing");
      return Optional.empty();
    }
    return switch (fields.way()) {
      case CARD ->
          problems
              .read("card", fields.card(), BankCard::typed)
              .map(card -> new Draft.Refund(card.digits(), null));
      case ACCOUNT ->
          problems
              .read("iban", fields.iban(), Iban::typed)
              .map(iban -> new Draft.Refund(null, iban.text()));
      default -> Optional.of(Draft.Refund.AS_PAID);
    };
  }

  /** Those of the pack that can be chosen here, the preferred first; the others need a branch. */
  private List<String> ways() {
    return packs.current().money().refundWays().stream()
        .flatMap(
            way ->
                switch (way) {
                  case ORIGINAL_PAYMENT -> Stream.of(ORIGINAL);
                  case BANK_CARD -> Stream.of(CARD);
                  case BANK_ACCOUNT -> Stream.of(ACCOUNT);
                  case BRANCH_CASH, OTHER_LINE -> Stream.empty();
                })
        .toList();
  }

  private String page(Draft draft, Fields fields, Problems problems, Model model, Locale locale) {
    boolean heir = draft.acts() == Acting.HEIR;
    String hints = heir ? "cancel.refund-hint-heir." : "cancel.refund-hint.";
    model.addAttribute("heir", heir);
    model.addAttribute("way", fields.way());
    model.addAttribute("card", fields.card());
    model.addAttribute("iban", fields.iban());
    model.addAttribute("cards", ways().contains(CARD));
    model.addAttribute("accounts", ways().contains(ACCOUNT));
    model.addAttribute(
        "ways",
        ways().stream()
            .map(
                key ->
                    new Option(
                        key,
                        texts.getMessage("cancel.refund." + key, null, locale),
                        texts.getMessage(hints + key, null, locale)))
            .toList());
    return form.page(Question.REFUND, draft, problems, model, "refund");
  }
}
