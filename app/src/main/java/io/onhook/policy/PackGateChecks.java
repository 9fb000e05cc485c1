package io.onhook.policy;

import java.util.Collection;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whether the gates make sense together with the rest of the pack. */
final class PackGateChecks {
  /** Gates with an end in the inventory, and so with a fee for the time that is left. */
  private static final Set<Gate> TERMS = Set.of(Gate.CONTRACT_TERM, Gate.DEVICE_INSTALMENT);

  /** Reasons of money or contract, which can't hold up a declaration. */
  private static final Set<Gate> NO_GROUND_TO_REFUSE =
      Set.of(
          Gate.ARREARS,
          Gate.PROMO_RENEWS,
          Gate.CONTRACT_TERM,
          Gate.DEVICE_INSTALMENT,
          Gate.BUNDLE,
          Gate.HOLDER_DECEASED);

  private final PackFile file;
  private final Collection<PackProblem> problems;

  PackGateChecks(PackFile file, Collection<PackProblem> problems) {
    this.file = file;
    this.problems = problems;
  }

  void all() {
    for (Gate gate : Gate.values()) {
      String at = "/gates/" + gate.key();
      JsonNode rule = file.tree().at(at);
      String effect = rule.path("effect").asString("");
      fee(gate, at, rule, effect);
      cooling(gate, at, rule, effect);
      choices(gate, at, rule);
      if (effect.equals("moves-end-date")
          && !TERMS.contains(gate)
          && gate != Gate.SIM_SWAPPED_RECENTLY) {
        add(
            at + "/effect",
            "This gate does not open by itself, so it can't move the end date.",
            "Choose blocks, warns or absent.");
      }
      if (effect.equals("blocks") && isDeclaration() && NO_GROUND_TO_REFUSE.contains(gate)) {
        add(
            at + "/effect",
            "A declaration can't be blocked by this.",
            "Choose another effect, or write request.kind: application.");
      }
    }
    JsonNode dues = file.tree().at("/money/dues-block");
    if (isDeclaration() && dues.asBoolean(false)) {
      add(
          "/money/dues-block",
          "The end of a declared line can't wait for dues.",
          "Write false: dues are collected beside it.");
    }
  }

  private boolean isDeclaration() {
    return file.tree().at("/request/kind").asString("").equals("declaration");
  }

  private void fee(Gate gate, String at, JsonNode rule, String effect) {
    JsonNode fee = rule.path("fee");
    if (effect.equals("costs") && fee.isMissingNode()) {
      add(
          at + "/fee",
          "What it costs is missing.",
          "Add fee with a basis, or choose another effect.");
    }
    if (fee.isMissingNode()) {
      return;
    }
    if (!effect.equals("costs")) {
      add(at + "/fee", "This gate asks no fee.", "Remove fee, or write effect: costs.");
    }
    String basis = fee.path("basis").asString("");
    if (!TERMS.contains(gate) && (basis.equals("operator") || basis.equals("per-month-left"))) {
      add(at + "/fee/basis", "This gate has no term to reckon from.", "Write basis: fixed.");
    }
    long minor = fee.path("minor").asLong(0);
    if (basis.equals("operator") && minor != 0) {
      add(at + "/fee/minor", "The operator's inventory says the fee.", "Remove minor.");
    }
    if ((basis.equals("fixed") || basis.equals("per-month-left")) && minor == 0) {
      add(at + "/fee/minor", "The fee is missing.", "Add it in smallest units, above 0.");
    }
    JsonNode cap = fee.path("cap");
    if (cap.isIntegralNumber() && cap.asLong() < fee.path("plus").asLong(0)) {
      add(at + "/fee/cap", "The cap is below what is added once.", "Raise cap or lower plus.");
    }
  }

  private void cooling(Gate gate, String at, JsonNode rule, String effect) {
    boolean isSwap = gate == Gate.SIM_SWAPPED_RECENTLY;
    boolean says = rule.has("cooling");
    if (isSwap && !says && !effect.isEmpty() && !effect.equals("absent")) {
      add(at + "/cooling", "The cooling time is missing.", "Add it, as in: cooling: 72 hours.");
    }
    if (!isSwap && says) {
      add(at + "/cooling", "Only sim-swapped-recently cools off.", "Remove cooling.");
    }
  }

  private void choices(Gate gate, String at, JsonNode rule) {
    boolean hangs = gate == Gate.BUNDLE || gate == Gate.SECONDARY_SIM;
    if (!rule.path("choices").isMissingNode() && !hangs) {
      add(at + "/choices", "Nothing hangs on a line by this gate.", "Remove choices.");
    }
    for (JsonNode choice : rule.path("choices")) {
      if (gate == Gate.BUNDLE && choice.asString("").equals("promote")) {
        add(at + "/choices", "Only a secondary SIM becomes a line.", "Choose cancel or keep.");
      }
    }
  }

  private void add(String pointer, String problem, String remedy) {
    problems.add(file.problem(pointer, problem, remedy));
  }
}
