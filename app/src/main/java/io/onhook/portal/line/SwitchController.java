package io.onhook.portal.line;

import io.onhook.access.HolderPrincipal;
import io.onhook.cancellation.SwitchAnswer;
import io.onhook.cancellation.SwitchCodes;
import io.onhook.policy.Packs;
import io.onhook.policy.Switching;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Codes for changing the operator, where the pack has them. Asking ends nothing. */
@Controller
@RequestMapping("/line/switch")
class SwitchController {
  private final SwitchCodes codes;
  private final Packs packs;

  SwitchController(SwitchCodes codes, Packs packs) {
    this.codes = codes;
    this.packs = packs;
  }

  /** Which codes the pack has, by their keys; none for most. */
  static List<String> offered(Packs packs) {
    Switching rule = packs.current().switching();
    return rule == null ? List.of() : rule.codes().stream().map(SwitchController::key).toList();
  }

  @GetMapping
  String show(Model model) {
    if (offered(packs).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAttribute("codes", offered(packs));
    return "portal/line/switch";
  }

  /** The code is shown once, in the answer itself: it is kept nowhere in clear. */
  @PostMapping
  String ask(
      @AuthenticationPrincipal HolderPrincipal holder,
      @RequestParam(name = "code", defaultValue = "") String code,
      Model model) {
    Switching.Code kind =
        Arrays.stream(Switching.Code.values())
            .filter(it -> key(it).equals(code))
            .findAny()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return switch (codes.ask(holder.lineId(), kind, holder.actor())) {
      case SwitchAnswer.Given given -> {
        model.addAttribute("kind", key(kind));
        model.addAttribute("given", given);
        model.addAttribute("line", given.checked().line());
        model.addAttribute("eligibility", given.checked().eligibility());
        model.addAttribute("quote", given.checked().eligibility().quote());
        yield "portal/line/switch-code";
      }
      case SwitchAnswer.NotOffered none -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      case SwitchAnswer.NoSuchLine gone -> "redirect:/line";
      case SwitchAnswer.Unavailable away -> "portal/line/unavailable";
      case SwitchAnswer.NotReckonable odd -> "portal/line/not-reckonable";
    };
  }

  private static String key(Switching.Code code) {
    return code.name().toLowerCase(Locale.ROOT);
  }
}
