package io.onhook.backoffice.template;

import io.onhook.notice.Previews;
import io.onhook.notice.Template;
import io.onhook.shared.Language;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One notice template at a time, in every language. */
@Controller
class TemplateController {
  private final Previews previews;

  TemplateController(Previews previews) {
    this.previews = previews;
  }

  /**
   * @param name of a template; the first one unless there is one of this name
   */
  @GetMapping("/staff/templates")
  String show(@RequestParam(name = "template", defaultValue = "") String name, Model model) {
    Template shown = Previews.named(name).orElse(Template.values()[0]);
    model.addAttribute("templates", List.of(Template.values()));
    model.addAttribute("shown", shown);
    model.addAttribute("previews", previews.of(shown, List.of(Language.values())));
    return "backoffice/template/templates";
  }
}
