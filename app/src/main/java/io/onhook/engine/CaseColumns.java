package io.onhook.engine;

import static java.util.stream.Collectors.joining;

import io.onhook.engine.CaseRow.Phase;
import io.onhook.journal.Hash;
import io.onhook.journal.Head;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How running cases stand in their table, one at a time and as arrays. */
final class CaseColumns {
  /** One column of a running case. */
  record Column(String name, String type, Function<CaseRow, @Nullable Object> value) {}

  private static final List<Column> ALL =
      List.of(
          new Column("id", "int8", CaseRow::id),
          new Column("process", "text", CaseRow::process),
          new Column("step", "text", CaseRow::step),
          new Column("phase", "int2", row -> (short) row.phase().ordinal()),
          new Column("undoing", "bool", CaseRow::undoing),
          new Column("armed", "bool", CaseRow::armed),
          new Column("attempt", "int4", CaseRow::attempt),
          new Column("intent", "text", CaseRow::intent),
          new Column("waits_for", "text", CaseRow::waitsFor),
          new Column("waits_until", "timestamptz", row -> text(row.waitsUntil())),
          new Column("why", "text", CaseRow::why),
          new Column(
              "ending", "text", row -> row.ending() == null ? null : Endings.text(row.ending())),
          new Column("state", "text", CaseRow::state),
          new Column("sequence", "int4", row -> row.head().sequence()),
          new Column("hash", "bytea", row -> row.head().hash().bytes()));

  /** What changes with every change of a case, and what tells which case it is. */
  private static final Set<String> ALWAYS = Set.of("id", "step", "sequence", "hash");

  /** All columns but the owner, with this prefix. */
  static String list(String prefix) {
    return list(prefix, ALL);
  }

  static String list(String prefix, List<Column> columns) {
    return columns.stream().map(column -> prefix + column.name()).collect(joining(", "));
  }

  static List<Column> all() {
    return ALL;
  }

  /**
   * The columns that differ in any of these changes: only they are sent.
   *
   * @param withPhase in any case
   */
  static List<Column> changed(List<Transition> transitions, boolean withPhase) {
    return ALL.stream()
        .filter(
            column ->
                ALWAYS.contains(column.name())
                    || (withPhase && column.name().equals("phase"))
                    || transitions.stream().anyMatch(it -> differs(column, it)))
        .toList();
  }

  private static boolean differs(Column column, Transition transition) {
    return !Objects.equals(
        column.value().apply(transition.before()), column.value().apply(transition.after()));
  }

  /** Every column but the id set from the arrays named {@code n}. */
  static String assignments(List<Column> columns) {
    return columns.stream()
        .map(Column::name)
        .filter(name -> !name.equals("id"))
        .map(name -> name + " = n." + name)
        .collect(joining(", "));
  }

  /** {@code unnest(?::int8[], …) AS n (id, …)}. */
  static String unnest(List<Column> columns) {
    return columns.stream()
        .map(column -> "?::" + column.type() + "[]")
        .collect(joining(", ", "unnest(", ") AS n (" + list("", columns) + ")"));
  }

  /** Binds the arrays of {@link #unnest}; gives the next free parameter. */
  static int bind(PreparedStatement statement, int first, List<Column> columns, List<CaseRow> rows)
      throws SQLException {
    int next = first;
    for (Column column : columns) {
      statement.setArray(
          next++, SqlArrays.of(statement.getConnection(), column.type(), rows, column.value()));
    }
    return next;
  }

  /** Reads a row whose first columns are {@link #list}. */
  static CaseRow read(ResultSet row) throws SQLException {
    String ending = row.getString(12);
    OffsetDateTime until = row.getObject(10, OffsetDateTime.class);
    long id = row.getLong(1);
    return new CaseRow(
        id,
        row.getString(2),
        row.getString(3),
        Phase.values()[row.getShort(4)],
        row.getBoolean(5),
        row.getBoolean(6),
        row.getInt(7),
        row.getString(8),
        row.getString(9),
        until == null ? null : until.toInstant(),
        row.getString(11),
        ending == null ? null : Endings.parse(ending),
        row.getString(13),
        new Head(id, row.getInt(14), new Hash(row.getBytes(15))));
  }

  static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private CaseColumns() {}
}
