package io.onhook.trials.run;

import io.onhook.stand.Http;
import io.onhook.trials.check.Evidence;
import io.onhook.trials.check.Gathering;
import io.onhook.trials.check.Invariant;
import io.onhook.trials.check.Violation;
import io.onhook.trials.check.Witness;
import io.onhook.trials.field.Field;
import io.onhook.trials.field.Node;
import io.onhook.trials.plan.Plan;
import io.onhook.trials.plan.Plan.Beside;
import io.onhook.trials.plan.Plan.Fault;
import io.onhook.trials.plan.Plan.Retraction;
import io.onhook.trials.plan.Plan.Verdict;
import io.onhook.trials.plan.Plan.Way;
import io.onhook.trials.plan.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Kills a node with SIGKILL wherever it can be killed. A round is a handful of cancellations that
 * together pass every step; whenever a case comes to a cell where no node was killed yet in this
 * round, the node holds it there and dies. One or two nodes run, and a dead one is started again.
 */
public final class Kills {
  private static final Duration GATHER = Duration.ofMillis(40);
  private static final Duration EFFECT = Duration.ofSeconds(3);

  private final Field field;
  private final int nodes;
  private final Gathering gathering;
  private final Set<String> cells;
  private final Subjects lines;
  private int kills;

  /**
   * With so many nodes in this field.
   *
   * @param firstLine number of the first line that is made
   */
  public Kills(Field field, int nodes, int firstLine) {
    this.field = field;
    this.nodes = nodes;
    this.lines = new Subjects(field, firstLine);
    Witness.install(field.tables());
    while (field.nodes().size() < nodes) {
      field.startNode();
    }
    this.gathering = new Gathering(field);
    this.cells = Cells.of(gathering.graph());
  }

  /** What a round came to; the cells are those where a node died. */
  public record Outcome(
      int kills, Set<String> struck, Set<String> missed, List<Violation> violations) {}

  /** All cells that there are. */
  public Set<String> cells() {
    return cells;
  }

  /**
   * One round.
   *
   * @param most kills at most
   * @param more whether there is time for more; the round comes to its end without them
   * @param wanted cells where a node is to die
   */
  public Outcome round(
      long seed, int most, BooleanSupplier more, Set<String> wanted, Consumer<String> told) {
    kills = 0;
    Set<String> left = new LinkedHashSet<>(wanted);
    Set<String> struck = new LinkedHashSet<>();
    List<Subject> subjects = lines.of(plans(seed));
    try (var wave = new Wave(field, subjects, true)) {
      want(left);
      tell(seed, subjects);
      wave.begin();
      boolean calm = false;
      boolean over = false;
      while (!over) {
        if (!calm && !left.isEmpty() && kills < most && more.getAsBoolean()) {
          strike(wave, left, struck, told);
        } else if (!calm) {
          calm = true;
          want(Set.of());
        }
        over = wave.step();
      }
      Evidence evidence = wave.evidence(gathering);
      Set<String> missed = new LinkedHashSet<>(wanted);
      missed.removeAll(struck);
      return new Outcome(kills, struck, missed, Invariant.judgeAll(evidence));
    }
  }

  /** Two notices that go the second and the third of their ways. */
  private void tell(long seed, List<Subject> subjects) {
    var desk = new Desk(field);
    for (int noGood = 1; noGood <= 2; noGood++) {
      Subject to = subjects.get(noGood);
      desk.tell(to, to.line() + "/way-" + (noGood + 1) + "-" + seed, noGood);
    }
  }

  private void strike(Wave wave, Set<String> left, Set<String> struck, Consumer<String> told) {
    for (Node node : field.nodes()) {
      List<Node.Held> held = new ArrayList<>(node.held(Duration.ofMillis(20 / nodes)));
      if (held.isEmpty()) {
        continue;
      }
      held.addAll(node.held(GATHER));
      var died = new ArrayList<String>();
      Node.Held effect = null;
      for (Node.Held it : held) {
        if (!Cells.isEffect(it.cell())) {
          died.add(it.cell());
        } else if (effect == null) {
          effect = it;
        }
      }
      if (effect != null && awaitEffect(wave, node, effect)) {
        died.add(effect.cell());
      }
      if (died.isEmpty()) {
        // The partner had nothing to do: whatever is held here goes on, and is wanted again.
        held.forEach(it -> node.ask("release", Map.of("cell", it.cell())));
        want(left);
        return;
      }
      kill(node);
      died.forEach(left::remove);
      struck.addAll(died);
      told.accept(String.join(", ", died));
      want(left);
      return;
    }
  }

  /** Lets the partner do it and say nothing; true when it has done it. */
  private boolean awaitEffect(Wave wave, Node node, Node.Held held) {
    String about = about(wave, held);
    long before = journalled();
    for (String operation : Cells.operations(held.cell())) {
      field.control(
          "/sandbox/misbehave",
          Map.of("operation", operation, "mode", "withhold", "after", "PT4S", "about", about));
    }
    node.ask("release", Map.of("cell", held.cell()));
    long giveUp = System.nanoTime() + EFFECT.toNanos();
    while (System.nanoTime() < giveUp) {
      if (done(before)) {
        return true;
      }
      Wave.pause(5);
    }
    return false;
  }

  /**
   * The line or product that the held case's call names: what a case is called by begins with the
   * line, or its reference. Empty for a disputed charge, whose call names neither.
   */
  private String about(Wave wave, Node.Held held) {
    String[] key =
        field
            .tables()
            .one(
                "SELECT case_key FROM engine.case_key WHERE case_id = ?",
                row -> row.getString(1),
                held.caseId())
            .split("/", -1);
    if (held.cell().contains(" end-product ")) {
      return key[1];
    }
    if (held.cell().startsWith("line-bar/") || held.cell().startsWith("counter-payment/")) {
      return field
          .tables()
          .one(
              "SELECT state::jsonb ->> 'line' FROM engine.live_case WHERE id = ?",
              row -> row.getString(1),
              held.caseId());
    }
    return key[0].startsWith("L-") ? key[0] : wave.line(key[0]);
  }

  private long journalled() {
    String text = field.systems().get("/sandbox/journal?since=" + lastSeen).fine().text();
    for (String line : text.split("\n", -1)) {
      if (!line.isBlank()) {
        lastSeen = Http.JSON.readTree(line).path("seq").asLong();
      }
    }
    return lastSeen;
  }

  private long lastSeen;

  /** Whether something was withheld since, and done. */
  private boolean done(long since) {
    String text = field.systems().get("/sandbox/journal?since=" + since).fine().text();
    boolean withheld = false;
    for (String line : text.split("\n", -1)) {
      if (line.isBlank()) {
        continue;
      }
      var entry = Http.JSON.readTree(line);
      if (withheld
          && entry.path("changed").asInt() > 0
          && !entry.path("operation").asString().startsWith("sandbox.")) {
        return true;
      }
      withheld |=
          entry.path("operation").asString().equals("sandbox.misbehaved")
              && entry.path("result").path("mode").asString().equals("withhold");
    }
    return false;
  }

  private void kill(Node node) {
    node.kill();
    kills++;
    field.startNode();
  }

  private void want(Set<String> left) {
    for (Node node : field.nodes()) {
      node.ask("want", Map.of("cells", left));
    }
  }

  /** Together they pass every step. */
  private static List<Plan> plans(long seed) {
    var plans = new ArrayList<Plan>();
    var never = new Fault("mail.receive", "contradict", 12, "PT0S");
    for (int i = 0; i < 3; i++) {
      plans.add(plan(seed, "plain-unlimited", Verdict.APPROVE, true, 0, null, List.of()));
      plans.add(plan(seed, "plain-004", Verdict.APPROVE, true, 0, null, List.of()));
    }
    plans.add(plan(seed, "plain-unlimited", Verdict.APPROVE, true, 900, null, List.of()));
    plans.add(plan(seed, "plain-009", Verdict.APPROVE, true, 1200, null, List.of()));
    plans.add(plan(seed, "plain-unlimited", Verdict.REFUSE, true, 0, null, List.of()));
    plans.add(plan(seed, "esim", Verdict.APPROVE, true, 0, null, List.of(never)));
    plans.add(plan(seed, "data-only", Verdict.APPROVE, true, 0, null, List.of(never)));
    plans.add(plan(seed, "plain-unlimited", Verdict.NOBODY, true, 0, null, List.of()));
    plans.add(plan(seed, "plain-unlimited", Verdict.ASK_FIRST, true, 0, null, List.of()));
    plans.add(plan(seed, "plain-unlimited", Verdict.OBJECTED, true, 0, null, List.of()));
    plans.add(plan(seed, "plain-unlimited", Verdict.OBJECTED_RIGHTLY, true, 0, null, List.of()));
    for (Beside beside : Beside.values()) {
      plans.add(beside(seed, beside));
    }
    for (int i = 0; i < 7; i++) {
      plans.add(beside(seed, Beside.TICKET));
    }
    for (Way way : List.of(Way.REQUEST, Way.ONLINE, Way.DECLARATION, Way.DECLARATION_AT_ONCE)) {
      plans.add(plan(seed, way, 40));
    }
    for (String at : List.of("withdrawal-window", "dues", "dues", "dues", "last-words")) {
      boolean afterHop = at.equals("last-words");
      plans.add(
          plan(
              seed,
              at.equals("dues") ? "plain-004" : "plain-unlimited",
              Verdict.APPROVE,
              false,
              0,
              new Retraction(at, afterHop, 30, 1),
              List.of()));
    }
    return plans;
  }

  private static Plan beside(long seed, Beside beside) {
    String situation = beside.situation("plain-unlimited");
    return plan(seed, situation, Verdict.APPROVE, true, 0, null, List.of()).beside(List.of(beside));
  }

  private static Plan plan(long seed, Way way, int daysAhead) {
    return new Plan(
        seed,
        way,
        daysAhead,
        "plain-unlimited",
        Verdict.APPROVE,
        Verdict.APPROVE,
        null,
        true,
        1,
        0,
        null,
        4,
        List.of(),
        List.of());
  }

  private static Plan plan(
      long seed,
      String situation,
      Verdict review,
      boolean pays,
      int lateUsage,
      @Nullable Retraction retraction,
      List<Fault> faults) {
    return new Plan(
        seed,
        Way.REQUEST,
        0,
        situation,
        review,
        Verdict.APPROVE,
        "token-" + Long.toHexString(0xabcdef00L + seed),
        pays,
        1,
        lateUsage,
        retraction,
        4,
        faults,
        List.of());
  }
}
