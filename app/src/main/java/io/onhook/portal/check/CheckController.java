package io.onhook.portal.check;

import io.onhook.policy.Gate;
import io.onhook.policy.GateEffect;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.policy.Way;
import io.onhook.portal.Guide;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The self-check. All by GET: the answers are no secret, and a page that can be reloaded, kept and
 * shared is worth more than a clean address.
 */
@Controller
class CheckController {
  private final Packs packs;
  private final MessageSource texts;

  CheckController(Packs packs, MessageSource texts) {
    this.packs = packs;
    this.texts = texts;
  }

  @GetMapping("/check")
  String check(
      @RequestParam(name = "show", defaultValue = "questions") String show,
      CheckForm form,
      @ModelAttribute("say") Say say,
      Model model,
      Locale locale) {
    Pack pack = packs.current();
    Guide guide = Guide.of(pack, say);
    model.addAttribute("answers", form);
    model.addAttribute("guide", guide);
    boolean wanted = show.equals("result");
    if (wanted && form.acting().isPresent()) {
      return result(form, guide, pack, model);
    }
    model.addAttribute("problems", wanted ? new Problems().add("role", "role.missing") : null);
    model.addAttribute("roles", roles(guide, locale));
    model.addAttribute("obstacles", obstacles(pack, locale));
    model.addAttribute(
        "texts",
        List.of(option("yes", "check.sms.yes", locale), option("no", "check.sms.no", locale)));
    return "portal/check/questions";
  }

  private static String result(CheckForm form, Guide guide, Pack pack, Model model) {
    model.addAttribute("online", form.acting().filter(it -> pack.mayAct(Way.WEB, it)).isPresent());
    List<Gate> ticked = form.gates();
    List<Guide.Obstacle> found =
        guide.gates().stream().filter(obstacle -> ticked.contains(obstacle.gate())).toList();
    model.addAttribute("found", found);
    model.addAttribute("blocked", found.stream().anyMatch(o -> o.effect() == GateEffect.BLOCKS));
    model.addAttribute(
        "role",
        guide.roles().stream()
            .filter(role -> role.key().equals(form.role()))
            .findAny()
            .orElse(null));
    return "portal/check/result";
  }

  private List<Option> roles(Guide guide, Locale locale) {
    return guide.roles().stream()
        .map(role -> option(role.key(), "guide.role." + role.key(), locale))
        .toList();
  }

  private List<Option> obstacles(Pack pack, Locale locale) {
    return CheckForm.asked().stream()
        .filter(gate -> pack.gate(gate).effect() != GateEffect.ABSENT)
        .map(gate -> option(gate.key(), "check.has." + gate.key(), locale))
        .toList();
  }

  private Option option(String value, String key, Locale locale) {
    return new Option(value, texts.getMessage(key, null, locale), null);
  }
}
