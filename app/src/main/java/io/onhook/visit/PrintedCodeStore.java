package io.onhook.visit;

import io.onhook.shared.CaseReference;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Digests of the codes that are on paper. */
final class PrintedCodeStore {
  private final JdbcClient jdbc;

  PrintedCodeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Puts it in the place of an older one. */
  void put(CaseReference reference, String digest, long visit, String staff, Instant now) {
    jdbc.sql(
            """
            INSERT INTO visit.printed_code (reference, digest, visit_id, printed_by, printed_at)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (reference) DO UPDATE SET digest = excluded.digest,
              visit_id = excluded.visit_id, printed_by = excluded.printed_by,
              printed_at = excluded.printed_at
            """)
        .params(reference.text(), digest, visit, staff, now.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<String> digest(CaseReference reference) {
    return jdbc.sql("SELECT digest FROM visit.printed_code WHERE reference = ?")
        .param(reference.text())
        .query(String.class)
        .optional();
  }

  void erase(CaseReference reference) {
    jdbc.sql("DELETE FROM visit.printed_code WHERE reference = ?").param(reference.text()).update();
  }
}
