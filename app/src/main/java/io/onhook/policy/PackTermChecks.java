package io.onhook.policy;

import io.onhook.shared.Malformed;
import java.util.Collection;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** Whether the pack's times and ways to pay back agree with each other. */
final class PackTermChecks {
  private static final int HOURS_A_DAY = 24;
  private static final int DAYS_A_MONTH = 31;
  private static final int MOST = 36_500;

  private final PackFile file;
  private final Collection<PackProblem> problems;

  PackTermChecks(PackFile file, Collection<PackProblem> problems) {
    this.file = file;
    this.problems = problems;
  }

  void all() {
    terms("", file.tree());
    notLonger(
        "/number/port-out-window",
        "/number/quarantine",
        "The number could be given on while it can still be ported.");
    notLonger(
        "/number/given-on-notice",
        "/number/quarantine",
        "The notice would be due before the line has ended.");
    notLonger("/end/notice", "/end/longest-ahead", "No end could be asked for.");
    notLonger("/end/notice", "/end/latest", "The law's latest end would be before the earliest.");
    notLonger(
        "/end/withdrawal-window",
        "/end/latest",
        "The law's latest end would be within the window.");
    reviewIsPossible();
    refunds();
  }

  private void terms(String pointer, JsonNode node) {
    if (node.isString() && number(node.asString()) > MOST) {
      add(
          pointer,
          "\"" + node.asString() + "\" is longer than anyone lives.",
          "Count to at most " + MOST + ".");
    }
    node.forEachEntry((key, value) -> terms(pointer + "/" + key, value));
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,5} (hour|day|working day|month)s?")
        ? Integer.parseInt(text.substring(0, text.indexOf(' ')))
        : 0;
  }

  private void notLonger(String shorter, String longer, String otherwise) {
    OptionalInt one = days(shorter);
    OptionalInt other = days(longer);
    if (one.isPresent() && other.isPresent() && one.getAsInt() > other.getAsInt()) {
      add(
          shorter,
          "It is longer than " + longer.substring(1).replace('/', '.') + ". " + otherwise,
          "Shorten it, or lengthen the other.");
    }
  }

  private void reviewIsPossible() {
    OptionalInt deadline = days("/request/review/deadline");
    if (deadline.isPresent() && deadline.getAsInt() == 0) {
      add(
          "/request/review/deadline",
          "Nobody can review in no time.",
          "Give at least 1 working day.");
    }
    OptionalInt more = days("/request/review/more/deadline");
    if (more.isPresent() && more.getAsInt() == 0) {
      add(
          "/request/review/more/deadline",
          "Nobody can answer in no time.",
          "Give at least 1 working day.");
    }
  }

  private void refunds() {
    JsonNode ways = file.tree().at("/money/refund-ways");
    boolean refunds = false;
    for (JsonNode bucket : file.tree().at("/money/buckets")) {
      refunds |= bucket.path("on-end").asString("").equals("refund");
    }
    if (refunds && ways.isArray() && ways.isEmpty()) {
      add(
          "/money/refund-ways",
          "Money comes back, but no way is open for it.",
          "Name at least one way.");
    }
  }

  /** Roughly, for comparing: a month at its longest, a working day as a day. */
  private OptionalInt days(String pointer) {
    JsonNode node = file.tree().at(pointer);
    if (!node.isString()) {
      return OptionalInt.empty();
    }
    try {
      Term term = Term.parse(node.asString());
      return OptionalInt.of(
          switch (term.unit()) {
            case HOURS -> Math.ceilDiv(term.count(), HOURS_A_DAY);
            case DAYS, WORKING_DAYS -> term.count();
            case MONTHS -> term.count() * DAYS_A_MONTH;
          });
    } catch (Malformed e) {
      // The schema, or the check of the longest term, has said so already.
      return OptionalInt.empty();
    }
  }

  private void add(String pointer, String problem, String remedy) {
    problems.add(file.problem(pointer, problem, remedy));
  }
}
