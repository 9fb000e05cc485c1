package io.onhook.trials.run;

import io.onhook.stand.Http;
import io.onhook.stand.Said;
import io.onhook.trials.field.Field;
import io.onhook.trials.field.Node;
import io.onhook.trials.plan.Plan;
import io.onhook.trials.plan.Plan.Verdict;
import io.onhook.trials.plan.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Many plans at once in one field: gives each a line, orders its faults, asks for the end, says
 * what the plan's people say, and moves the clock whenever all is quiet, until every case has ended
 * or visibly waits for a person.
 */
public final class Wave implements AutoCloseable {
  private static final int SENDERS = 24;
  private static final int TRIES = 12;
  private static final Duration STILL = Duration.ofMillis(400);

  /** Virtual time within which everything must have come to its end (invariant 41). */
  private static final Duration BOUND = Duration.ofDays(75);

  private static final Duration UNPAID = Duration.ofDays(2);

  /** Real time without anything happening after which it never will. */
  private static final Duration STUCK = Duration.ofSeconds(60);

  private final Field field;
  private final Desk desk;
  private final Map<String, Subject> byLine = new HashMap<>();
  private final Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();
  private final List<Answered> answers = java.util.Collections.synchronizedList(new ArrayList<>());
  private final Set<String> done = ConcurrentHashMap.newKeySet();
  private final Map<Long, AtomicInteger> persons = new ConcurrentHashMap<>();
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger busy = new AtomicInteger();
  private final Semaphore senders = new Semaphore(SENDERS);
  private final Map<Long, String> references = new HashMap<>();
  private final long firstCase;
  private final Instant begun;
  private long position = -1;
  private long changedAt = System.nanoTime();

  /** What the product promised to keep. */
  public record Acknowledged(Subject subject, String key, String reference) {}

  /** An answer to a submission, for invariant 30. */
  public record Answered(String key, String body, String answer, String reference) {}

  /** A running case at a glance. */
  record Seen(
      long id,
      String process,
      String step,
      int phase,
      boolean undoing,
      @Nullable String waitsUntil,
      boolean owned) {
    boolean parked() {
      return phase == 3;
    }

    boolean decision() {
      return phase == 2;
    }

    boolean is(String name) {
      return process.startsWith(name + "/");
    }

    boolean runs() {
      // A wait that a node has in hand shows its old phase until its step is stored.
      return phase == 0 || owned;
    }
  }

  /** A wave of subjects whose lines exist already. */
  public Wave(Field field, List<Subject> subjects) {
    this.field = field;
    this.desk = new Desk(field);
    subjects.forEach(subject -> byLine.put(subject.line(), subject));
    this.firstCase =
        field
            .tables()
            .one(
                "SELECT greatest((SELECT coalesce(max(id), 0) FROM engine.live_case),"
                    + " (SELECT coalesce(max(id), 0) FROM engine.ended_case)) + 1",
                row -> row.getLong(1));
    this.begun = desk.now();
  }

  /** Cases of this wave have this id or a greater one. */
  public long firstCase() {
    return firstCase;
  }

  public Map<String, Acknowledged> acknowledged() {
    return Map.copyOf(acknowledged);
  }

  public List<Answered> answers() {
    synchronized (answers) {
      return List.copyOf(answers);
    }
  }

  /** Gives each plan a line of its own, the first with this number. */
  public static List<Subject> lines(Field field, List<Plan> plans, int first) {
    Map<String, List<Plan>> bySituation = new LinkedHashMap<>();
    plans.forEach(
        plan ->
            bySituation.computeIfAbsent(plan.situation(), unused -> new ArrayList<>()).add(plan));
    var subjects = new ArrayList<Subject>();
    int next = first;
    for (var entry : bySituation.entrySet()) {
      int number = next;
      JsonNode made =
          field.control(
              "/sandbox/lines",
              Map.of("situation", entry.getKey(), "first", next, "count", entry.getValue().size()));
      for (int i = 0; i < made.size(); i++) {
        subjects.add(subject(entry.getValue().get(i), number + i, made.path(i)));
      }
      next += entry.getValue().size();
    }
    return subjects;
  }

  private static Subject subject(Plan plan, int number, JsonNode made) {
    return new Subject(
        plan,
        number,
        made.path("id").asString(),
        made.path("account").asString(),
        made.path("msisdn").asString(),
        made.path("imsi").asString(),
        made.path("holder").asString(),
        made.path("party").asString(),
        made.path("document").asString(),
        made.path("email").asString());
  }

  /** Orders what goes wrong, and sends all requests. */
  public void begin() {
    all(byLine.values().stream().<Runnable>map(subject -> () -> begin(subject)).toList());
  }

  private void begin(Subject subject) {
    for (Plan.Fault fault : subject.plan().faults()) {
      desk.order(fault, subject.line());
    }
    submit(subject, "k-" + subject.number());
    for (int i = 0; i < subject.plan().repeats(); i++) {
      submit(subject, "k-" + subject.number());
    }
    if (subject.plan().lateUsage() > 0) {
      desk.usage(subject);
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
      String reference = answer.path("reference").asString("");
      if (what.equals("Submitted")) {
        answers.add(
            new Answered(
                key,
                subject.line(),
                reference + answer.path("receivedAt") + answer.path("dates"),
                reference));
        acknowledged.put(subject.line(), new Acknowledged(subject, key, reference));
        return;
      }
      if (!what.equals("PartnerUnavailable")) {
        done.add("refused " + subject.line());
        return;
      }
    }
  }

  /**
   * One look, and what follows from it.
   *
   * @return whether all is over
   */
  public boolean step() {
    List<Seen> seen = look();
    readReferences(seen);
    boolean acted = false;
    for (Seen it : seen) {
      acted |= react(it);
    }
    if (acted) {
      changedAt = System.nanoTime();
      return false;
    }
    long now =
        field
            .tables()
            .one("SELECT coalesce(max(position), 0) FROM journal.entry", r -> r.getLong(1));
    if (now != position) {
      position = now;
      changedAt = System.nanoTime();
    }
    boolean running = busy.get() > 0 || seen.stream().anyMatch(Seen::runs) || mail() > 0;
    long still = System.nanoTime() - changedAt;
    if (running && still < STILL.toNanos()) {
      return false;
    }
    Instant due = due();
    if (due == null && !running) {
      return true;
    }
    if (still > STUCK.toNanos()) {
      return true; // Never ends by itself: the judge will say so.
    }
    if (due != null) {
      if (Duration.between(begun, due).compareTo(BOUND) > 0) {
        return true;
      }
      // Nobody pays: it is looked at each hour for a month, which shows nothing new.
      boolean onlyDues =
          seen.stream()
              .filter(it -> it.waitsUntil() != null && !it.is("review-clock"))
              .allMatch(it -> it.is("collection"));
      hop(onlyDues ? due.plus(UNPAID) : due);
    }
    return false;
  }

  /** Moves the clock to this instant, or a little behind it. */
  void hop(Instant due) {
    Instant now = desk.now();
    if (due.isAfter(now)) {
      desk.clock(due.plusSeconds(2));
    }
  }

  /** Walks to the end, with whatever goes wrong in between. */
  public void run(Runnable between) {
    while (!step()) {
      between.run();
      breathe();
    }
  }

  @Override
  public void close() {
    people.shutdownNow();
  }

  private List<Seen> look() {
    return field
        .tables()
        .all(
            "SELECT id, process, step, phase, undoing, waits_until::text, owner IS NOT NULL FROM"
                + " engine.live_case WHERE id >= ? AND process NOT LIKE 'number-rest%'",
            row ->
                new Seen(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getInt(4),
                    row.getBoolean(5),
                    row.getString(6),
                    row.getBoolean(7)),
            firstCase);
  }

  private int mail() {
    return field.tables().one("SELECT count(*) FROM engine.mail", row -> row.getInt(1));
  }

  private @Nullable Instant due() {
    return field
        .tables()
        .all(
            "SELECT t.due_at FROM engine.timer t JOIN engine.live_case c ON c.id = t.case_id WHERE"
                + " c.id >= ? AND c.process NOT LIKE 'number-rest%' ORDER BY 1 LIMIT 1",
            row -> row.getTimestamp(1).toInstant(), firstCase)
        .stream()
        .findFirst()
        .orElse(null);
  }

  private void readReferences(List<Seen> seen) {
    if (seen.stream()
        .allMatch(it -> !it.process().startsWith("cancel") || references.containsKey(it.id()))) {
      return;
    }
    field
        .tables()
        .all(
            "SELECT case_id, line_id FROM cancellation.request WHERE case_id >= ?",
            row -> references.put(row.getLong(1), row.getString(2)),
            firstCase);
  }

  /** What people do about a case as it is seen; true if somebody did something just now. */
  private boolean react(Seen it) {
    if (it.parked()) {
      return park(it);
    }
    if (it.process().startsWith("collection")) {
      return it.step().equals("await-payment") && pay(it);
    }
    if (!it.process().startsWith("cancellation")) {
      return false;
    }
    String line = references.get(it.id());
    Subject subject = line == null ? null : byLine.get(line);
    Acknowledged known = line == null ? null : acknowledged.get(line);
    if (subject == null || known == null) {
      return false;
    }
    if (retract(it, subject, known)) {
      return true;
    }
    if (it.decision()) {
      Verdict verdict =
          it.step().equals("review") ? subject.plan().review() : subject.plan().settle();
      return verdict != Verdict.NOBODY
          && once("decide " + it.id() + it.step(), () -> decide(known, verdict));
    }
    return false;
  }

  private void decide(Acknowledged known, Verdict verdict) {
    boolean approve = verdict != Verdict.REFUSE;
    desk.decide(known.reference(), approve, "rita");
    if (verdict == Verdict.APPROVE_TWICE) {
      desk.decide(known.reference(), approve, "rita");
      desk.decide(known.reference(), false, "rolf");
    }
  }

  private boolean retract(Seen it, Subject subject, Acknowledged known) {
    Plan.Retraction retraction = subject.plan().retraction();
    if (retraction == null || it.undoing() || !it.step().equals(retraction.at())) {
      return false;
    }
    return once(
        "retract " + it.id(),
        () -> {
          if (retraction.afterHop() && it.waitsUntil() != null) {
            // It meets whatever runs behind the wait.
            hop(sqlInstant(it.waitsUntil()));
          }
          pause(retraction.pauseMillis());
          for (int i = 0; i < retraction.times(); i++) {
            desk.retract(known.reference());
          }
        });
  }

  private static Instant sqlInstant(String text) {
    return java.time.OffsetDateTime.parse(
            text.replace(' ', 'T').replaceFirst("([+-]\\d\\d)$", "$1:00"))
        .toInstant();
  }

  private boolean pay(Seen it) {
    return once("pay " + it.id(), () -> payFor(it.id()));
  }

  private void payFor(long caseId) {
    String text =
        field
            .tables()
            .one(
                "SELECT state FROM (SELECT id, state FROM engine.live_case UNION ALL SELECT id,"
                    + " state FROM engine.ended_case) c WHERE id = ?",
                row -> row.getString(1),
                caseId);
    JsonNode state = Http.JSON.readTree(text);
    Subject subject = byLine.get(state.path("line").asString());
    long owed = state.path("amount").path("minor").asLong();
    if (subject != null && subject.plan().pays() && owed > 0) {
      desk.pay(subject, owed);
    }
  }

  /** Somebody looks at a parked case: has it run again, as often as the plan says. */
  private boolean park(Seen it) {
    int most = it.process().startsWith("cancellation") ? persons(it) : 1;
    AtomicInteger tried = persons.computeIfAbsent(it.id(), unused -> new AtomicInteger());
    if (tried.get() >= most) {
      return false;
    }
    return once(
        "person " + it.id() + " " + tried.incrementAndGet(), () -> desk.person(it.id(), "RETRY"));
  }

  private int persons(Seen it) {
    String line = references.get(it.id());
    Subject subject = line == null ? null : byLine.get(line);
    return subject == null ? 0 : subject.plan().persons();
  }

  /** Does it beside everything else, once. */
  private boolean once(String what, Runnable work) {
    if (!done.add(what)) {
      return false;
    }
    busy.incrementAndGet();
    people.execute(
        () -> {
          try {
            patiently(work);
          } finally {
            busy.decrementAndGet();
          }
        });
    return true;
  }

  private static void patiently(Runnable work) {
    for (int i = 0; i < TRIES; i++) {
      try {
        work.run();
        return;
      } catch (Node.Gone | Said away) {
        pause(200);
      }
    }
  }

  private void all(List<Runnable> work) {
    var left = work.stream().map(each -> people.submit(() -> limited(each))).toList();
    left.forEach(
        each -> {
          try {
            each.get(5, TimeUnit.MINUTES);
          } catch (Exception e) {
            throw new Said("A wave could not begin: " + e, e);
          }
        });
  }

  private void limited(Runnable work) {
    senders.acquireUninterruptibly();
    try {
      work.run();
    } finally {
      senders.release();
    }
  }

  private static void breathe() {
    pause(30);
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Cases that had not come to rest when the wave was over. One that waits for another case rests
   * where that one is in a person's hands.
   */
  public Set<String> unfinished() {
    var left = new HashSet<String>();
    List<Seen> seen = look();
    boolean collecting = seen.stream().anyMatch(it -> it.is("collection") && it.parked());
    for (Seen it : seen) {
      boolean waitsForPayment = it.step().equals("dues") && it.phase() == 1 && collecting;
      if (!it.parked() && !it.decision() && !waitsForPayment) {
        left.add(it.id() + " " + it.process() + " at " + it.step() + " phase " + it.phase());
      }
    }
    return left;
  }
}
