package io.onhook.portal.object;

import io.onhook.cancellation.ObjectAnswer;
import io.onhook.cancellation.Objected;
import io.onhook.cancellation.Objections;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * An owner objects by the link of a notice. Following it changes nothing, since mail programs do
 * that by themselves; the button on the page does.
 */
@Controller
@RequestMapping("/object/{token}")
class ObjectController {
  private final Objections objections;

  ObjectController(Objections objections) {
    this.objections = objections;
  }

  @GetMapping
  String ask(@PathVariable("token") String token, HttpServletResponse response, Model model) {
    var subject = objections.subject(token);
    if (subject.isEmpty()) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
      return "portal/object/no-link";
    }
    model.addAttribute("token", token);
    model.addAttribute("it", subject.get());
    model.addAttribute(
        "effect", subject.get().objected().map(ObjectController::outcome).orElse(null));
    return "portal/object/object";
  }

  @PostMapping
  String object(
      @PathVariable("token") String token, HttpServletResponse response, RedirectAttributes next) {
    return switch (objections.object(token)) {
      case ObjectAnswer.Taken taken -> {
        next.addFlashAttribute("taken", true);
        yield "redirect:/object/" + token;
      }
      case ObjectAnswer.Before before -> "redirect:/object/" + token;
      case ObjectAnswer.NothingToStop over -> "redirect:/object/" + token;
      case ObjectAnswer.NoSuchLink none -> {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        yield "portal/object/no-link";
      }
    };
  }

  /** What people found outdoes what it did at once, unless it was too late from the start. */
  private static String outcome(Objected it) {
    if (it.effect() == Objected.Effect.STOPPED && it.founded().isPresent()) {
      return it.founded().get() ? key(Objected.Effect.TAKEN_BACK) : "goes-on";
    }
    return key(it.effect());
  }

  private static String key(Objected.Effect effect) {
    return effect.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
