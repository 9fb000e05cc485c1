package io.onhook.trials.check;

import io.onhook.trials.field.Tables;
import java.util.HashSet;
import java.util.Set;

/**
 * Where a wave begins in the journal: its cases, with all that they start, are those whose first
 * entry stands behind this position. Ids tell nothing of that: a node gives out those of a block
 * that it may have had for long.
 *
 * @param position the journal's last before the wave
 */
public record Beginning(long position) {
  /** Here: whatever was started until now is older. */
  public static Beginning now(Tables tables) {
    return new Beginning(
        tables.one("SELECT coalesce(max(position), 0) FROM journal.entry", row -> row.getLong(1)));
  }

  /**
   * Whether a case is one of the wave's, in SQL; takes {@link #position} as its parameter. One
   * without any entry can't be older.
   *
   * @param id the column with the case's id; not one of a journal entry's names
   */
  public static String isSince(String id) {
    return "coalesce((SELECT f.position FROM journal.entry f WHERE f.chain = "
        + id
        + " AND f.sequence = 1), 9223372036854775807) > ?";
  }

  /** The ids of all cases that are older. */
  Set<Long> older(Tables tables) {
    return new HashSet<>(
        tables.all(
            "SELECT chain FROM journal.entry WHERE chain > 0 AND sequence = 1 AND position <= ?",
            row -> row.getLong(1),
            position));
  }
}
