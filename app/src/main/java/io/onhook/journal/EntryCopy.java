package io.onhook.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes many entries by COPY, which costs the database, the log and this program less a row than
 * any INSERT; few are not worth its round trips. It needs no more rights than an INSERT, and
 * refuses what that refuses.
 */
final class EntryCopy {
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock_shared(" + EntryRows.WRITERS_LOCK + ")";
  private static final String COPY = "COPY " + EntryRows.TABLE + " FROM STDIN (FORMAT binary)";

  /** What each binary copy begins with; behind it flags and the length of an extension, both 0. */
  private static final byte[] SIGNATURE =
      "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

  private static final int COLUMNS = 8;
  private static final int USUAL_ROW = 200;

  /** PostgreSQL counts microseconds from 2000 on. */
  private static final long EPOCH = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

  private EntryCopy() {}

  static void write(Connection connection, List<Entry> entries) throws SQLException {
    try (Statement lock = connection.createStatement()) {
      lock.execute(LOCK);
    }
    byte[] rows = rows(entries);
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    try {
      copy.writeToCopy(rows, 0, rows.length);
      copy.endCopy();
    } catch (SQLException e) {
      cancel(copy, e);
      throw e;
    }
  }

  private static void cancel(CopyIn copy, SQLException cause) {
    try {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private static byte[] rows(List<Entry> entries) {
    var bytes = new ByteArrayOutputStream(entries.size() * USUAL_ROW);
    try (var out = new DataOutputStream(bytes)) {
      out.write(SIGNATURE);
      out.writeInt(0);
      out.writeInt(0);
      for (Entry entry : entries) {
        row(out, entry);
      }
      out.writeShort(-1);
    } catch (IOException e) {
      throw new IllegalStateException("Memory can be written to", e);
    }
    return bytes.toByteArray();
  }

  private static void row(DataOutputStream out, Entry entry) throws IOException {
    out.writeShort(COLUMNS);
    out.writeInt(Long.BYTES);
    out.writeLong(entry.chain());
    out.writeInt(Integer.BYTES);
    out.writeInt(entry.sequence());
    out.writeInt(Long.BYTES);
    out.writeLong(
        Math.addExact(
            Math.multiplyExact(entry.at().getEpochSecond() - EPOCH, 1_000_000L),
            entry.at().getNano() / 1_000));
    text(out, entry.actor().toString());
    text(out, entry.kind());
    text(out, entry.subject());
    text(out, entry.detail());
    bytes(out, entry.hash().bytes());
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    bytes(out, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
