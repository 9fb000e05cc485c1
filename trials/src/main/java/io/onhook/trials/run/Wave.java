package io.onhook.trials.run;

import io.onhook.stand.Said;
import io.onhook.trials.check.Beginning;
import io.onhook.trials.check.Evidence;
import io.onhook.trials.check.Gathering;
import io.onhook.trials.field.Field;
import io.onhook.trials.field.Node;
import io.onhook.trials.plan.Plan;
import io.onhook.trials.plan.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Many plans at once in one field: gives each a line, orders its faults, asks for the end, lets its
 * people act, and moves the clock whenever all is quiet, until every case has ended or visibly
 * waits for a person.
 */
final class Wave implements AutoCloseable {
  private static final int SENDERS = 24;
  private static final int TRIES = 12;
  private static final Duration STILL = Duration.ofMillis(400);
  private static final int LOOK_MILLIS = 30;

  /** Virtual time within which everything must have come to its end (invariant 41). */
  private static final Duration BOUND = Duration.ofDays(75);

  private static final Duration UNPAID = Duration.ofDays(2);

  /** Real time without anything happening after which it never will. */
  private static final Duration STUCK = Duration.ofSeconds(60);

  private final Field field;
  private final Desk desk;
  private final List<Subject> subjects;
  private final Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();
  private final List<Evidence.Answer> answers = Collections.synchronizedList(new ArrayList<>());
  private final People people;
  private final Store store;
  private final long nodesLog;
  private final Beginning beginning;
  private final boolean thorough;
  private final Instant begun;
  private Map<Long, Integer> progress = Map.of();
  private long changedAt = System.nanoTime();

  /** What the product promised to keep. */
  record Acknowledged(Subject subject, String key, String reference) {}

  /**
   * A wave of subjects whose lines exist already.
   *
   * @param thorough whether every wait is passed: the clock goes on until the numbers have rested
   */
  Wave(Field field, List<Subject> subjects, boolean thorough) {
    this.field = field;
    this.thorough = thorough;
    this.desk = new Desk(field);
    this.subjects = subjects;
    var byLine = new HashMap<String, Subject>();
    subjects.forEach(subject -> byLine.put(subject.line(), subject));
    this.people = new People(field, byLine, acknowledged, desk::clockOver);
    this.store = new Store(field);
    this.nodesLog = field.nodesLogLength();
    this.beginning = Beginning.now(field.tables());
    this.begun = desk.now();
  }

  /** Orders what goes wrong, and sends all requests. */
  void begin() {
    var senders = new Semaphore(SENDERS);
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (Subject subject : subjects) {
        all.add(hands.submit(() -> begin(subject, senders)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new Said("A wave could not begin: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Said("Interrupted", e);
    }
  }

  private void begin(Subject subject, Semaphore senders) {
    senders.acquireUninterruptibly();
    try {
      begin(subject);
    } finally {
      senders.release();
    }
  }

  private void begin(Subject subject) {
    for (Plan.Fault fault : subject.plan().faults()) {
      desk.order(fault, subject.line());
    }
    List<Plan.Beside> beside = subject.plan().beside();
    if (beside.stream().anyMatch(Plan.Beside::dispute)) {
      People.patiently(() -> desk.dispute(subject));
    }
    if (beside.contains(Plan.Beside.REPORT)) {
      People.patiently(() -> desk.report(subject));
    }
    if (beside.contains(Plan.Beside.OTHER_CURRENCY)) {
      desk.usage(subject, 100, "USD");
    }
    if (beside.contains(Plan.Beside.TICKET)) {
      store.visit(subject);
    }
    for (int i = 0; i <= subject.plan().repeats(); i++) {
      submit(subject, "k-" + subject.number());
    }
    if (subject.plan().lateUsage() > 0) {
      desk.usage(subject, subject.plan().lateUsage(), "CNY");
    }
  }

  private void submit(Subject subject, String key) {
    for (int i = 0; i < TRIES; i++) {
      JsonNode answer;
      try {
        answer = desk.submit(subject, key);
      } catch (Node.Gone | Said away) {
        continue; // The same key again: nothing or all of it was stored.
      }
      String what = answer.path("answer").asString();
      if (what.equals("Submitted") || what.equals("Received")) {
        String reference = answer.path("reference").asString("");
        answers.add(
            new Evidence.Answer(
                key, subject.line(), reference + answer.path("receivedAt") + answer.path("dates")));
        acknowledged.put(subject.line(), new Acknowledged(subject, key, reference));
        return;
      }
      if (!what.equals("PartnerUnavailable")) {
        return;
      }
    }
  }

  /** Walks to the end, with whatever goes wrong in between. */
  void run(Runnable between) {
    while (!step()) {
      between.run();
      pause(LOOK_MILLIS);
    }
  }

  /**
   * One look, and what follows from it.
   *
   * @return whether all is over
   */
  boolean step() {
    // Asked before the look: what somebody has done by then shows in it.
    boolean busy = people.busy();
    Scene scene = Scene.of(field.tables(), beginning, thorough);
    boolean acted = people.react(scene, beginning);
    Map<Long, Integer> reached = scene.progress();
    if (acted || !reached.equals(progress)) {
      progress = reached;
      changedAt = System.nanoTime();
    }
    boolean running = acted || busy || scene.runs();
    long still = System.nanoTime() - changedAt;
    if (acted || (running && still < STILL.toNanos())) {
      return false;
    }
    Scene.Seen next = scene.next();
    Instant due = next == null ? null : next.due();
    if (next == null || due == null) {
      return !running || still > STUCK.toNanos();
    }
    if (thorough && running && next.isPatient() && still < STUCK.toNanos()) {
      return false; // Days lie before it, and no wait is to be over before a case came to it.
    }
    boolean endless = Duration.between(begun, due).compareTo(BOUND) > 0 && !next.rests();
    if (still > STUCK.toNanos() || endless) {
      return true; // Never ends by itself: the judge will say so.
    }
    // Nobody pays: it is looked at each hour for a month, which shows nothing new.
    desk.clockOver(next.is("collection") ? scene.besideDues(due.plus(UNPAID)) : due);
    return false;
  }

  /** The line whose end was promised under this reference; empty if none was yet. */
  String line(String reference) {
    return acknowledged.values().stream()
        .filter(it -> it.reference().equals(reference))
        .map(it -> it.subject().line())
        .findFirst()
        .orElse("");
  }

  /** Everything about this wave, from both sides. */
  Evidence evidence(Gathering gathering) {
    List<Evidence.Answer> heard;
    synchronized (answers) {
      heard = List.copyOf(answers);
    }
    store.close();
    return gathering.since(
        beginning,
        new Gathering.Seen(
            subjects,
            Stream.concat(acknowledged.values().stream(), people.redeemed().values().stream())
                .map(it -> new Evidence.Promise(it.subject(), it.key(), it.reference()))
                .toList(),
            heard,
            List.copyOf(Scene.of(field.tables(), beginning, thorough).unfinished()),
            nodesLog));
  }

  @Override
  public void close() {
    people.close();
    store.close();
  }

  static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
