package io.onhook.engine;

import io.onhook.engine.Committer.Item;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Runs cases from memory: advances each by the {@link CaseMachine}, on virtual threads, and hands
 * every change to a {@link Committer}; a case goes on only when its change is durable.
 */
final class CaseNode implements Committer.Desk {
  private static final Logger LOG = LoggerFactory.getLogger(CaseNode.class);

  private final EngineOptions settings;
  private final CaseMachine machine;
  private final Settling settling;
  private final CaseStore store;
  private final DataSource database;
  private final Clock clock;
  private final Runnable mailed;
  private final Map<String, Semaphore> partners = new ConcurrentHashMap<>();
  private final ExecutorService steps = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Committer> committers;
  private volatile Tenure tenure;
  private volatile boolean stopping;

  CaseNode(
      EngineOptions settings,
      CaseMachine machine,
      Settling settling,
      CaseStore store,
      CommitTransaction transaction,
      DataSource database,
      Clock clock,
      Runnable mailed) {
    this.settings = settings;
    this.machine = machine;
    this.settling = settling;
    this.store = store;
    this.database = database;
    this.clock = clock;
    this.mailed = mailed;
    this.tenure = beginTenure();
    this.committers =
        java.util.stream.Stream.generate(
                () -> new Committer(transaction, this, () -> tenure.room() > 0))
            .limit(settings.committers())
            .toList();
  }

  private Tenure beginTenure() {
    return Tenure.begin(database, settings.node(), settings.lease(), settings.casesInMemory());
  }

  List<Committer> committers() {
    return committers;
  }

  Tenure tenure() {
    return tenure;
  }

  /** Keeps the lease; begins anew under another epoch where it was lost. */
  void heartbeat() {
    if (!tenure.renew()) {
      LOG.warn("Epoch {} was taken over; beginning anew", tenure.epoch());
      tenure = beginTenure();
    }
  }

  /** Takes over a case that this epoch owns in the database. */
  void adopt(LoadedCase it, long epoch) {
    Tenure now = tenure;
    if (now.epoch() == epoch && now.admit(it.row().id())) {
      advance(it, epoch);
    } else if (now.epoch() == epoch && !now.holds(it.row().id())) {
      giveUp(it.row(), epoch, true);
    }
  }

  private void advance(LoadedCase it, long epoch) {
    execute(() -> move(it, epoch));
  }

  private void move(LoadedCase it, long epoch) {
    if (!current(epoch) || stopping) {
      return;
    }
    try {
      switch (machine.next(it, clock.instant())) {
        case Move.Rest() -> giveUp(it.row(), epoch, false);
        case Move.Commit(Transition transition) -> submit(new Item(transition, null, epoch));
        case Move.RunLocal(Move.Work work) -> settle(it, work.run(), false, epoch);
        case Move.Call(var step, var intent) ->
            remote(it, step, () -> step.call(it.state(), intent), Duration.ZERO, epoch);
        case Move.Ask(var step, var intent, Duration after) ->
            remote(it, step, () -> step.ask(it.state(), intent), after, epoch);
      }
    } catch (DataAccessException databaseAway) {
      LOG.warn("Case {} waits for the database: {}", it.row().id(), databaseAway.getMessage());
      pause(settings.pause());
      advance(it, epoch);
    } catch (RuntimeException | StackOverflowError bug) {
      Settling.logBug(it.row(), bug);
      submit(new Item(settling.park(it, Faults.bug(bug), clock.instant()), null, epoch));
    }
  }

  /** A call or a question, never more than allowed at once, never without its time on the lease. */
  private void remote(
      LoadedCase it, RemoteStep<Object, Object> step, Move.Work work, Duration after, long epoch) {
    pause(after);
    Semaphore partner =
        partners.computeIfAbsent(step.partner(), name -> new Semaphore(settings.callsTo(name)));
    partner.acquireUninterruptibly();
    try {
      Tenure now = tenure;
      while (now.epoch() == epoch && !now.lasts(step.timeout()) && !stopping) {
        pause(settings.pause());
        now = tenure;
      }
      if (now.epoch() != epoch || stopping) {
        return;
      }
      settle(it, work.run(), true, epoch);
    } finally {
      partner.release();
    }
  }

  private void settle(LoadedCase it, StepOutcome<Object> outcome, boolean remote, long epoch) {
    submit(new Item(settling.settle(it, outcome, clock.instant()), remote ? outcome : null, epoch));
  }

  private void submit(Item item) {
    int committer = (int) (item.transition().before().id() % committers.size());
    committers.get(committer).submit(item);
  }

  @Override
  public boolean current(long epoch) {
    return tenure.epoch() == epoch;
  }

  @Override
  public void stored(Transition transition, long epoch) {
    if (transition.ended() != null || transition.after().resting()) {
      tenure.forget(transition.after().id());
    } else {
      advance(transition.loaded(), epoch);
    }
  }

  @Override
  public void started(Transition transition, long epoch) {
    if (transition.ended() == null && !transition.after().resting()) {
      adopt(transition.loaded(), epoch);
    }
  }

  /** A signal came in between, or our own commit went through unheard, or we are fenced off. */
  @Override
  public void stale(Item item) {
    execute(
        () -> {
          try {
            reread(item);
          } catch (DataAccessException databaseAway) {
            pause(settings.pause());
            stale(item);
          }
        });
  }

  private void reread(Item item) {
    Transition transition = item.transition();
    long id = transition.before().id();
    boolean ours =
        store
            .hash(id)
            .map(hash -> java.util.Arrays.equals(hash, transition.entry().hash().bytes()))
            .orElse(false);
    if (ours) {
      stored(transition, item.epoch());
      return;
    }
    Optional<LoadedCase> reloaded = store.reload(id, item.epoch());
    if (reloaded.isEmpty()) {
      tenure.forget(id);
      return;
    }
    LoadedCase it = reloaded.get();
    StepOutcome<Object> remote = item.remote();
    if (remote != null && it.row().step().equals(transition.before().step())) {
      settle(it, remote, true, item.epoch());
    } else {
      advance(it, item.epoch());
    }
  }

  @Override
  public void failed(Item item) {
    if (item.remote() != null) {
      poisoned(item, new IllegalStateException("A remote step's write can't have a condition"));
      return;
    }
    execute(
        () ->
            store
                .reload(item.transition().before().id(), item.epoch())
                .ifPresentOrElse(
                    it -> move(it, item.epoch()),
                    () -> tenure.forget(item.transition().before().id())));
  }

  /** This one change can't be stored: the case stands aside, alone. */
  @Override
  public void poisoned(Item item, Exception cause) {
    Transition transition = item.transition();
    LOG.error("Case {} is parked: its change can't be stored", transition.before().id(), cause);
    execute(
        () ->
            store
                .reload(transition.before().id(), item.epoch())
                .ifPresentOrElse(
                    it -> {
                      if (transition.entry().kind().equals("parked")) {
                        // Not even that: leave it owned and untouched for the next start.
                        tenure.forget(it.row().id());
                      } else {
                        String why = "can't be stored: " + cause.getClass().getSimpleName();
                        submit(
                            new Item(settling.park(it, why, clock.instant()), null, item.epoch()));
                      }
                    },
                    () -> tenure.forget(transition.before().id())));
  }

  @Override
  public void mailed() {
    mailed.run();
  }

  private void giveUp(CaseRow row, long epoch, boolean ready) {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      var statements = new CommitStatements(connection);
      boolean freed = statements.release(row, epoch);
      if (freed && ready) {
        statements.ready(List.of(row.id()));
      }
      connection.commit();
      if (freed) {
        tenure.forget(row.id());
      } else {
        store
            .reload(row.id(), epoch)
            .ifPresentOrElse(it -> advance(it, epoch), () -> tenure.forget(row.id()));
      }
    } catch (java.sql.SQLException e) {
      LOG.warn("Case {} is given up later: {}", row.id(), e.getMessage());
      tenure.forget(row.id());
    }
  }

  /** Begins nothing more, and waits as long for calls under way. */
  void stop(Duration patience) throws InterruptedException {
    stopping = true;
    steps.shutdown();
    if (!steps.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("Calls are still under way at the stop; they will be asked about");
      steps.shutdownNow();
    }
  }

  private void execute(Runnable work) {
    if (!stopping) {
      steps.execute(work);
    }
  }

  private static void pause(Duration length) {
    if (length.isZero()) {
      return;
    }
    try {
      TimeUnit.NANOSECONDS.sleep(length.toNanos());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
