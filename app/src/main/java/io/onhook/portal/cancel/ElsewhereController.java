package io.onhook.portal.cancel;

import io.onhook.access.HolderPrincipal;
import io.onhook.certificate.QrCode;
import io.onhook.notice.Notice;
import io.onhook.notice.Notices;
import io.onhook.notice.Template;
import io.onhook.policy.Packs;
import io.onhook.policy.Retention;
import io.onhook.vault.KeyName;
import io.onhook.vault.Vault;
import io.onhook.web.Operator;
import io.onhook.web.Say;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Going on with the form on another device, or another day: a link, shown and sent. */
@Controller
class ElsewhereController {
  private final Form form;
  private final DraftLinks links;
  private final Continuing continuing;
  private final Notices notices;
  private final Packs packs;
  private final Vault vault;
  private final Operator operator;
  private final Clock clock;

  ElsewhereController(
      Form form,
      DraftLinks links,
      Continuing continuing,
      Notices notices,
      Packs packs,
      Vault vault,
      Operator operator,
      Clock clock) {
    this.form = form;
    this.links = links;
    this.continuing = continuing;
    this.notices = notices;
    this.packs = packs;
    this.vault = vault;
    this.operator = operator;
    this.clock = clock;
  }

  @PostMapping("/cancel/elsewhere")
  String make(
      @AuthenticationPrincipal HolderPrincipal holder,
      @ModelAttribute("say") Say say,
      RedirectAttributes next) {
    Draft draft = form.draft(holder);
    form.keep(holder, draft);
    String token = links.make(draft);
    String until =
        say.day(
            packs
                .current()
                .days()
                .lastDayBefore(
                    Objects.requireNonNull(packs.current().retention().get(Retention.Kind.DRAFT))
                        .until(clock.instant(), packs.current().days())));
    next.addFlashAttribute("token", token);
    next.addFlashAttribute("until", until);
    next.addFlashAttribute("sentTo", send(holder, draft, token, until, say));
    return "redirect:/cancel/elsewhere";
  }

  /** To the contact that was confirmed on this draft; empty if there is none yet. */
  private String send(HolderPrincipal holder, Draft draft, String token, String until, Say say) {
    Draft.Reach contact = draft.contact();
    if (contact == null || contact.confirmedAt() == null) {
      return "";
    }
    String id = UUID.randomUUID().toString();
    notices.send(
        List.of(
            new Notice(
                "continue/" + id,
                Template.CONTINUE.text(),
                say.language(),
                contact.channel(),
                vault.seal(KeyName.of("draft", draft.id()), contact.address()),
                Map.of("link", token, "until", until))),
        holder.actor());
    return contact.address();
  }

  /** The link itself is shown once, to who asked for it. */
  @GetMapping("/cancel/elsewhere")
  String show(@ModelAttribute("token") String token, Model model) {
    if (token.isEmpty()) {
      return "redirect:/cancel";
    }
    String link = operator.address("/continue/" + token).toString();
    model.addAttribute("link", link);
    model.addAttribute("qr", QrCode.of(link));
    return "portal/cancel/elsewhere";
  }

  /** Nothing is shown before a sign-in, not even whether the link still leads anywhere. */
  @GetMapping("/continue/{token}")
  String open(
      @PathVariable("token") String token,
      @AuthenticationPrincipal @Nullable HolderPrincipal holder,
      HttpSession session) {
    continuing.remember(token, session);
    return holder == null ? "redirect:/sign-in" : "redirect:/line";
  }
}
