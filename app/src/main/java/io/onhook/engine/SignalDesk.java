package io.onhook.engine;

import io.onhook.engine.CaseProcess.Node;
import io.onhook.engine.CaseRow.Phase;
import io.onhook.journal.Entry;
import io.onhook.journal.Head;
import io.onhook.journal.Journal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes signals in: in one transaction the signal is stored, the case's sequence advances and the
 * journal says so. Whoever runs the case finds at its next commit that the sequence moved, and
 * looks again.
 */
final class SignalDesk {
  private final Processes processes;
  private final Journal journal;
  private final Clock clock;

  SignalDesk(Processes processes, Journal journal, Clock clock) {
    this.processes = processes;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * What became of it.
   *
   * @param row the case as it is now, if it was taken and nobody runs the case
   */
  record Taken(SignalAnswer answer, @Nullable CaseRow row) {
    static Taken only(SignalAnswer answer) {
      return new Taken(answer, null);
    }
  }

  /** A case under lock. */
  private record Locked(CaseRow row, boolean owned) {}

  /**
   * Takes a signal in, in the connection's transaction.
   *
   * @param epoch whose node shall run the case on, if nobody does
   */
  Taken take(Connection connection, CaseId id, Signal signal, long epoch) throws SQLException {
    Optional<Locked> locked = lock(connection, id);
    if (locked.isEmpty()) {
      return Taken.only(gone(connection, id));
    }
    CaseRow row = locked.get().row();
    if (known(connection, id, signal)) {
      return Taken.only(new SignalAnswer.Repeated());
    }
    Optional<SignalAnswer> refusal = refusal(row, signal);
    if (refusal.isPresent()) {
      return Taken.only(refusal.get());
    }
    Entry entry =
        row.head().then(clock.instant(), signal.actor(), "signal", signal.kind(), signal.payload());
    store(connection, id, signal, entry);
    journal.append(connection, List.of(entry));
    advance(connection, entry, epoch);
    return new Taken(
        new SignalAnswer.Accepted(), locked.get().owned() ? null : row.withHead(Head.at(entry)));
  }

  private Optional<SignalAnswer> refusal(CaseRow row, Signal signal) {
    CaseProcess<Object> process = processes.process(row.process());
    boolean closing = row.step().equals(CaseRow.CLOSING);
    if (signal.kind().equals(Signal.RETRACTION)) {
      if (row.undoing()) {
        return Optional.of(new SignalAnswer.Repeated());
      }
      return processes.irrevocable(row)
          ? Optional.of(new SignalAnswer.TooLate(row.step()))
          : Optional.empty();
    }
    boolean spot =
        PersonAnswer.ON_THE_SPOT.stream().anyMatch(a -> a.signal().equals(signal.kind()));
    if (spot) {
      boolean retry = signal.kind().equals(PersonAnswer.RETRY.signal());
      return row.phase() == Phase.PARKED && (retry || !closing)
          ? Optional.empty()
          : Optional.of(new SignalAnswer.NotExpected(row.step()));
    }
    return isDecision(process, signal.kind())
            && !(row.phase() == Phase.DECISION && row.step().equals(signal.kind()))
        ? Optional.of(new SignalAnswer.NotExpected(row.step()))
        : Optional.empty();
  }

  private boolean isDecision(CaseProcess<Object> process, String kind) {
    return process.nodes().stream()
        .anyMatch(
            node ->
                node instanceof Node.Run<Object>(String name, var type, var undo)
                    && name.equals(kind)
                    && Decision.class.isAssignableFrom(type));
  }

  private static Optional<Locked> lock(Connection connection, CaseId id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT "
                + CaseColumns.list("c.")
                + ", owner FROM engine.live_case c WHERE id = ? FOR UPDATE")) {
      select.setLong(1, id.value());
      try (ResultSet rows = select.executeQuery()) {
        return rows.next()
            ? Optional.of(
                new Locked(CaseColumns.read(rows), rows.getObject("owner", Long.class) != null))
            : Optional.empty();
      }
    }
  }

  private static SignalAnswer gone(Connection connection, CaseId id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT ending FROM engine.ended_case WHERE id = ?")) {
      select.setLong(1, id.value());
      try (ResultSet rows = select.executeQuery()) {
        return rows.next()
            ? new SignalAnswer.Ended(Endings.parse(rows.getString(1)))
            : new SignalAnswer.NoSuchCase();
      }
    }
  }

  private static boolean known(Connection connection, CaseId id, Signal signal)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT 1 FROM engine.signal WHERE case_id = ? AND key = ?")) {
      select.setLong(1, id.value());
      select.setString(2, signal.key());
      try (ResultSet rows = select.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void store(Connection connection, CaseId id, Signal signal, Entry entry)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO engine.signal (case_id, key, kind, actor, payload, sequence) VALUES (?, ?,"
                + " ?, ?, ?, ?)")) {
      insert.setLong(1, id.value());
      insert.setString(2, signal.key());
      insert.setString(3, signal.kind());
      insert.setString(4, signal.actor().toString());
      insert.setString(5, signal.payload());
      insert.setInt(6, entry.sequence());
      insert.executeUpdate();
    }
  }

  private static void advance(Connection connection, Entry entry, long epoch) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE engine.live_case SET sequence = ?, hash = ?, owner = coalesce(owner, ?) WHERE"
                + " id = ?")) {
      update.setInt(1, entry.sequence());
      update.setBytes(2, entry.hash().bytes());
      update.setLong(3, epoch);
      update.setLong(4, entry.chain());
      update.executeUpdate();
    }
  }
}
