package io.onhook.engine;

import io.onhook.engine.Committer.Item;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

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
  private final Watch watch;
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
      Runnable mailed,
      Watch watch) {
    this.settings = settings;
    this.machine = machine;
    this.settling = settling;
    this.store = store;
    this.database = database;
    this.clock = clock;
    this.mailed = mailed;
    this.watch = watch;
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

  /** Takes over a case that this epoch owns in the database, as it stands there now. */
  void adopt(CaseRow row, long epoch) {
    adopt(store.load(row), epoch);
  }

  /** Takes over a case that this epoch owns in the database. */
  void adopt(LoadedCase it, long epoch) {
    Tenure now = tenure;
    if (it.state() instanceof Unreadable(String why, boolean foreign) && foreign) {
      LOG.warn("Case {} is left to others: {}", it.row().id(), why);
      giveUp(it.row(), epoch, true);
      return;
    }
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
    } catch (DataAccessException | TransactionException databaseAway) {
      LOG.warn("Case {} waits for the database: {}", it.row().id(), databaseAway.getMessage());
      pause(settings.pause());
      // A step that had begun its call may have done it: whoever goes on asks first.
      advance(it.asking(), epoch);
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
      watch.at(Watch.Moment.of(Watch.Point.CALLING, it.row(), "call"));
      StepOutcome<Object> outcome = work.run();
      watch.at(Watch.Moment.of(Watch.Point.ANSWERED, it.row(), "call"));
      settle(it, outcome, true, epoch);
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
      forget(transition.after().id(), epoch);
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
    patiently(() -> reread(item));
  }

  private void reread(Item item) {
    Transition transition = item.transition();
    boolean ours =
        store
            .hash(transition.before().id())
            .map(hash -> Arrays.equals(hash, transition.entry().hash().bytes()))
            .orElse(false);
    if (ours) {
      stored(transition, item.epoch());
      return;
    }
    StepOutcome<Object> remote = item.remote();
    withReloaded(
        item,
        it -> {
          if (remote != null && it.row().sameEffect(transition.before())) {
            settle(it, remote, true, item.epoch());
          } else {
            advance(it, item.epoch());
          }
        });
  }

  @Override
  public void failed(Item item) {
    if (item.remote() != null) {
      poisoned(item, new IllegalStateException("A remote step's write can't have a condition"));
      return;
    }
    patiently(() -> withReloaded(item, it -> advance(it, item.epoch())));
  }

  /** This one change can't be stored: the case stands aside, alone. */
  @Override
  public void poisoned(Item item, Exception cause) {
    Transition transition = item.transition();
    long id = transition.before().id();
    LOG.error("Case {} is parked: its change can't be stored", id, cause);
    if (transition.entry().kind().equals("parked")) {
      // Not even that can be stored: it stays owned and untouched, and is looked at again.
      forget(id, item.epoch());
      return;
    }
    String why = "can't be stored: " + cause.getClass().getSimpleName();
    patiently(
        () ->
            withReloaded(
                item,
                it ->
                    submit(new Item(settling.park(it, why, clock.instant()), null, item.epoch()))));
  }

  /** Goes on with the case as the database has it now, if it is still ours. */
  private void withReloaded(Item item, Consumer<LoadedCase> goOn) {
    long id = item.transition().before().id();
    store.reload(id, item.epoch()).ifPresentOrElse(goOn, () -> forget(id, item.epoch()));
  }

  /** What is under way must not be dropped because the database is away for a while. */
  private void patiently(Runnable work) {
    execute(
        () -> {
          try {
            work.run();
          } catch (DataAccessException | TransactionException databaseAway) {
            pause(settings.pause());
            patiently(work);
          }
        });
  }

  /** Out of this epoch's memory; what another epoch holds is its own. */
  private void forget(long id, long epoch) {
    Tenure now = tenure;
    if (now.epoch() == epoch) {
      now.forget(id);
    }
  }

  @Override
  public void mailed() {
    mailed.run();
  }

  private void giveUp(CaseRow row, long epoch, boolean ready) {
    try {
      if (release(row, epoch, ready)) {
        forget(row.id(), epoch);
      } else {
        store
            .reload(row.id(), epoch)
            .ifPresentOrElse(it -> advance(it, epoch), () -> forget(row.id(), epoch));
      }
    } catch (java.sql.SQLException | DataAccessException e) {
      LOG.warn("Case {} is given up later: {}", row.id(), e.getMessage());
      forget(row.id(), epoch);
    }
  }

  private boolean release(CaseRow row, long epoch, boolean ready) throws java.sql.SQLException {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      var statements = new CommitStatements(connection);
      boolean freed = statements.release(row, epoch);
      if (freed && ready) {
        statements.ready(List.of(row.id()));
      }
      connection.commit();
      return freed;
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
