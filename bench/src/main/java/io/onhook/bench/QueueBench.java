package io.onhook.bench;

import io.onhook.branch.CallAnswer;
import io.onhook.branch.Counter;
import io.onhook.branch.Service;
import io.onhook.branch.TakeAnswer;
import io.onhook.branch.TakeTicket;
import io.onhook.branch.Ticket;
import io.onhook.branch.Tickets;
import io.onhook.branch.Windows;
import io.onhook.shared.Language;
import io.onhook.stand.Patience;
import io.onhook.stand.Said;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * An office's queue: how many calls a second when twenty offices call at once, and how long it
 * takes from a clerk's press until every board of that office shows it, with 600 boards listening.
 */
final class QueueBench {
  private static final int OFFICES = 20;
  private static final int SCREENS = 30;
  private static final int WINDOWS = 4;

  /** As many as the service has connections; more would only wait for one. */
  private static final int AT_ONCE = 12;

  private static final Duration SPACED = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Product product;
  private final Options options;
  private final Figures figures;
  private final int offices;
  private final int screens;

  private QueueBench(Product product, Options options, Figures figures) {
    this.product = product;
    this.options = options;
    this.figures = figures;
    this.offices = options.brief() ? 2 : OFFICES;
    this.screens = options.brief() ? 2 : SCREENS;
  }

  static void run(Options options, Figures figures) {
    Path folder = options.folder();
    try (var product = Product.start(options, folder, new StepTimes(), offices())) {
      var bench = new QueueBench(product, options, figures);
      bench.calls();
      bench.boards();
      figures.atMost(512, "heap_mb_under_load", Meter.peakHeap(), "MB");
    } finally {
      Options.remove(folder);
    }
  }

  /** Open around the clock but for its last minute. */
  private static List<String> offices() {
    List<String> settings = new ArrayList<>();
    for (int i = 1; i <= OFFICES; i++) {
      String at = "--onhook.branch.offices." + name(i);
      settings.addAll(
          List.of(
              at + ".name.en=Bench " + i,
              at + ".district.en=Bench",
              at + ".address.en=1 Road",
              at + ".latitude=31." + (10 + i),
              at + ".longitude=121.4",
              at + ".zone=Asia/Shanghai",
              at + ".hours=Mo-Su 00:00-23:59",
              at + ".windows=" + WINDOWS));
    }
    return settings;
  }

  private static String name(int office) {
    return "bench-" + office;
  }

  /** All windows of all offices call one ticket after the other, as fast as they can, in turns. */
  private void calls() {
    var turn = new Semaphore(AT_ONCE, true);
    int each = options.cases(50);
    Windows windows = product.bean(Windows.class);
    Counter counter = product.bean(Counter.class);
    var rates = new Samples();
    for (int round = 1; round <= options.rounds(); round++) {
      for (int office = 1; office <= offices; office++) {
        for (int i = 0; i < each * WINDOWS; i++) {
          take(name(office));
        }
        for (int window = 1; window <= WINDOWS; window++) {
          windows.open(name(office), window, staff(office, window), Set.of());
        }
      }
      var called = new ConcurrentLinkedQueue<String>();
      long begun = System.nanoTime();
      List<Thread> clerks =
          IntStream.rangeClosed(1, offices)
              .boxed()
              .flatMap(
                  office ->
                      IntStream.rangeClosed(1, WINDOWS)
                          .mapToObj(
                              window ->
                                  Thread.startVirtualThread(
                                      () -> {
                                        for (int i = 0; i < each; i++) {
                                          turn.acquireUninterruptibly();
                                          try {
                                            called.add(serve(counter, staff(office, window)));
                                          } finally {
                                            turn.release();
                                          }
                                        }
                                      })))
              .toList();
      join(clerks);
      double took = (System.nanoTime() - begun) / 1e9;
      int all = each * WINDOWS * offices;
      if (called.size() != all || Set.copyOf(called).size() != all) {
        throw new Said("Of %d calls %d tickets came".formatted(all, Set.copyOf(called).size()));
      }
      rates.add(all / took);
      figures.say("calls, round %d: %.0f a second".formatted(round, rates.last()));
    }
    // Each is a call, a beginning and an end: three changes of the queue.
    figures.tell("queue_calls_per_second", rates.median(), "1/s");
  }

  private static String serve(Counter counter, String staff) {
    Ticket ticket = called(counter, staff);
    counter.begin(staff);
    counter.finish(staff);
    return ticket.office() + "/" + ticket.label();
  }

  private static Ticket called(Counter counter, String staff) {
    CallAnswer answer = counter.callNext(staff);
    if (answer instanceof CallAnswer.Called(var ticket)) {
      return ticket;
    }
    throw new Said("Somebody waits, but the call said " + answer);
  }

  /**
   * First one office calls after the other, twenty calls a second in all, which is a hundred times
   * what so many stores do; then all of them at the same instant.
   */
  private void boards() {
    int calls = options.brief() ? 2 : (int) Math.max(5, options.seconds() * 5);
    try (var all = new Screens(product.address(), ScreenKey.markOf(product.address(), name(1)))) {
      for (int office = 1; office <= offices; office++) {
        all.open(name(office), screens);
      }
      // The first ones make the classes warm and are not told.
      press(all, 2, SPACED);
      Samples spaced = press(all, calls, SPACED);
      Samples together = press(all, calls, Duration.ZERO);
      if (all.broken() > 0) {
        throw new Said(all.broken() + " screens lost their connection");
      }
      figures.tell("board_screens", (double) offices * screens, "screens");
      figures.tell("board_delay_p50_ms", spaced.median(), "ms");
      figures.atMost(1_000, "board_delay_p99_ms", spaced.quantile(0.99), "ms");
      figures.tell("board_delay_all_at_once_p50_ms", together.median(), "ms");
      figures.tell("board_delay_all_at_once_p99_ms", together.quantile(0.99), "ms");
    }
  }

  /** Each office calls so often, with such a pause between two offices. */
  private Samples press(Screens all, int calls, Duration pause) {
    Counter counter = product.bean(Counter.class);
    var delays = new Samples();
    for (int i = 0; i < calls; i++) {
      for (int office = 1; office <= offices; office++) {
        take(name(office));
      }
      var pressed = new ConcurrentLinkedQueue<Pressed>();
      List<Thread> clerks = new ArrayList<>();
      for (int office = 1; office <= offices; office++) {
        int at = office;
        clerks.add(
            Thread.startVirtualThread(
                () -> {
                  long before = System.nanoTime();
                  pressed.add(new Pressed(called(counter, staff(at, 1)), before));
                }));
        pause(pause);
      }
      join(clerks);
      for (Pressed press : pressed) {
        delays(all, press).forEach(delays::add);
      }
      for (int office = 1; office <= offices; office++) {
        counter.begin(staff(office, 1));
        counter.finish(staff(office, 1));
      }
    }
    return delays;
  }

  private static void pause(Duration pause) {
    try {
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Said("Interrupted", e);
    }
  }

  private record Pressed(Ticket ticket, long at) {}

  /** From the press on, of each screen of that office. */
  private List<Double> delays(Screens all, Pressed press) {
    String office = press.ticket().office();
    String label = press.ticket().label();
    Patience.until(
        "every board of " + office + " shows " + label,
        PATIENCE,
        () -> all.saw(office, label).size() == screens);
    return all.saw(office, label).stream().map(at -> (at - press.at()) / 1e6).toList();
  }

  private void take(String office) {
    TakeAnswer answer =
        product
            .bean(Tickets.class)
            .take(
                new TakeTicket(
                    office,
                    Service.END_LINE,
                    TakeTicket.Source.KIOSK,
                    Language.EN,
                    false,
                    Optional.empty(),
                    null,
                    null));
    if (!(answer instanceof TakeAnswer.Taken)) {
      throw new Said("No ticket, but " + answer);
    }
  }

  private static String staff(int office, int window) {
    return "bench-" + office + "-" + window;
  }

  private static void join(List<Thread> threads) {
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Said("Interrupted", e);
    }
  }
}
