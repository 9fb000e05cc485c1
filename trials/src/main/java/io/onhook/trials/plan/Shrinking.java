package io.onhook.trials.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a failing plan smaller while it still fails: the parts are its faults and its people. */
public final class Shrinking {
  private Shrinking() {}

  /** How many parts a plan has: each fault, and, last, everything that people do beside it. */
  public static int parts(Plan plan) {
    return plan.faults().size() + 1;
  }

  /** The plan without these parts. */
  public static Plan without(Plan plan, List<Integer> dropped) {
    var faults = new ArrayList<Plan.Fault>();
    for (int i = 0; i < plan.faults().size(); i++) {
      if (!dropped.contains(i)) {
        faults.add(plan.faults().get(i));
      }
    }
    Plan smaller = plan.with(List.copyOf(faults));
    return dropped.contains(plan.faults().size()) ? smaller.plain() : smaller;
  }

  /**
   * The parts that can be left out, one after the other.
   *
   * @param fails walks a plan and says whether it fails
   */
  public static List<Integer> droppable(Plan plan, Predicate<Plan> fails) {
    List<Integer> dropped = new ArrayList<>();
    for (int part = parts(plan) - 1; part >= 0; part--) {
      List<Integer> more = new ArrayList<>(dropped);
      more.add(part);
      if (fails.test(without(plan, more))) {
        dropped = more;
      }
    }
    return dropped.stream().sorted().toList();
  }
}
