package io.onhook.engine;

import io.onhook.engine.CaseRow.Phase;
import io.onhook.engine.CaseView.Standing;
import io.onhook.shared.Actor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The engine's door: start a case, tell it news, look at it.
 *
 * <p>{@link #start} and {@link #signal} join the caller's Spring transaction if there is one; the
 * case is picked up at once after its commit. They throw {@link
 * org.springframework.dao.DataAccessException} if the database is away; nothing has happened then.
 */
public final class Cases {
  private final DataSource database;
  private final TransactionTemplate transactions;
  private final CommitTransaction commits;
  private final SignalDesk desk;
  private final CaseStore store;
  private final Processes processes;
  private final CaseNode node;

  Cases(
      DataSource database,
      CommitTransaction commits,
      SignalDesk desk,
      CaseStore store,
      Processes processes,
      CaseNode node) {
    this.database = database;
    this.transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
    this.commits = commits;
    this.desk = desk;
    this.store = store;
    this.processes = processes;
    this.node = node;
  }

  /**
   * Starts a case.
   *
   * @param caseKey unique among the cases of this process, for ever; a repeated start gives the
   *     first case's id and changes nothing
   */
  public <C> CaseId start(CaseProcess<C> process, String caseKey, C state, Actor actor) {
    return startAll(process, Map.of(caseKey, state), actor).values().iterator().next();
  }

  /**
   * Starts many cases at once, all or none; far cheaper than one by one.
   *
   * @param states the first state of each, by its key
   * @return the ids by key, of cases that were there already too
   */
  public <C> Map<String, CaseId> startAll(
      CaseProcess<C> process, Map<String, C> states, Actor actor) {
    long epoch = node.tenure().epoch();
    boolean room = node.tenure().room() >= states.size();
    List<Starts.Wish> wishes =
        states.entrySet().stream()
            .map(it -> new StartCase<>(process, it.getKey(), it.getValue()))
            .map(it -> new Starts.Wish(it, actor))
            .toList();
    return inTransaction(
        connection -> {
          List<Transition> begun = commits.start(connection, wishes, epoch, room);
          if (room && !begun.isEmpty()) {
            afterCommit(() -> begun.forEach(transition -> node.started(transition, epoch)));
          }
          if (begun.size() == 1 && states.size() == 1) {
            return Map.of(
                states.keySet().iterator().next(), new CaseId(begun.getFirst().after().id()));
          }
          return store.byKeys(process.name(), states.keySet());
        });
  }

  /**
   * Lets nothing happen to a running case before the caller's transaction ends. Whoever changes
   * tables that the case's own writes change too, and tells the case of it, holds it first: the
   * engine locks in this order, and two that wait for each other would both fail.
   */
  public void hold(CaseId id) {
    inTransaction(
        connection -> {
          try (var held =
              connection.prepareStatement(
                  "SELECT 1 FROM engine.live_case WHERE id = ? FOR UPDATE")) {
            held.setLong(1, id.value());
            return held.execute();
          }
        });
  }

  /** Tells a case news; the answer is known when it is durable. */
  public SignalAnswer signal(CaseId id, Signal signal) {
    long epoch = node.tenure().epoch();
    return inTransaction(
        connection -> {
          SignalDesk.Taken taken = desk.take(connection, id, signal, epoch);
          CaseRow row = taken.row();
          if (row != null) {
            afterCommit(() -> node.adopt(row, epoch));
          }
          return taken.answer();
        });
  }

  /**
   * Answers a parked case on behalf of a person.
   *
   * @param reason why, for the journal; no secrets
   */
  public SignalAnswer answer(CaseId id, PersonAnswer answer, String reason, Actor actor) {
    int sequence = store.running(id.value()).map(it -> it.row().head().sequence()).orElse(0);
    return signal(
        id,
        new Signal(
            answer.signal(),
            answer.signal() + "@" + sequence,
            actor,
            processes.write(Map.of("reason", reason))));
  }

  public Optional<CaseView> find(CaseId id) {
    return store
        .running(id.value())
        .map(this::view)
        .or(() -> store.ended(id.value()).map(ended -> ended(id, ended)));
  }

  public Optional<CaseId> find(String process, String caseKey) {
    return store.byKey(process, caseKey);
  }

  /** Cases of which something went wrong, oldest first. */
  public List<CaseView> parked(int limit) {
    return store.parked(limit).stream().map(this::view).toList();
  }

  private CaseView view(LoadedCase it) {
    CaseRow row = it.row();
    return new CaseView(
        new CaseId(row.id()),
        row.process(),
        Optional.of(row.step()),
        switch (row.phase()) {
          case RUN -> Standing.RUNNING;
          case WAIT -> Standing.WAITING;
          case DECISION -> Standing.DECISION;
          case PARKED -> Standing.PARKED;
        },
        row.why(),
        row.waitsUntil(),
        row.undoing(),
        row.head().sequence(),
        row.ending(),
        !row.undoing() && !processes.irrevocable(row),
        row.phase() == Phase.PARKED && processes.step(row) instanceof RemoteStep,
        it.state());
  }

  private CaseView ended(CaseId id, CaseStore.EndedRow ended) {
    return new CaseView(
        id,
        ended.process(),
        Optional.empty(),
        Standing.ENDED,
        null,
        null,
        false,
        ended.sequence(),
        ended.ending(),
        false,
        false,
        processes.readState(ended.process(), ended.state()));
  }

  /** Work on the caller's connection. */
  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private <T> T inTransaction(Work<T> work) {
    return java.util.Objects.requireNonNull(
        transactions.execute(
            status -> {
              Connection connection = DataSourceUtils.getConnection(database);
              try {
                return work.on(connection);
              } catch (SQLException e) {
                var translated = new SQLExceptionSubclassTranslator().translate("engine", null, e);
                throw translated != null
                    ? translated
                    : new org.springframework.jdbc.UncategorizedSQLException("engine", null, e);
              } finally {
                DataSourceUtils.releaseConnection(connection, database);
              }
            }));
  }

  private static void afterCommit(Runnable work) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            // What is committed is committed: trouble here must not look to the caller as if it
            // were not. A case that is not picked up now is found by the engine's own look.
            Thread.ofVirtual().name("engine-pick-up").start(work);
          }
        });
  }
}
