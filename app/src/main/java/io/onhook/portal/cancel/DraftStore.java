package io.onhook.portal.cancel;

import io.onhook.access.HolderPrincipal;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.vault.KeyName;
import io.onhook.vault.Sealed;
import io.onhook.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps drafts, sealed, so that a holder can stop and come back on any device. */
@Repository
class DraftStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private record Row(String id, Sealed sealed) {}

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Packs packs;
  private final Clock clock;
  private final RandomGenerator random = new SecureRandom();

  DraftStore(DataSource database, Vault vault, Packs packs, Clock clock) {
    this.jdbc = JdbcClient.create(database);
    this.vault = vault;
    this.packs = packs;
    this.clock = clock;
  }

  /** This holder's draft for the line they signed in with; an empty one if there is none. */
  Draft of(HolderPrincipal holder) {
    return row(holder)
        .flatMap(row -> vault.open(row.sealed()))
        .map(json -> JSON.readValue(json, Draft.class))
        .orElseGet(() -> Draft.empty(newId()));
  }

  /** Keeps it; a draft that another device began in between is replaced and erased. */
  void keep(HolderPrincipal holder, Draft draft) {
    row(holder)
        .filter(other -> !other.id().equals(draft.id()))
        .ifPresent(other -> vault.destroy(key(other.id())));
    Sealed sealed =
        vault.seal(key(draft.id()), JSON.writeValueAsString(draft.withPapers(List.of())));
    jdbc.sql(
            """
            INSERT INTO portal.draft (party, line, id, key, box, changed_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (party, line) DO UPDATE
            SET id = EXCLUDED.id, key = EXCLUDED.key, box = EXCLUDED.box,
                changed_at = EXCLUDED.changed_at
            """)
        .params(holder.partyId(), holder.line(), draft.id(), sealed.key(), sealed.box(), now())
        .update();
  }

  /** Erases it: it was sent, or is not wanted any more. */
  void forget(HolderPrincipal holder) {
    row(holder).ifPresent(row -> erase(row.id()));
  }

  /** Erases what nobody came back to in the pack's time. */
  void forgetOld() {
    Pack pack = packs.current();
    Instant now = clock.instant();
    jdbc
        .sql("SELECT id, changed_at FROM portal.draft ORDER BY changed_at")
        .query(
            (row, n) ->
                new Aged(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()))
        .stream()
        .takeWhile(draft -> pack.days().after(draft.changedAt(), Form.kept(pack)).isBefore(now))
        .toList()
        .forEach(draft -> erase(draft.id()));
  }

  private record Aged(String id, Instant changedAt) {}

  private void erase(String id) {
    jdbc.sql("DELETE FROM portal.draft WHERE id = ?").param(id).update();
    vault.destroy(key(id));
  }

  private Optional<Row> row(HolderPrincipal holder) {
    return jdbc.sql("SELECT id, key, box FROM portal.draft WHERE party = ? AND line = ?")
        .params(holder.partyId(), holder.line())
        .query(
            (row, n) -> new Row(row.getString(1), new Sealed(row.getString(2), row.getString(3))))
        .optional();
  }

  private static KeyName key(String id) {
    return KeyName.of("draft", id);
  }

  private String newId() {
    byte[] name = new byte[16];
    random.nextBytes(name);
    return HexFormat.of().formatHex(name);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
