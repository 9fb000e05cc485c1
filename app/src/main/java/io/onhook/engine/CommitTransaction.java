package io.onhook.engine;

import io.onhook.journal.Journal;
import io.onhook.shared.Actor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/** Stores many changes of many cases in one transaction: progress, journal, writes, new cases. */
final class CommitTransaction {
  private final DataSource database;
  private final Journal journal;
  private final LocalWrites writes;
  private final Starts starts;
  private final Clock clock;
  private final Watch watch;

  CommitTransaction(
      DataSource database,
      Journal journal,
      LocalWrites writes,
      Starts starts,
      Clock clock,
      Watch watch) {
    this.database = database;
    this.journal = journal;
    this.writes = writes;
    this.starts = starts;
    this.clock = clock;
    this.watch = watch;
  }

  /**
   * What became of a batch.
   *
   * @param stored durable now
   * @param stale not stored: the case is not as expected; look again
   * @param failed not stored: a write's condition did not hold; run the step again
   * @param started new cases that this node owns
   * @param mail whether signals to other cases are on their way
   */
  record Result(
      List<Transition> stored,
      List<Transition> stale,
      List<Transition> failed,
      List<Transition> started,
      boolean mail) {}

  /**
   * Stores what can be stored.
   *
   * @param epoch the fencing token
   * @param room whether this node has room for new cases
   * @throws SQLException nothing was stored, or it is not known
   */
  Result store(List<Transition> batch, long epoch, BooleanSupplier room) throws SQLException {
    List<Transition> rest = batch;
    List<Transition> failed = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        while (true) {
          var statements = new CommitStatements(connection);
          boolean plain = plain(rest);
          Set<Long> kept =
              plain ? statements.advance(rest, epoch, journal) : advance(statements, rest, epoch);
          List<Transition> good = new ArrayList<>();
          List<Transition> stale = new ArrayList<>();
          for (Transition transition : rest) {
            (kept.contains(transition.before().id()) ? good : stale).add(transition);
          }
          Set<Transition> broken = writes.make(connection, good);
          if (!broken.isEmpty()) {
            connection.rollback();
            failed.addAll(broken);
            rest = rest.stream().filter(transition -> !broken.contains(transition)).toList();
            continue;
          }
          List<Transition> started = begin(connection, good, epoch, room.getAsBoolean());
          if (!plain) {
            journal.append(connection, good.stream().map(Transition::entry).toList());
          }
          statements.timers(good);
          statements.useSignals(good);
          statements.keep(good.stream().filter(t -> t.ended() != null).toList());
          List<SignalCase> mail = writesOf(good, SignalCase.class);
          statements.mail(mail);
          tell(Watch.Point.COMMITTING, good);
          connection.commit();
          tell(Watch.Point.COMMITTED, good);
          return new Result(good, stale, failed, started, !mail.isEmpty());
        }
      } catch (SQLException | RuntimeException e) {
        rollback(connection, e);
        throw e;
      }
    }
  }

  /**
   * Whether these are few and only go on: then one statement stores them with their entries, since
   * it is round trips that a case alone waits for. Where modules write too, their locks come before
   * the journal's, as everywhere.
   */
  private static boolean plain(List<Transition> batch) {
    return !batch.isEmpty()
        && batch.size() <= Journal.FEW
        && batch.stream().allMatch(t -> t.ended() == null && t.writes().isEmpty());
  }

  /**
   * Starts cases on behalf of somebody outside, in the transaction of this connection.
   *
   * @param room whether this node takes them
   * @return the first change of each case whose key was free
   */
  List<Transition> start(Connection connection, List<Starts.Wish> wishes, long epoch, boolean room)
      throws SQLException {
    List<Transition> begun = starts.begin(connection, wishes, clock.instant());
    insert(connection, begun, epoch, room);
    return begun;
  }

  private static Set<Long> advance(CommitStatements statements, List<Transition> batch, long epoch)
      throws SQLException {
    var kept = new HashSet<Long>();
    kept.addAll(statements.update(batch.stream().filter(t -> t.ended() == null).toList(), epoch));
    kept.addAll(statements.end(batch.stream().filter(t -> t.ended() != null).toList(), epoch));
    return kept;
  }

  private List<Transition> begin(
      Connection connection, List<Transition> good, long epoch, boolean room) throws SQLException {
    List<Starts.Wish> wishes =
        writesOf(good, StartCase.class).stream()
            .map(start -> new Starts.Wish(start, Actor.SYSTEM))
            .toList();
    if (wishes.isEmpty()) {
      return List.of();
    }
    List<Transition> begun = start(connection, wishes, epoch, room);
    return room ? begun : List.of();
  }

  private void insert(Connection connection, List<Transition> begun, long epoch, boolean room)
      throws SQLException {
    if (begun.isEmpty()) {
      return;
    }
    var statements = new CommitStatements(connection);
    List<Transition> running =
        begun.stream().filter(t -> t.ended() == null && !t.after().resting()).toList();
    List<Transition> resting =
        begun.stream().filter(t -> t.ended() == null && t.after().resting()).toList();
    statements.insert(running, room ? epoch : null);
    statements.insert(resting, null);
    statements.keep(begun.stream().filter(t -> t.ended() != null).toList());
    if (!writes.make(connection, begun).isEmpty()) {
      throw new IllegalStateException("A new case's own writes can't have conditions");
    }
    journal.append(connection, begun.stream().map(Transition::entry).toList());
    statements.timers(begun);
    if (!room) {
      statements.ready(running.stream().map(t -> t.after().id()).toList());
    }
  }

  private static <W extends LocalWrite> List<W> writesOf(List<Transition> good, Class<W> type) {
    return good.stream()
        .flatMap(t -> t.writes().stream())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private void tell(Watch.Point point, List<Transition> good) {
    if (watch != Watch.NOBODY) {
      good.forEach(transition -> watch.at(Watch.Moment.of(point, transition)));
    }
  }

  static void rollback(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
