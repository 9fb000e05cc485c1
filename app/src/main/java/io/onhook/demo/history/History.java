package io.onhook.demo.history;

import io.onhook.clock.ClockKeeper;
import io.onhook.engine.Engine;
import io.onhook.policy.WorkingDays;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Lives the days before a visitor comes, once, on a database where nothing has happened yet. It
 * leads the clock, which stands at a moment of the last day when offices are open in the end. A
 * start after a power cut goes on with the day that was broken off.
 */
public final class History implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(History.class);

  private static final int TRIES = 3;
  private static final Duration LOOSE_ENDS_BEFORE = Duration.ofMinutes(75);
  private static final Duration BETWEEN_VISITORS = Duration.ofMinutes(4);

  /** Far longer than a day's cases take; after that the day goes on without them. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration GLANCE = Duration.ofMillis(20);

  private final int days;
  private final HistoryStore store;
  private final BooleanSupplier untouched;
  private final WorkingDays calendar;
  private final BusyMoment busy;
  private final Leaving leaving;
  private final Reviewing reviewing;
  private final Stores stores;
  private final OperatorBank bank;
  private final LooseEnds looseEnds;
  private final Engine engine;
  private final ClockKeeper keeper;
  private final Clock clock;
  private volatile boolean stopped;
  private @Nullable Thread thread;

  History(
      int days,
      HistoryStore store,
      BooleanSupplier untouched,
      WorkingDays calendar,
      Leaving leaving,
      Reviewing reviewing,
      Stores stores,
      OperatorBank bank,
      LooseEnds looseEnds,
      Engine engine,
      ClockKeeper keeper,
      Clock clock) {
    this.days = days;
    this.store = store;
    this.untouched = untouched;
    this.calendar = calendar;
    this.busy = new BusyMoment(calendar);
    this.leaving = leaving;
    this.reviewing = reviewing;
    this.stores = stores;
    this.bank = bank;
    this.looseEnds = looseEnds;
    this.engine = engine;
    this.keeper = keeper;
    this.clock = clock;
  }

  /**
   * How far it is.
   *
   * @param lived days
   * @param of so many
   * @param done whether a visitor may come; true also where no history is wanted
   */
  public record Progress(int lived, int of, boolean done) {}

  /** How far it is now. */
  public Progress progress() {
    return store
        .span()
        .map(
            span ->
                new Progress(
                    (int) ChronoUnit.DAYS.between(span.firstOn(), span.nextOn()),
                    (int) ChronoUnit.DAYS.between(span.firstOn(), span.lastOn()) + 1,
                    span.done()))
        .orElseGet(() -> new Progress(0, days, days == 0 || !untouched.getAsBoolean()));
  }

  @Override
  public synchronized void start() {
    thread = Thread.ofPlatform().daemon().name("history").start(this::run);
  }

  @Override
  public synchronized void stop() {
    stopped = true;
    if (thread != null) {
      thread.interrupt();
      thread = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }

  private void run() {
    try {
      Optional<Span> span = store.span().or(this::begin).filter(it -> !it.done());
      if (span.isPresent()) {
        live(span.get());
      }
    } catch (RuntimeException e) {
      if (!stopped) {
        LOG.error("The history breaks off; it goes on at the next start", e);
      }
    }
  }

  private Optional<Span> begin() {
    if (days == 0 || !untouched.getAsBoolean()) {
      return Optional.empty();
    }
    Instant last = busy.last(clock.instant());
    return Optional.of(store.begin(calendar.dateOf(last).minusDays(days), last));
  }

  private void live(Span span) {
    for (LocalDate day = span.nextOn(); !day.isAfter(span.lastOn()); day = day.plusDays(1)) {
      LocalDate today = day;
      tryTo(today.toString(), () -> live(today, span));
      store.lived(today);
    }
    tryTo("The last hour", () -> lastHour(span));
    store.done();
    LOG.info(
        "{} days of history are lived", ChronoUnit.DAYS.between(span.firstOn(), span.lastOn()));
  }

  /** What can't be lived after some tries is left: a visitor rather finds a gap than waits on. */
  private void tryTo(String what, Runnable living) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      try {
        living.run();
        return;
      } catch (RuntimeException e) {
        if (stopped) {
          throw e;
        }
        LOG.error("{} broke off; this was try {} of {}", what, attempt, TRIES, e);
      }
    }
  }

  private void lastHour(Span span) {
    keeper.set(span.lastAt().minus(LOOSE_ENDS_BEFORE));
    looseEnds.leave();
    for (int nth = 0; nth < Stores.CROWD; nth++) {
      keeper.set(span.lastAt().minus(BETWEEN_VISITORS.multipliedBy(Stores.CROWD - nth)));
      stores.comeIn(nth);
    }
    rest(span.lastAt());
    stores.serve();
    reviewing.claimOne();
  }

  private void live(LocalDate day, Span span) {
    for (Happening it :
        new Day(day, span, calendar, leaving, reviewing, stores, bank).happenings()) {
      if (it.at().isAfter(span.lastAt())) {
        return;
      }
      switch (it) {
        case Happening.AboutALine(Instant at, Runnable what) -> {
          keeper.set(at);
          engine.wake();
          what.run();
        }
        case Happening.AtAnOffice(Instant at, Runnable what) -> {
          keeper.setHere(at);
          what.run();
        }
        case Happening.TimePasses(Instant at) -> {
          if (!engine.idle(at)) {
            rest(at);
          }
        }
      }
    }
  }

  /** Lets every case come as far as it can by this time. */
  private void rest(Instant at) {
    keeper.set(at);
    engine.wake();
    long since = System.nanoTime();
    while (!engine.idle(at)) {
      if (System.nanoTime() - since > PATIENCE.toNanos()) {
        LOG.warn("Cases are still under way at {}; the day goes on", at);
        return;
      }
      try {
        Thread.sleep(GLANCE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("The history was interrupted", e);
      }
    }
  }
}
