package io.onhook.trials.check;

import io.onhook.trials.check.Evidence.Case;
import io.onhook.trials.check.Evidence.Entry;
import io.onhook.trials.check.Evidence.Operation;
import io.onhook.trials.check.Evidence.Place;
import io.onhook.trials.plan.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges how cases ran. */
final class ExecutionJudges {
  private static final Set<String> REVOCABLE_KEYS =
      Set.of("announce-end", "bar-line", "final-bill");

  /** Kinds of entries that belong to no step of a process. */
  private static final Set<String> NO_STEP = Set.of("started", "signal");

  private ExecutionJudges() {}

  /** Whatever came under one of our keys had its intent stored, and before. */
  static void intentFirst(Facts facts, Judges judge) {
    facts
        .effects()
        .forEach(
            (key, operations) -> {
              if (!facts.hasIntent(key)) {
                violated(facts, judge, key, "came without an intent");
              }
            });
    Set<String> keys = new HashSet<>();
    facts
        .all()
        .forEach(
            it -> {
              Set<String> own = new HashSet<>();
              facts.journal(it).stream()
                  .map(Entry::effect)
                  .filter(key -> !key.isEmpty())
                  .forEach(own::add);
              own.stream()
                  .filter(key -> !keys.add(key))
                  .forEach(key -> judge.violated(it, "the key %s is another case's too", key));
            });
  }

  /** A key does something once; and what was done at the network belongs to a step of the case. */
  static void oneEffectEach(Facts facts, Judges judge) {
    facts
        .effects()
        .forEach(
            (key, operations) -> {
              Map<String, Long> times =
                  operations.stream()
                      .collect(Collectors.groupingBy(Operation::name, Collectors.counting()));
              times.forEach(
                  (name, count) -> {
                    if (count > 1) {
                      violated(facts, judge, key, name + " was done " + count + " times");
                    }
                  });
            });
    for (Subject subject : facts.evidence.subjects()) {
      facts.network(subject.imsi()).stream()
          .filter(change -> !intended(facts, subject, change.what()))
          .forEach(
              change ->
                  judge.violated(subject.line(), "%s at the network has no intent", change.what()));
    }
  }

  /** By the line's end, or by a bar that can be lifted. */
  private static boolean intended(Facts facts, Subject subject, String what) {
    return switch (what) {
      case "bar" ->
          any(facts, facts.cancellations(subject), "bar-line")
              || any(facts, facts.bars(subject), "bar");
      case "restore" ->
          any(facts, facts.cancellations(subject), "bar-line-undo")
              || any(facts, facts.bars(subject), "restore-services");
      case "delete" -> any(facts, facts.cancellations(subject), "deprovision");
      default -> false;
    };
  }

  private static boolean any(Facts facts, List<Case> cases, String step) {
    return cases.stream().anyMatch(it -> facts.intent(it, step).isPresent());
  }

  /** Entries are numbered without gaps, name steps of the process, and go from one to the next. */
  static void alongTheGraph(Facts facts, Judges judge) {
    facts
        .all()
        .forEach(
            it -> {
              List<Place> places = facts.evidence.graph().get(it.process());
              if (places == null) {
                judge.violated(it, "its process is not known");
                return;
              }
              Set<String> names = places.stream().map(Place::name).collect(Collectors.toSet());
              int expected = 1;
              String stands = "";
              for (Entry entry : facts.journal(it)) {
                if (entry.sequence() != expected) {
                  judge.violated(it, "entry %d follows %d", entry.sequence(), expected - 1);
                }
                expected = entry.sequence() + 1;
                if (entry.kind().equals("signal")) {
                  continue;
                }
                boolean start = NO_STEP.contains(entry.kind());
                if (!start && !names.contains(entry.step()) && !entry.step().equals("closing")) {
                  judge.violated(it, "%s is no step of %s", entry.step(), it.process());
                }
                if (!start && !stands.isEmpty() && !entry.step().equals(stands)) {
                  judge.violated(
                      it,
                      "entry %d is of %s, it stood at %s",
                      entry.sequence(),
                      entry.step(),
                      stands);
                }
                stands = entry.detail().path("next").asString("");
                forward(places, it, entry, stands, judge);
              }
            });
  }

  /** Done goes down the list, undone goes up. */
  private static void forward(List<Place> places, Case it, Entry entry, String next, Judges judge) {
    int from = position(places, entry.step());
    int to = position(places, next);
    if (from < 0 || to < 0) {
      return;
    }
    boolean turned = it.ending() != null && !it.ending().equals("completed");
    if (entry.kind().equals("done") && to <= from && !turned) {
      judge.violated(it, "%s led back to %s", entry.step(), next);
    }
    if (entry.kind().equals("undone") && to >= from) {
      judge.violated(it, "undoing %s led on to %s", entry.step(), next);
    }
  }

  private static int position(List<Place> places, String name) {
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  static void onlyTheOwnerWrites(Facts facts, Judges judge) {
    facts.evidence.strayWrites().forEach(stray -> judge.violated("", "%s", stray));
  }

  static void staysOnItsVersion(Facts facts, Judges judge) {
    facts
        .all()
        .filter(it -> !facts.evidence.graph().containsKey(it.process()))
        .forEach(it -> judge.violated(it, "no node knows its version"));
  }

  /** After a retraction that was taken, nothing but the undoing. */
  static void retractedStaysRetracted(Facts facts, Judges judge) {
    facts
        .cancellations()
        .forEach(
            it -> {
              boolean back = false;
              for (Entry entry : facts.journal(it)) {
                back |=
                    entry.kind().equals("taken-back")
                        || (entry.kind().equals("refused") && !entry.step().isEmpty());
                if (back
                    && !entry.effect().isEmpty()
                    && !entry.effect().endsWith("-undo")
                    && !entry.kind().equals("signal")) {
                  judge.violated(it, "%s after it was taken back", entry.effect());
                }
              }
              if (it.ended("retracted") && facts.intent(it, "deprovision").isPresent()) {
                judge.violated(it, "retracted, and deprovisioned");
              }
              if (it.ended("retracted") || String.valueOf(it.ending()).startsWith("refused")) {
                undone(facts, judge, it);
              }
            });
  }

  private static void undone(Facts facts, Judges judge, Case it) {
    if (!it.phase().equals("ENDED")) {
      return;
    }
    facts
        .subject(it)
        // What a new operator began in its place may have ended the line since.
        .filter(subject -> facts.cancellations(subject).getLast().equals(it))
        .flatMap(subject -> facts.book("product", subject.line()))
        .map(product -> product.path("status").asString(""))
        .filter(status -> !status.equals("active"))
        .ifPresent(status -> judge.violated(it, "it came to nothing, and the line is %s", status));
    for (String step : REVOCABLE_KEYS) {
      if (facts.entry(it, "done", step).isPresent()
          && facts.entry(it, "undone", step).isEmpty()
          && facts.entry(it, "person-happened", step).isEmpty()) {
        judge.violated(it, "%s was done and not taken back", step);
      }
    }
  }

  static void deadTimersStaySilent(Facts facts, Judges judge) {
    Set<Long> running = new HashSet<>();
    facts.all().filter(it -> !it.phase().equals("ENDED")).forEach(it -> running.add(it.id()));
    Set<Long> ended = new HashSet<>();
    facts.all().filter(it -> it.phase().equals("ENDED")).forEach(it -> ended.add(it.id()));
    facts.evidence.timers().stream()
        .filter(ended::contains)
        .forEach(id -> judge.violated("", "case %d has ended, and its timer runs", id));
    facts
        .all()
        .filter(it -> it.phase().equals("ENDED"))
        .forEach(
            it -> {
              List<Entry> journal = new ArrayList<>(facts.journal(it));
              String last =
                  journal.isEmpty() ? "" : journal.getLast().detail().path("next").asString("");
              if (!last.equals(it.ending())) {
                judge.violated(it, "its last entry leads to %s, it ended %s", last, it.ending());
              }
            });
  }

  static void everythingComesToRest(Facts facts, Judges judge) {
    facts
        .evidence
        .unfinished()
        .forEach(case_ -> judge.violated("", "did not come to rest: %s", case_));
  }

  private static void violated(Facts facts, Judges judge, String key, String what) {
    Case owner = facts.owner(key);
    if (owner == null) {
      judge.violated("", "%s %s", key, what);
    } else {
      judge.violated(owner, "%s %s", key, what);
    }
  }
}
