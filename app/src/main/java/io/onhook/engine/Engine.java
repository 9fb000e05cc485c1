package io.onhook.engine;

import io.onhook.journal.Journal;
import io.onhook.shared.Channel;
import io.onhook.shared.SidePool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * One node of the engine, put together and set going: committers, wake-ups, mail, and the loop that
 * claims what is due, keeps the lease, and takes over from nodes that are gone.
 */
public final class Engine implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  /** The channel by which nodes tell each other that cases are ready. */
  static final String READY = "onhook_ready";

  private static final int LARGEST_CLAIM = 1_000;

  private final EngineOptions settings;
  private final Processes processes;
  private final Clock clock;
  private final SidePool own;
  private final CaseStore store;
  private final Takeover takeover;
  private final CaseNode node;
  private final MailCarrier carrier;
  private final Channel wakeups;
  private final Cases cases;
  private final Semaphore bell = new Semaphore(0);
  private final List<Thread> threads = new ArrayList<>();
  private volatile Set<Long> strays = Set.of();
  private volatile boolean running;

  /**
   * Every statement of the engine finds its rows by their keys. Left to itself the planner reads
   * whole tables while their statistics are young, which is slower by far. What joins an array says
   * {@code = ANY (ARRAY[n.id])} for the same end: to a plain {@code =} the planner may answer by
   * reading a whole index in its order, once for each case of a batch. So there is one good plan
   * for any parameters, and it is made once: anew for each commit it costs a case alone more than
   * the disk does.
   */
  private static final String BY_KEY_ONLY =
      "SET enable_hashjoin = off; SET enable_mergejoin = off; SET enable_seqscan = off;"
          + " SET plan_cache_mode = force_generic_plan";

  /**
   * Registers the node; nothing runs before {@link #start}.
   *
   * @param database where callers have their transactions; the engine works beside it, on
   *     connections of its own, so that no crowd at the doors keeps cases from going on
   */
  public Engine(
      DataSource database,
      Clock clock,
      Journal journal,
      Processes processes,
      List<? extends WriteHandler<?>> handlers,
      EngineOptions settings,
      Watch watch) {
    if (settings.lease().compareTo(processes.longestTimeout().multipliedBy(2)) < 0) {
      throw new IllegalArgumentException(
          "onhook.engine.lease is %s: make it at least twice the longest time-out of a step, %s"
              .formatted(settings.lease(), processes.longestTimeout()));
    }
    this.settings = settings;
    this.processes = processes;
    this.clock = clock;
    this.own = SidePool.beside(database, "engine", settings.connections(), BY_KEY_ONLY);
    DataSource inner = own.database();
    this.store = new CaseStore(inner, processes);
    this.takeover = new Takeover(inner);
    String installation = store.installation();
    var settling = new Settling(processes, installation);
    var transaction =
        new CommitTransaction(
            inner,
            journal,
            new LocalWrites(handlers),
            new Starts(processes, settling, new CaseIds()),
            clock,
            watch);
    var desk = new SignalDesk(processes, journal, clock);
    var machine = new CaseMachine(processes, settling, installation);
    this.node =
        new CaseNode(
            settings, machine, settling, store, transaction, inner, clock, this::mailed, watch);
    this.carrier = new MailCarrier(inner, desk, () -> node.tenure().epoch(), node::adopt);
    this.wakeups = new Channel(inner, READY, this::wake, payload -> wake());
    this.cases =
        new Cases(database, transaction, desk, new CaseStore(database, processes), processes, node);
  }

  /** The door to this node's cases. */
  public Cases cases() {
    return cases;
  }

  /** Looks at once for what is due: call it when the product's clock was moved. */
  public void wake() {
    bell.release();
  }

  /**
   * Whether no case can go on by this time, on any node: none is due, ready or under way, and no
   * signal is on its way. For who moves the clock, before it is moved on.
   */
  public boolean idle(Instant at) {
    return store.idle(at);
  }

  /** The fencing token under which this node writes now. */
  long epoch() {
    return node.tenure().epoch();
  }

  /** For trials: the clockwork stands still, as if the process were paused. */
  void freeze() {
    running = false;
  }

  @Override
  public synchronized void start() {
    running = true;
    for (Committer committer : node.committers()) {
      begin("committer", committer);
    }
    begin("mail", carrier);
    begin("wakeups", wakeups);
    begin("clockwork", this::loop);
  }

  /** Ends calls under way, then gives all cases up for any node to go on with. */
  @Override
  public synchronized void stop() {
    running = false;
    try {
      node.stop(processes.longestTimeout().plusSeconds(1));
      for (Thread thread : threads) {
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(5));
      }
      takeover.giveUp(node.tenure().epoch());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (DataAccessException | TransactionException databaseAway) {
      LOG.warn("Cases could not be given up; others will see that this node is gone");
    } finally {
      own.close();
    }
    threads.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Cases run only while the database is there, and stop before the doors' servers do. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 4096;
  }

  private void begin(String name, Runnable work) {
    threads.add(Thread.ofPlatform().name("engine-" + name).start(work));
  }

  private void mailed() {
    carrier.ring();
  }

  private void loop() {
    long beat = 0;
    while (running) {
      try {
        if (System.nanoTime() - beat > settings.heartbeat().toNanos() || beat == 0) {
          beat = System.nanoTime();
          node.heartbeat();
          takeover.freeTheGone(node.tenure().epoch(), processes.longestTimeout());
          findStrays();
        }
        if (claim()) {
          continue;
        }
      } catch (DataAccessException | TransactionException databaseAway) {
        LOG.warn("The engine waits for the database: {}", databaseAway.getMessage());
      } catch (RuntimeException bug) {
        LOG.error("The engine's loop stumbled", bug);
      }
      try {
        bell.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
        bell.drainPermits();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Takes what is due; whether there may be more. */
  private boolean claim() {
    Tenure tenure = node.tenure();
    int room = Math.min(tenure.room(), LARGEST_CLAIM);
    if (room == 0 || !tenure.lasts(Duration.ZERO)) {
      return false;
    }
    List<LoadedCase> ready = store.claimReady(tenure.epoch(), room);
    ready.forEach(it -> node.adopt(it, tenure.epoch()));
    List<LoadedCase> due = store.claimDue(tenure.epoch(), room, clock.instant());
    due.forEach(it -> node.adopt(it, tenure.epoch()));
    return ready.size() == room || due.size() == room;
  }

  /**
   * Cases that this epoch owns and that are not in memory, at two looks running: a commit went
   * through unheard. Whoever loads them asks first.
   */
  private void findStrays() {
    Tenure tenure = node.tenure();
    Set<Long> now = new HashSet<>(store.owned(tenure.epoch()));
    now.removeIf(tenure::holds);
    for (long id : now) {
      if (strays.contains(id)) {
        store.reload(id, tenure.epoch()).ifPresent(it -> node.adopt(it, tenure.epoch()));
      }
    }
    strays = now;
  }
}
