package io.onhook.policy;

import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Whether the page without sign-in can serve, and whether who decides is said only once. */
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
    people();
    JsonNode page = file.tree().at(AT);
    if (!page.isMissingNode()) {
      withoutSignIn(page);
    }
  }

  private void people() {
    JsonNode review = file.tree().at("/request/review");
    if (review.path("four-eyes").asBoolean(false) && review.path("auto-pass").asBoolean(false)) {
      problems.add(
          file.problem(
              "/request/review/auto-pass",
              "Two people are to decide each request, and some are to pass without any.",
              "Write false, or write request.review.four-eyes: false."));
    }
  }

  private void withoutSignIn(JsonNode page) {
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
