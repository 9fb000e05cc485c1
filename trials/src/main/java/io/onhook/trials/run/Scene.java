package io.onhook.trials.run;

import io.onhook.trials.check.Beginning;
import io.onhook.trials.field.Tables;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The running cases of a wave at one instant. All of it is read by one statement: between two, a
 * timer can fire and a signal arrive, and a case that is just going on would look forgotten.
 *
 * @param signals how many signals are on their way from case to case
 */
record Scene(List<Seen> cases, int signals) {

  /**
   * A running case at a glance.
   *
   * @param sequence of its last entry: it grows with whatever happens to it
   * @param due when its timer fires, null if it has none
   * @param inHand a node has it, or may take it at once
   */
  record Seen(
      long id,
      String process,
      String step,
      int phase,
      boolean undoing,
      int sequence,
      @Nullable Instant due,
      boolean inHand) {

    boolean parked() {
      return phase == 3;
    }

    boolean decision() {
      return phase == 2;
    }

    boolean is(String name) {
      return process.startsWith(name + "/");
    }

    /** A number rests. */
    boolean rests() {
      return is("number-rest");
    }

    /** What it waits for is long after what cases wait for first. */
    boolean isPatient() {
      return rests() || is("review-clock");
    }

    boolean runs() {
      // A wait that a node has in hand shows its old phase until its step is stored.
      return phase == 0 || inHand;
    }
  }

  private record Row(@Nullable Seen seen, int signals) {}

  /**
   * Cases that were started since.
   *
   * @param rests numbers at rest, too
   */
  static Scene of(Tables tables, Beginning since, boolean rests) {
    List<Row> rows =
        tables.all(
            """
            SELECT (SELECT count(*) FROM engine.mail), \
            c.id, c.process, c.step, c.phase, c.undoing, c.sequence, t.due_at, \
            c.owner IS NOT NULL OR r.case_id IS NOT NULL \
            FROM (VALUES (1)) always \
            LEFT JOIN engine.live_case c ON (? OR c.process NOT LIKE 'number-rest/%') AND \
            """
                + Beginning.isSince("c.id")
                + " LEFT JOIN engine.timer t ON t.case_id = c.id"
                + " LEFT JOIN engine.ready r ON r.case_id = c.id",
            row -> {
              long id = row.getLong(2);
              if (row.wasNull()) {
                return new Row(null, row.getInt(1));
              }
              var due = row.getObject(8, OffsetDateTime.class);
              return new Row(
                  new Seen(
                      id,
                      row.getString(3),
                      row.getString(4),
                      row.getInt(5),
                      row.getBoolean(6),
                      row.getInt(7),
                      due == null ? null : due.toInstant(),
                      row.getBoolean(9)),
                  row.getInt(1));
            },
            rests,
            since.position());
    return new Scene(
        rows.stream().map(Row::seen).filter(Objects::nonNull).toList(), rows.getFirst().signals());
  }

  /** How far each has come: as long as this is the same, nothing has happened. */
  Map<Long, Integer> progress() {
    return cases.stream().collect(Collectors.toMap(Seen::id, Seen::sequence));
  }

  boolean runs() {
    return signals > 0 || cases.stream().anyMatch(Seen::runs);
  }

  /** Whose timer fires next; null if none is set. */
  @Nullable Seen next() {
    return cases.stream()
        .filter(it -> it.due() != null)
        .min(Comparator.comparing(it -> Objects.requireNonNull(it.due())))
        .orElse(null);
  }

  /** When the first timer fires that is not about somebody who has to pay; this, if it is later. */
  Instant besideDues(Instant latest) {
    return cases.stream()
        .filter(it -> !it.is("collection") && !it.isPatient())
        .map(Seen::due)
        .filter(Objects::nonNull)
        .filter(due -> due.isBefore(latest))
        .min(Instant::compareTo)
        .orElse(latest);
  }

  /**
   * Cases that have not come to rest. One that waits for another case rests where that one is in a
   * person's hands.
   */
  Set<String> unfinished() {
    var left = new HashSet<String>();
    for (Seen it : cases) {
      if (!it.parked() && !it.decision() && !waitsForAPersonsCase(it)) {
        left.add(it.id() + " " + it.process() + " at " + it.step() + " phase " + it.phase());
      }
    }
    return left;
  }

  private boolean waitsForAPersonsCase(Seen it) {
    return it.phase() == 1
        && switch (it.step()) {
          case "dues" -> inAPersonsHands("collection");
          case "await-family" -> inAPersonsHands("parting") || inAPersonsHands("cancellation");
          case "await-main-line" ->
              inAPersonsHands("cancellation") || inAPersonsHands("collection");
          case "take-over" -> inAPersonsHands("cancellation");
          // A lost SIM: only its holder can say that it is found.
          case "lift" -> true;
          default -> false;
        };
  }

  private boolean inAPersonsHands(String process) {
    return cases.stream().anyMatch(it -> it.is(process) && (it.parked() || it.decision()));
  }
}
