package io.onhook.demo;

import io.onhook.web.Problems;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The operator renamed in one minute: the service starts again under its new name. */
@Controller
@Profile("sandbox")
@RequestMapping("/demo/rename")
class RenameController {
  private final Renaming renaming;
  private final OperatorFile file;
  private final PowerCut power;

  RenameController(Renaming renaming, OperatorFile file, PowerCut power) {
    this.renaming = renaming;
    this.file = file;
    this.power = power;
  }

  @GetMapping
  String show(Model model) {
    renaming.show(model);
    return "demo/rename";
  }

  @PostMapping
  String rename(
      @RequestParam(name = "name-zh", defaultValue = "") String nameZh,
      @RequestParam(name = "name-en", defaultValue = "") String nameEn,
      @RequestParam(name = "hotline", defaultValue = "") String hotline,
      @RequestParam(name = "text-relay", defaultValue = "") String textRelay,
      @RequestParam(name = "brand-colour", defaultValue = "") String brandColour,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      Model model) {
    var typed = new RenameForm(nameZh, nameEn, hotline, textRelay, brandColour);
    var problems = new Problems();
    Optional<Renamed> read = lang.isEmpty() ? typed.read(problems) : Optional.empty();
    if (read.isEmpty()) {
      renaming.show(typed, problems, model);
      return "demo/rename";
    }
    file.write(read.get());
    return power.cut("renamed", model);
  }

  @PostMapping("/back")
  String back(Model model) {
    return file.delete() ? power.cut("original", model) : "redirect:/demo";
  }
}
