package io.onhook.trials.run;

import io.onhook.trials.field.Tables;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The running cases of a wave at one instant. All of it is read by one statement: between two, a
 * timer can fire and a signal arrive, and a case that is just going on would look forgotten.
 *
 * @param signals how many signals are on their way from case to case
 * @param position where the journal ends
 */
record Scene(List<Seen> cases, int signals, long position) {

  /**
   * A running case at a glance.
   *
   * @param due when its timer fires, null if it has none
   * @param inHand a node has it, or may take it at once
   */
  record Seen(
      long id,
      String process,
      String step,
      int phase,
      boolean undoing,
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

    boolean runs() {
      // A wait that a node has in hand shows its old phase until its step is stored.
      return phase == 0 || inHand;
    }
  }

  private record Row(@Nullable Seen seen, int signals, long position) {}

  /** Cases with this id or a greater one, but for numbers at rest. */
  static Scene of(Tables tables, long firstCase) {
    List<Row> rows =
        tables.all(
            """
            SELECT (SELECT count(*) FROM engine.mail), \
            (SELECT coalesce(max(position), 0) FROM journal.entry), \
            c.id, c.process, c.step, c.phase, c.undoing, t.due_at, \
            c.owner IS NOT NULL OR r.case_id IS NOT NULL \
            FROM (VALUES (1)) always \
            LEFT JOIN engine.live_case c ON c.id >= ? AND c.process NOT LIKE 'number-rest%' \
            LEFT JOIN engine.timer t ON t.case_id = c.id \
            LEFT JOIN engine.ready r ON r.case_id = c.id\
            """,
            row -> {
              long id = row.getLong(3);
              if (row.wasNull()) {
                return new Row(null, row.getInt(1), row.getLong(2));
              }
              var due = row.getObject(8, OffsetDateTime.class);
              return new Row(
                  new Seen(
                      id,
                      row.getString(4),
                      row.getString(5),
                      row.getInt(6),
                      row.getBoolean(7),
                      due == null ? null : due.toInstant(),
                      row.getBoolean(9)),
                  row.getInt(1),
                  row.getLong(2));
            },
            firstCase);
    Row any = rows.getFirst();
    return new Scene(
        rows.stream().map(Row::seen).filter(Objects::nonNull).toList(),
        any.signals(),
        any.position());
  }

  boolean runs() {
    return signals > 0 || cases.stream().anyMatch(Seen::runs);
  }

  /** When the next timer fires; null if none is set. */
  @Nullable Instant due() {
    return cases.stream()
        .map(Seen::due)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(null);
  }

  /** Whether all that is waited for is that somebody pays. */
  boolean onlyDues() {
    return cases.stream()
        .filter(it -> it.due() != null && !it.is("review-clock"))
        .allMatch(it -> it.is("collection"));
  }

  /**
   * Cases that have not come to rest. One that waits for another case rests where that one is in a
   * person's hands.
   */
  Set<String> unfinished() {
    var left = new HashSet<String>();
    boolean collecting = cases.stream().anyMatch(it -> it.is("collection") && it.parked());
    for (Seen it : cases) {
      boolean waitsForPayment = it.step().equals("dues") && it.phase() == 1 && collecting;
      if (!it.parked() && !it.decision() && !waitsForPayment) {
        left.add(it.id() + " " + it.process() + " at " + it.step() + " phase " + it.phase());
      }
    }
    return left;
  }
}
