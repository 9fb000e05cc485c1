package io.onhook.trials.check;

import io.onhook.stand.Patience;
import io.onhook.trials.field.Tables;
import java.time.Duration;
import java.util.List;

/** The papers that were ever taken in, and whether they can still be read. */
final class Papers {
  private static final Duration ERASING = Duration.ofSeconds(20);

  private Papers() {}

  /** By their keys: what was erased has no row any more where it was never sent. */
  static List<Evidence.Paper> at(Tables tables) {
    awaitErasing(tables);
    return tables.all(
        "SELECT k.name, d.reference, d.due_at, d.id IS NOT NULL, (SELECT count(*) FROM"
            + " document.page p WHERE p.document = d.id), k.wrapped IS NOT NULL FROM vault.data_key"
            + " k LEFT JOIN document.document d ON k.name = 'document/' || d.id WHERE k.name LIKE"
            + " 'document/%'",
        row ->
            new Evidence.Paper(
                row.getString(1),
                row.getString(2),
                Gathering.orNull(row, 3),
                row.getBoolean(4),
                row.getInt(5),
                row.getBoolean(6)));
  }

  /** The nodes erase by real time what is due by theirs; one that never does it is judged later. */
  private static void awaitErasing(Tables tables) {
    long giveUp = System.nanoTime() + ERASING.toNanos();
    while (System.nanoTime() < giveUp
        && tables.one(
            "SELECT EXISTS (SELECT FROM document.document WHERE erased_at IS NULL AND due_at <"
                + " now() + (SELECT microseconds FROM clock.ahead) * interval '1 microsecond')",
            row -> row.getBoolean(1))) {
      Patience.breathe();
    }
  }
}
