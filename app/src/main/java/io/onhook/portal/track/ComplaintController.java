package io.onhook.portal.track;

import io.onhook.access.HolderPrincipal;
import io.onhook.cancellation.CancellationView;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.web.Say;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** A promise was broken: a complaint that is ready to be sent, with everything it needs. */
@Controller
class ComplaintController {
  private final OwnCases own;
  private final Packs packs;
  private final MessageSource texts;
  private final Clock clock;

  ComplaintController(OwnCases own, Packs packs, MessageSource texts, Clock clock) {
    this.own = own;
    this.packs = packs;
    this.texts = texts;
    this.clock = clock;
  }

  @GetMapping("/track/{reference}/complaint")
  String complaint(
      @AuthenticationPrincipal HolderPrincipal holder,
      @PathVariable("reference") String reference,
      @ModelAttribute("say") Say say,
      Model model,
      Locale locale) {
    CancellationView it = own.find(holder, reference);
    Instant now = clock.instant();
    Optional<Deadline> missed = Deadline.missed(it, now);
    if (missed.isEmpty()) {
      return "redirect:/track/" + it.reference();
    }
    Pack pack = packs.current();
    model.addAttribute("it", it);
    model.addAttribute("missed", missed.get());
    model.addAttribute("now", now);
    model.addAttribute("rule", rule(missed.get(), pack, say, locale));
    model.addAttribute("regulator", pack.regulator());
    return "portal/track/complaint";
  }

  private String rule(Deadline missed, Pack pack, Say say, Locale locale) {
    String term =
        switch (missed.key()) {
          case "decision" ->
              Optional.ofNullable(pack.request().review())
                  .map(review -> say.term(review.deadline()))
                  .orElse("");
          case "refund" -> say.term(pack.money().refundDeadline());
          default -> "";
        };
    return texts.getMessage(
        "complaint.rule." + missed.key(), new Object[] {term, say.text(pack.name())}, locale);
  }
}
