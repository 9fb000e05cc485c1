package io.onhook.bench;

import java.util.List;
import javax.sql.DataSource;

/**
 * Years of ended cases, written in bulk: a row, a key and nine journal entries each, of the shape
 * that new ones have. Where old rows are larger, what is left over in their pages is filled with
 * new ones first, each in another page: docs/speed.md tells of it.
 */
final class Archive {
  private static final int AT_ONCE = 100_000;

  private static final List<String> ROWS =
      List.of(
          """
          INSERT INTO engine.case_key (process, case_key, case_id)
          SELECT 'cancellation', 'K' || md5(c::text), c FROM generate_series(%1$d, %2$d) AS c\
          """,
          """
          INSERT INTO engine.ended_case (id, process, ending, ended_at, state, sequence, hash)
          SELECT c, 'noop/1', 'completed', timestamptz '2020-01-01' + c * interval '30 s',
                 '{"number":"+86' || 13000000000 + c || '","plan":"plan-59","prepaid":false}',
                 9, sha256(c::text::bytea)
            FROM generate_series(%1$d, %2$d) AS c\
          """,
          """
          INSERT INTO journal.entry (chain, sequence, at, actor, kind, subject, detail, hash)
          SELECT c, s, timestamptz '2020-01-01' + c * interval '30 s', 'system:onhook',
                 CASE s WHEN 1 THEN 'started' ELSE 'done' END, 'step-' || greatest(s - 1, 1),
                 CASE s WHEN 9 THEN '{"next":"completed"}' ELSE '{"next":"step-' || s || '"}' END,
                 sha256((c * 10 + s)::text::bytea)
            FROM generate_series(%1$d, %2$d) AS c, generate_series(1, 9) AS s\
          """);

  private Archive() {}

  static void fill(DataSource owner, int cases, Figures figures) {
    for (int first = 1; first <= cases; first += AT_ONCE) {
      int last = Math.min(cases, first + AT_ONCE - 1);
      for (String rows : ROWS) {
        Pools.execute(owner, rows.formatted(first, last));
      }
      if (last % 1_000_000 == 0) {
        figures.say("%,d ended cases are in the tables".formatted(last));
      }
    }
    // As a database is that has served for years: nothing left to vacuum but what is new.
    Pools.execute(owner, "VACUUM (FREEZE, ANALYZE)");
    Pools.execute(owner, "SELECT setval('engine.case_id', %d)".formatted(cases + 64));
  }
}
