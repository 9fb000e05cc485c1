package io.onhook.branch;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an office's queue is ordered and kept.
 *
 * @param priorityLead who is old, pregnant, disabled or has a small child is taken as if they had
 *     come so much earlier
 * @param letPass how often one may let the next in line go first
 * @param calls how often a ticket is called before its holder counts as not there
 * @param comeBack how long after that they may still come back, behind all who wait
 * @param stay how long after closing time those who wait are still served, before they are sent
 *     home
 * @param firstGuess how long a visit takes, where too few were seen yet
 * @param near who waits elsewhere is told once their turn is no further away
 * @param perClient how many tickets one client address may hold at once from afar
 */
record QueueRules(
    @DefaultValue("30m") Duration priorityLead,
    @DefaultValue("3") int letPass,
    @DefaultValue("2") int calls,
    @DefaultValue("30m") Duration comeBack,
    @DefaultValue("30m") Duration stay,
    @DefaultValue("8m") Duration firstGuess,
    @DefaultValue("10m") Duration near,
    @DefaultValue("3") int perClient) {
  private static final Duration LONGEST = Duration.ofHours(12);

  QueueRules {
    within("priority-lead", priorityLead);
    within("come-back", comeBack);
    within("stay", stay);
    within("first-guess", firstGuess);
    within("near", near);
    positive("let-pass", letPass, 0);
    positive("calls", calls, 1);
    positive("per-client", perClient, 1);
  }

  private static void within(String name, Duration value) {
    if (value.isNegative() || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "onhook.branch.queue.%s is %s: give nothing to twelve hours, as 30m"
              .formatted(name, value));
    }
  }

  private static void positive(String name, int value, int least) {
    if (value < least || value > 100) {
      throw new IllegalArgumentException(
          "onhook.branch.queue.%s is %d: give %d to 100".formatted(name, value, least));
    }
  }
}
