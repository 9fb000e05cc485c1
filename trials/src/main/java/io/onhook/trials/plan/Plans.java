package io.onhook.trials.plan;

import io.onhook.trials.plan.Plan.Beside;
import io.onhook.trials.plan.Plan.Fault;
import io.onhook.trials.plan.Plan.Retraction;
import io.onhook.trials.plan.Plan.Verdict;
import io.onhook.trials.plan.Plan.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/** From a seed to a plan: always the same one. */
public final class Plans {
  /** Prepaid with credit, postpaid with dues, data only, eSIM, a term to pay for. */
  private static final List<String> SITUATIONS =
      List.of(
          "plain-unlimited",
          "plain-unlimited",
          "plain-001",
          "plain-002",
          "plain-003",
          "plain-004",
          "plain-009",
          "data-only",
          "esim",
          "contract-term",
          "payment-in-flight");

  private static final List<String> READS =
      List.of(
          "product.get",
          "party.get",
          "bill.get",
          "rate.get",
          "billOnDemand.get",
          "refund.get",
          "hlr.get");

  private static final List<String> WRITES =
      List.of(
          "product.patch",
          "bill.patch",
          "billOnDemand.create",
          "refund.create",
          "hlr.vty",
          "hlr.delete",
          "sms.submit",
          "mail.receive");

  private static final List<String> READ_MODES =
      List.of("lose-answer", "lose-request", "late", "reject", "stale-not-found", "slow");

  private static final List<String> WRITE_MODES =
      List.of("lose-answer", "lose-answer", "lose-request", "late", "reject", "contradict", "slow");

  private static final List<String> WAITS =
      List.of(
          "review", "withdrawal-window", "end-date", "last-words", "dues", "settle", "bar-line");

  private Plans() {}

  /** The plan of this seed. */
  public static Plan of(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    String situation = any(random, SITUATIONS);
    Verdict review = verdict(random, 90, 4);
    Verdict settle = verdict(random, 70, 25);
    String account =
        random.nextInt(3) == 0 ? null : "token-" + Long.toHexString(random.nextLong() >>> 20);
    boolean pays = random.nextInt(20) > 0;
    int repeats = random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0;
    int lateUsage = random.nextInt(6) == 0 ? 1 + random.nextInt(5_000) : 0;
    Retraction retraction = retraction(random);
    int persons = random.nextInt(4);
    List<Fault> faults = faults(random);
    // What came later is drawn last, so that all else of a seed's plan stays as it was.
    Way way = way(random);
    int daysAhead = random.nextInt(6) == 0 ? 1 + random.nextInt(20) : 0;
    List<Beside> beside = beside(random, way);
    if (beside.contains(Beside.PAID_AT_WINDOW)) {
      faults = and(faults, windowFaults(random));
    }
    return new Plan(
        seed,
        way,
        daysAhead,
        beside.isEmpty() ? situation : beside.getFirst().situation(situation),
        review,
        settle,
        account,
        pays,
        repeats,
        lateUsage,
        retraction,
        persons,
        faults,
        beside);
  }

  private static List<Beside> beside(RandomGenerator random, Way way) {
    var beside = new ArrayList<Beside>();
    switch (random.nextInt(8)) {
      case 0 -> beside.add(Beside.REPORT);
      case 1 -> beside.add(random.nextBoolean() ? Beside.DISPUTE : Beside.DISPUTE_IN_VAIN);
      case 2 -> {
        // Who declares the end decides about nothing else.
        if (!way.declared()) {
          beside.add(random.nextBoolean() ? Beside.BUNDLE_ENDS : Beside.BUNDLE_STAYS);
        }
      }
      case 3 ->
          beside.add(
              any(random, List.of(Beside.LOST_AND_FOUND, Beside.LOST_AND_FOUND_LATE, Beside.LOST)));
      case 4 -> beside.add(random.nextBoolean() ? Beside.SWITCHED : Beside.SWITCHED_LATE);
      case 5 -> beside.add(Beside.PAID_AT_WINDOW);
      default -> {}
    }
    // Pictures are decoded in a process each, which takes longer than all else of a plan.
    if (random.nextInt(24) == 0 && !way.declared()) {
      beside.add(Beside.PAPER);
    }
    if (random.nextInt(6) == 0) {
      beside.add(Beside.TICKET);
    }
    // Nothing else comes of such a line.
    if (random.nextInt(40) == 0 && beside.isEmpty()) {
      beside.add(Beside.OTHER_CURRENCY);
    }
    return List.copyOf(beside);
  }

  private static Way way(RandomGenerator random) {
    return switch (random.nextInt(12)) {
      case 0 -> Way.DECLARATION;
      case 1 -> Way.DECLARATION_AT_ONCE;
      case 2, 3, 4 -> Way.ONLINE;
      default -> Way.REQUEST;
    };
  }

  private static Verdict verdict(RandomGenerator random, int approve, int refuse) {
    int said = random.nextInt(100);
    if (said < approve) {
      return switch (said % 10) {
        case 0 -> Verdict.APPROVE_TWICE;
        case 1 -> Verdict.ASK_FIRST;
        case 2 -> Verdict.OBJECTED;
        case 3 -> said < approve / 2 ? Verdict.OBJECTED_RIGHTLY : Verdict.APPROVE;
        default -> Verdict.APPROVE;
      };
    }
    return said < approve + refuse ? Verdict.REFUSE : Verdict.NOBODY;
  }

  private static @Nullable Retraction retraction(RandomGenerator random) {
    if (random.nextInt(4) > 0) {
      return null;
    }
    return new Retraction(
        any(random, WAITS),
        random.nextBoolean(),
        random.nextInt(3) == 0 ? 0 : random.nextInt(120),
        random.nextInt(4) == 0 ? 2 : 1);
  }

  private static List<Fault> faults(RandomGenerator random) {
    int count = random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(4);
    var faults = new ArrayList<Fault>();
    for (int i = 0; i < count; i++) {
      boolean write = random.nextInt(3) > 0;
      String operation = any(random, write ? WRITES : READS);
      String mode = any(random, write ? WRITE_MODES : READ_MODES);
      int times = 1 + (random.nextInt(4) == 0 ? random.nextInt(4) : 0);
      faults.add(new Fault(operation, mode, times, mode.equals("slow") ? "PT0.2S" : "PT1.6S"));
      if (write && mode.startsWith("lose") && random.nextInt(4) == 0) {
        faults.add(new Fault(operation, "opaque", 1, "PT0S"));
      }
    }
    return List.copyOf(faults);
  }

  /** Payments were tried later than all else: their faults are not among those of every plan. */
  private static List<Fault> windowFaults(RandomGenerator random) {
    return random.nextBoolean()
        ? List.of(new Fault("payment.create", any(random, WRITE_MODES), 1, "PT1.6S"))
        : List.of();
  }

  private static List<Fault> and(List<Fault> some, List<Fault> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }

  private static <T> T any(RandomGenerator random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
