package io.onhook.portal;

import io.onhook.policy.Packs;
import io.onhook.web.Say;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Where everybody begins: the first page, and the guide to the whole process. */
@Controller
class StartController {
  private final Packs packs;

  StartController(Packs packs) {
    this.packs = packs;
  }

  @GetMapping("/")
  String start(@ModelAttribute("say") Say say, Model model) {
    model.addAttribute("guide", Guide.of(packs.current(), say));
    return "portal/start";
  }

  @GetMapping("/guide")
  String guide(@ModelAttribute("say") Say say, Model model) {
    model.addAttribute("guide", Guide.of(packs.current(), say));
    return "portal/guide";
  }
}
