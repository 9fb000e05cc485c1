package io.onhook.trials.check;

import io.onhook.trials.field.Tables;
import java.util.List;

/** What happened in the stores' queues, and what it came to. */
final class Queues {
  private Queues() {}

  /** By the stores' journals, in their order. */
  static List<Evidence.Turn> turns(Tables tables) {
    return tables.all(
        "SELECT e.kind, e.subject FROM journal.entry e JOIN journal.stream s ON s.chain ="
            + " e.chain WHERE s.name LIKE 'branch-%' ORDER BY e.chain, e.sequence",
        row -> new Evidence.Turn(row.getString(1), row.getString(2)));
  }

  /** All that were given out, named as the journal names them. */
  static List<Evidence.Ticket> tickets(Tables tables) {
    return tables.all(
        "SELECT office || '/' || day || '/' || letter || lpad(number::text,"
            + " greatest(3, length(number::text)), '0'), id, state, priority, taken_at, place_at"
            + " FROM branch.ticket",
        row ->
            new Evidence.Ticket(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getBoolean(4),
                Gathering.instant(row, 5),
                Gathering.instant(row, 6)));
  }
}
