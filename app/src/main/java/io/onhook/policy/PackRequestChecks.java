package io.onhook.policy;

import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Whether the page without sign-in can serve. */
final class PackRequestChecks {
  private static final String AT = "/request/without-sign-in";

  /** Without these nobody could be matched or answered. */
  private static final List<String> NEEDED = List.of("name", "contract", "email");

  private final PackFile file;
  private final Collection<PackProblem> problems;

  PackRequestChecks(PackFile file, Collection<PackProblem> problems) {
    this.file = file;
    this.problems = problems;
  }

  void all() {
    JsonNode page = file.tree().at(AT);
    if (page.isMissingNode()) {
      return;
    }
    if (file.tree().at("/request/kind").asString("").equals("application")) {
      problems.add(
          file.problem(
              AT,
              "An application needs to know who applies.",
              "Remove it, or write request.kind: declaration."));
    }
    List<String> fields =
        StreamSupport.stream(page.path("fields").spliterator(), false)
            .map(field -> field.asString(""))
            .toList();
    for (String needed : NEEDED) {
      if (page.path("fields").isArray() && !fields.contains(needed)) {
        problems.add(
            file.problem(
                AT + "/fields",
                "The field " + needed + " is missing.",
                "Add it: without it nobody could be matched or answered."));
      }
    }
  }
}
