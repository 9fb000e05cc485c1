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
import io.onhook.trials.plan.Plan.Fault;
import io.onhook.trials.plan.Plan.Retraction;
import io.onhook.trials.plan.Plan.Verdict;
import io.onhook.trials.plan.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Kills a node with SIGKILL wherever it can be killed. A round is a handful of cancellations that
 * together pass every step; whenever a case comes to a cell where no node was killed yet in this
 * round, the node holds it there and dies. One or two nodes run, and a dead one is started again.
 */
public final class Kills {
  private static final Duration GATHER = Duration.ofMillis(40);
  private static final Duration EFFECT = Duration.ofSeconds(8);

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
   * @param wanted cells where a node is to die
   */
  public Outcome round(long seed, int most, Set<String> wanted, Consumer<String> told) {
    kills = 0;
    Set<String> left = new LinkedHashSet<>(wanted);
    Set<String> struck = new LinkedHashSet<>();
    List<Subject> subjects = lines.of(plans(seed));
    try (var wave = new Wave(field, subjects)) {
      want(left);
      wave.begin();
      boolean over = false;
      while (!over) {
        if (kills < most) {
          strike(left, struck, told);
        } else if (!left.isEmpty()) {
          left.clear();
          want(left);
        }
        over = wave.step();
      }
      Evidence evidence = wave.evidence(gathering);
      Set<String> missed = new LinkedHashSet<>(wanted);
      missed.removeAll(struck);
      return new Outcome(kills, struck, missed, Invariant.judgeAll(evidence));
    }
  }

  private void strike(Set<String> left, Set<String> struck, Consumer<String> told) {
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
      if (effect != null && awaitEffect(node, effect)) {
        died.add(effect.cell());
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
  private boolean awaitEffect(Node node, Node.Held held) {
    String about = about(held);
    long before = journalled();
    for (String operation : Cells.operations(held.cell())) {
      field.control(
          "/sandbox/misbehave",
          Map.of("operation", operation, "mode", "withhold", "after", "PT6S", "about", about));
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

  /** A notice goes to whoever is next: which one dies does not matter. */
  private String about(Node.Held held) {
    return field
        .tables()
        .all(
            "SELECT line_id FROM cancellation.request WHERE case_id = ? UNION ALL SELECT q.line_id"
                + " FROM engine.case_key k JOIN cancellation.request q ON q.reference = k.case_key"
                + " WHERE k.case_id = ? AND k.process = 'refund'",
            row -> row.getString(1),
            held.caseId(),
            held.caseId())
        .stream()
        .findFirst()
        .orElse("");
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

  /** Together they pass every step that the default pack lets them pass. */
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
        situation,
        review,
        Verdict.APPROVE,
        "token-" + Long.toHexString(0xabcdef00L + seed),
        pays,
        1,
        lateUsage,
        retraction,
        4,
        faults);
  }
}
