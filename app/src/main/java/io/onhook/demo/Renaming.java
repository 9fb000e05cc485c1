package io.onhook.demo;

import io.onhook.web.Operator;
import io.onhook.web.Problems;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the visit shows of the operator's name: the form, and a real operator's settings. */
@Component
@Profile("sandbox")
class Renaming {
  private final Operator operator;
  private final OperatorFile file;

  Renaming(Operator operator, OperatorFile file) {
    this.operator = operator;
    this.file = file;
  }

  void show(Model model) {
    show(RenameForm.of(operator), Problems.NONE, model);
  }

  void show(RenameForm typed, Problems problems, Model model) {
    model.addAttribute("typed", typed);
    model.addAttribute("problems", problems);
    model.addAttribute("renamed", file.exists());
    model.addAttribute("settings", settings(RenameForm.of(operator)));
  }

  /** As they stand in an operator's own {@code application.yaml}. */
  static String settings(RenameForm now) {
    return Stream.of(
            Map.entry("name-zh", now.nameZh()),
            Map.entry("name-en", now.nameEn()),
            Map.entry("hotline", now.hotline()),
            Map.entry("text-relay", now.textRelay()),
            Map.entry("brand-colour", now.brandColour()))
        .map(it -> "onhook.operator." + it.getKey() + ": " + quoted(it.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
