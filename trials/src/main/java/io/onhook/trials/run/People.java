package io.onhook.trials.run;

import io.onhook.stand.Http;
import io.onhook.stand.Said;
import io.onhook.trials.check.Beginning;
import io.onhook.trials.field.Field;
import io.onhook.trials.field.Node;
import io.onhook.trials.plan.Plan;
import io.onhook.trials.plan.Plan.Beside;
import io.onhook.trials.plan.Plan.Verdict;
import io.onhook.trials.plan.Subject;
import io.onhook.trials.run.Scene.Seen;
import io.onhook.trials.run.Wave.Acknowledged;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the people of a wave's plans do about a case as it is seen: decide, take back, pay, look
 * after what is parked. Each does it once, beside everything else.
 */
final class People implements AutoCloseable {
  /** A node that was killed takes some seconds to be there again, on a busy machine many. */
  private static final int TRIES = 60;

  private static final int AGAIN_MILLIS = 400;

  private final Field field;
  private final Desk desk;
  private final Map<String, Subject> byLine;
  private final Map<String, Acknowledged> acknowledged;
  private final Consumer<Instant> hop;
  private final Map<Long, String> lines = new HashMap<>();
  private final Map<String, String> codes = new ConcurrentHashMap<>();
  private final Map<String, Acknowledged> redeemed = new ConcurrentHashMap<>();
  private final Set<String> done = ConcurrentHashMap.newKeySet();
  private final Map<Long, AtomicInteger> looked = new HashMap<>();
  private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger busy = new AtomicInteger();

  /**
   * Of these lines.
   *
   * @param acknowledged by line; grows
   * @param hop moves the clock to an instant
   */
  People(
      Field field,
      Map<String, Subject> byLine,
      Map<String, Acknowledged> acknowledged,
      Consumer<Instant> hop) {
    this.field = field;
    this.desk = new Desk(field);
    this.byLine = byLine;
    this.acknowledged = acknowledged;
    this.hop = hop;
  }

  boolean busy() {
    return busy.get() > 0;
  }

  /** True if somebody does something now. */
  boolean react(Scene scene, Beginning since) {
    readLines(scene, since);
    boolean acted = false;
    for (Seen it : scene.cases()) {
      acted |= react(it);
    }
    return acted;
  }

  /** What a new operator was promised, by reference. */
  Map<String, Acknowledged> redeemed() {
    return redeemed;
  }

  @Override
  public void close() {
    hands.shutdownNow();
  }

  private void readLines(Scene scene, Beginning since) {
    if (scene.cases().stream()
        .allMatch(
            it ->
                !(it.is("cancellation") || it.is("declaration") || it.is("objection"))
                    || lines.containsKey(it.id()))) {
      return;
    }
    Map<String, String> byReference = new HashMap<>();
    acknowledged.forEach((line, known) -> byReference.put(known.reference(), line));
    field
        .tables()
        .all(
            "SELECT case_id, split_part(case_key, '/', 1) FROM engine.case_key WHERE process IN"
                + " ('declaration', 'objection') AND "
                + Beginning.isSince("case_id"),
            row -> Map.entry(row.getLong(1), row.getString(2)),
            since.position())
        .forEach(
            it -> {
              String line = byReference.get(it.getValue());
              if (line != null) {
                lines.put(it.getKey(), line);
              }
            });
    field
        .tables()
        .all(
            "SELECT case_id, line_id FROM cancellation.request WHERE "
                + Beginning.isSince("case_id"),
            row -> lines.put(row.getLong(1), row.getString(2)),
            since.position());
  }

  private boolean react(Seen it) {
    if (it.parked()) {
      return lookAfter(it);
    }
    if (it.is("objection")) {
      return it.decision() && judge(it);
    }
    if (it.is("report")) {
      return it.decision() && once("look into " + it.id(), () -> desk.lookInto(key(it)));
    }
    if (it.is("dispute")) {
      return it.decision() && once("dispute " + it.id(), () -> decideDispute(it));
    }
    if (it.is("line-bar")) {
      return it.step().equals("lift") && once("find " + it.id(), () -> find(it.id()));
    }
    if (it.is("collection")) {
      return it.step().equals("await-payment") && once("pay " + it.id(), () -> pay(it.id()));
    }
    if (!it.is("cancellation") && !it.is("declaration")) {
      return false;
    }
    Subject subject = subject(it);
    Acknowledged known = subject == null ? null : acknowledged.get(subject.line());
    if (subject == null || known == null) {
      return false;
    }
    if (it.is("declaration")) {
      return it.decision()
          && once("match " + it.id(), () -> desk.match(known.reference(), subject));
    }
    if (beside(it, subject) || takeBack(it, subject, known)) {
      return true;
    }
    if (!it.decision()) {
      return false;
    }
    Verdict verdict =
        it.step().equals("review") ? subject.plan().review() : subject.plan().settle();
    if (verdict == Verdict.ASK_FIRST && it.step().equals("review")) {
      if (once("ask " + it.id(), () -> desk.askForMore(known.reference(), "rita"))) {
        return true;
      }
      if (busy() || waitsForTheHolder(it)) {
        return false;
      }
    }
    if (verdict.objected()
        && it.step().equals("review")
        && once("object " + it.id(), () -> desk.object(known.reference()))) {
      return true;
    }
    return verdict != Verdict.NOBODY
        && once("decide " + it.id() + it.step(), () -> decide(key(it), verdict));
  }

  /** What its holder does about the line while its end is on its way. */
  private boolean beside(Seen it, Subject subject) {
    List<Beside> beside = subject.plan().beside();
    if (beside.stream().anyMatch(Beside::lost)
        && once("bar " + subject.line(), () -> desk.bar(subject))) {
      return true;
    }
    if (beside.contains(Beside.LOST_AND_FOUND_LATE)
        && (it.undoing() || it.step().equals("dues"))
        && once("lift " + subject.line(), () -> desk.lift(subject))) {
      return true;
    }
    return it.step().equals(subject.plan().switchedAt())
        && once("switch " + subject.line(), () -> switchOver(subject));
  }

  /** The same code however often it is tried: what was redeemed has one case. */
  private void switchOver(Subject subject) {
    String code = codes.computeIfAbsent(subject.line(), _ -> desk.switchCode(subject));
    String reference = code.isEmpty() ? "" : desk.redeem(subject, code);
    if (!reference.isEmpty()) {
      redeemed.put(reference, new Acknowledged(subject, code, reference));
    }
  }

  /** One person is enough to take a case back; two let it go on. */
  private boolean judge(Seen it) {
    Subject subject = subject(it);
    Acknowledged known = subject == null ? null : acknowledged.get(subject.line());
    if (subject == null || known == null) {
      return false;
    }
    boolean founded = subject.plan().review() == Verdict.OBJECTED_RIGHTLY;
    return once(
        "judge " + it.id(),
        () -> {
          desk.judge(known.reference(), founded, "rita");
          desk.judge(known.reference(), founded, "rita");
          desk.judge(known.reference(), founded, "rolf");
        });
  }

  private String key(Seen it) {
    return field
        .tables()
        .one(
            "SELECT case_key FROM engine.case_key WHERE case_id = ?",
            row -> row.getString(1),
            it.id());
  }

  /** Upheld or not, as the plan says; what turns out to be owed is paid. */
  private void decideDispute(Seen it) {
    JsonNode state = state(it.id());
    Subject subject = byLine.get(state.path("line").asString());
    if (subject == null) {
      return;
    }
    boolean upheld = subject.plan().beside().contains(Beside.DISPUTE);
    desk.decideDispute(key(it), upheld);
    if (!upheld) {
      desk.pay(subject, state.path("amount").path("minor").asLong(), "disputed");
    }
  }

  private boolean waitsForTheHolder(Seen it) {
    return !field
        .tables()
        .all(
            "SELECT id FROM worklist.item WHERE case_id = ? AND waiting_until IS NOT NULL",
            row -> row.getLong(1),
            it.id())
        .isEmpty();
  }

  private @Nullable Subject subject(Seen it) {
    String line = lines.get(it.id());
    return line == null ? null : byLine.get(line);
  }

  private void decide(String reference, Verdict verdict) {
    boolean approve = verdict != Verdict.REFUSE;
    desk.decide(reference, approve, "rita");
    if (verdict == Verdict.APPROVE_TWICE) {
      desk.decide(reference, approve, "rita");
      desk.decide(reference, false, "rolf");
    }
  }

  private boolean takeBack(Seen it, Subject subject, Acknowledged known) {
    Plan.Retraction retraction = subject.plan().retraction();
    if (retraction == null || it.undoing() || !it.step().equals(retraction.at())) {
      return false;
    }
    return once(
        "retract " + it.id(),
        () -> {
          Instant due = it.due();
          if (retraction.afterHop() && due != null) {
            // It meets whatever runs behind the wait.
            hop.accept(due);
          }
          Wave.pause(retraction.pauseMillis());
          for (int i = 0; i < retraction.times(); i++) {
            desk.retract(known.reference());
          }
        });
  }

  /** The SIM is found, unless it stays lost, or turns up later. */
  private void find(long caseId) {
    Subject subject = byLine.get(state(caseId).path("line").asString());
    if (subject != null && subject.plan().beside().contains(Beside.LOST_AND_FOUND)) {
      desk.lift(subject);
    }
  }

  private void pay(long caseId) {
    JsonNode state = state(caseId);
    Subject subject = byLine.get(state.path("line").asString());
    long owed = state.path("amount").path("minor").asLong();
    if (subject == null || !subject.plan().pays() || owed <= 0) {
      return;
    }
    if (subject.plan().beside().contains(Beside.PAID_AT_WINDOW)) {
      desk.payAtWindow(subject, state.path("reference").asString());
    } else {
      desk.pay(subject, owed, "dues");
    }
  }

  private JsonNode state(long caseId) {
    String text =
        field
            .tables()
            .one(
                "SELECT state FROM (SELECT id, state FROM engine.live_case UNION ALL SELECT id,"
                    + " state FROM engine.ended_case) c WHERE id = ?",
                row -> row.getString(1),
                caseId);
    return Http.JSON.readTree(text);
  }

  /** Somebody has a parked case run again, as often as the plan says. */
  private boolean lookAfter(Seen it) {
    Subject subject = subject(it);
    int most = subject != null ? subject.plan().persons() : it.is("cancellation") ? 0 : 1;
    AtomicInteger times = looked.computeIfAbsent(it.id(), _ -> new AtomicInteger());
    if (times.get() >= most) {
      return false;
    }
    return once(
        "person " + it.id() + " " + times.incrementAndGet(), () -> desk.person(it.id(), "RETRY"));
  }

  private boolean once(String what, Runnable work) {
    if (!done.add(what)) {
      return false;
    }
    busy.incrementAndGet();
    hands.execute(
        () -> {
          try {
            patiently(work);
          } finally {
            busy.decrementAndGet();
          }
        });
    return true;
  }

  /** A node may die meanwhile; then the next is asked. */
  static void patiently(Runnable work) {
    for (int i = 0; i < TRIES; i++) {
      try {
        work.run();
        return;
      } catch (Node.Gone | Said away) {
        Wave.pause(AGAIN_MILLIS);
      }
    }
  }
}
