package io.onhook.engine;

import io.onhook.engine.CaseRow.Phase;
import io.onhook.journal.Hash;
import io.onhook.journal.Head;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How running cases stand in their table, one at a time and as arrays. */
final class CaseColumns {
  private static final List<String> NAMES =
      List.of(
          "id",
          "process",
          "step",
          "phase",
          "undoing",
          "armed",
          "attempt",
          "intent",
          "waits_for",
          "waits_until",
          "why",
          "ending",
          "state",
          "sequence",
          "hash");
  private static final List<String> TYPES =
      List.of(
          "int8",
          "text",
          "text",
          "int2",
          "bool",
          "bool",
          "int4",
          "text",
          "text",
          "timestamptz",
          "text",
          "text",
          "text",
          "int4",
          "bytea");
  private static final List<Function<CaseRow, @Nullable Object>> VALUES =
      List.of(
          CaseRow::id,
          CaseRow::process,
          CaseRow::step,
          row -> (short) row.phase().ordinal(),
          CaseRow::undoing,
          CaseRow::armed,
          CaseRow::attempt,
          CaseRow::intent,
          CaseRow::waitsFor,
          row -> text(row.waitsUntil()),
          CaseRow::why,
          row -> row.ending() == null ? null : Endings.text(row.ending()),
          CaseRow::state,
          row -> row.head().sequence(),
          row -> row.head().hash().bytes());

  /** All columns but the owner, with this prefix. */
  static String list(String prefix) {
    return prefix + String.join(", " + prefix, NAMES);
  }

  /** Every column but the id set from the arrays named {@code n}. */
  static String assignments() {
    var text = new StringBuilder();
    for (String name : NAMES.subList(1, NAMES.size())) {
      text.append(text.isEmpty() ? "" : ", ").append(name).append(" = n.").append(name);
    }
    return text.toString();
  }

  /** {@code unnest(?::int8[], …)} for all columns. */
  static String unnest() {
    return "unnest(?::" + String.join("[], ?::", TYPES) + "[])";
  }

  /** Binds the arrays of {@link #unnest}; gives the next free parameter. */
  static int bind(PreparedStatement statement, int first, List<CaseRow> rows) throws SQLException {
    Connection connection = statement.getConnection();
    for (int column = 0; column < TYPES.size(); column++) {
      Function<CaseRow, @Nullable Object> value = VALUES.get(column);
      boolean bytes = TYPES.get(column).equals("bytea");
      @Nullable Object[] values =
          bytes ? new byte[rows.size()][] : new @Nullable Object[rows.size()];
      for (int i = 0; i < rows.size(); i++) {
        values[i] = value.apply(rows.get(i));
      }
      statement.setArray(first + column, connection.createArrayOf(TYPES.get(column), values));
    }
    return first + TYPES.size();
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
