package io.onhook.document;

import io.onhook.policy.Paper;
import io.onhook.shared.CaseReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The module's tables. Each look at them says who looks. */
final class DocumentStore {
  private static final String SELECT =
      "SELECT id, paper, pages, taken_at, erased_at FROM document.document ";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  DocumentStore(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** A document whose day has come. */
  record Due(String id, @Nullable CaseReference reference) {}

  /** Does this in one transaction, seeing what this onlooker may see. */
  <T> T as(Onlook who, Supplier<T> work) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              jdbc.sql(Onlook.SQL)
                  .params(who.party(), who.reference(), who.purpose())
                  .query((row, n) -> n)
                  .single();
              return work.get();
            }));
  }

  void add(Drawer drawer, Document document, Instant dueAt) {
    jdbc.sql(
            """
            INSERT INTO document.document (id, party, draft, paper, pages, taken_at, due_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            document.id(),
            drawer.partyId(),
            drawer.draft(),
            document.paper().key(),
            document.pages(),
            at(document.takenAt()),
            at(dueAt))
        .update();
  }

  void addPage(String document, int number, byte[] box) {
    jdbc.sql("INSERT INTO document.page (document, number, box) VALUES (?, ?, ?)")
        .params(document, number, box)
        .update();
  }

  List<Document> inDrawer(String draft) {
    return all("WHERE draft = ? AND reference IS NULL", draft);
  }

  List<Document> ofCase(CaseReference reference) {
    return all("WHERE reference = ?", reference.text());
  }

  private List<Document> all(String where, String value) {
    return jdbc.sql(SELECT + where + " ORDER BY taken_at, id")
        .param(value)
        .query(DocumentStore::read)
        .list();
  }

  /** Moves what is in the drawer to a case, where it stays until that is decided. */
  int handIn(String draft, CaseReference reference) {
    return jdbc.sql(
            "UPDATE document.document SET reference = ?, due_at = NULL"
                + " WHERE draft = ? AND reference IS NULL")
        .params(reference.text(), draft)
        .update();
  }

  Optional<byte[]> box(CaseReference reference, String document, int page) {
    return jdbc.sql(
            """
            SELECT p.box FROM document.page p JOIN document.document d ON d.id = p.document
            WHERE d.reference = ? AND p.document = ? AND p.number = ? AND d.erased_at IS NULL
            """)
        .params(reference.text(), document, page)
        .query((row, n) -> row.getBytes(1))
        .optional();
  }

  Optional<byte[]> unsent(String draft, String document, int page) {
    return jdbc.sql(
            """
            SELECT p.box FROM document.page p JOIN document.document d ON d.id = p.document
            WHERE d.draft = ? AND d.reference IS NULL AND p.document = ? AND p.number = ?
            """)
        .params(draft, document, page)
        .query((row, n) -> row.getBytes(1))
        .optional();
  }

  List<Due> due(Instant now, int most) {
    return jdbc.sql(
            "SELECT id, reference FROM document.document"
                + " WHERE due_at <= ? AND erased_at IS NULL ORDER BY due_at LIMIT ?")
        .params(at(now), most)
        .query((row, n) -> new Due(row.getString(1), reference(row.getString(2))))
        .list();
  }

  /** Takes a document away of which nothing is to be told. */
  void forget(String id) {
    jdbc.sql("DELETE FROM document.document WHERE id = ?").param(id).update();
  }

  /** Takes its pictures away and notes it; false if somebody else has done so. */
  boolean erase(String id, Instant now) {
    jdbc.sql("DELETE FROM document.page WHERE document = ?").param(id).update();
    return jdbc.sql("UPDATE document.document SET erased_at = ? WHERE id = ? AND erased_at IS NULL")
            .params(at(now), id)
            .update()
        == 1;
  }

  private static Document read(ResultSet row, int n) throws SQLException {
    OffsetDateTime erased = row.getObject(5, OffsetDateTime.class);
    return new Document(
        row.getString(1),
        Paper.of(row.getString(2)).orElseThrow(),
        row.getInt(3),
        row.getObject(4, OffsetDateTime.class).toInstant(),
        erased == null ? null : erased.toInstant());
  }

  private static @Nullable CaseReference reference(@Nullable String text) {
    return text == null ? null : CaseReference.typed(text);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
