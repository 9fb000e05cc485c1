package io.onhook.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What one engine reached.
 *
 * @param casesPerSecond from the start of the workers to the last end, one value a round
 * @param walBytes of a whole case, storing it included
 * @param rows inserted, updated and deleted for a whole case
 * @param heap the most in use during a run, in MB
 * @param cpuMillis of this program and PostgreSQL for a whole case: what a busy machine blurs least
 */
record Throughput(
    Contender contender,
    Samples casesPerSecond,
    Samples walBytes,
    double rows,
    Samples heap,
    Samples cpuMillis) {
  private static final long PAUSE_MILLIS = 500;

  /** Measures all by turns, so that a slow minute of the machine meets every one. */
  static List<Throughput> measure(
      List<? extends Contender> all, Work work, Options options, Figures figures)
      throws SQLException {
    var results = new ArrayList<Throughput>();
    var counts = new ArrayList<Integer>();
    for (Contender contender : all) {
      double rate = warm(contender, work, options);
      counts.add((int) Math.max(20, rate * options.seconds()));
      results.add(
          new Throughput(
              contender,
              new Samples(),
              new Samples(),
              rows(contender, work, options),
              new Samples(),
              new Samples()));
    }
    for (int round = 1; round <= options.rounds(); round++) {
      for (int i = 0; i < all.size(); i++) {
        results.get(i).once(counts.get(i), work);
        figures.say(
            "%s, round %d: %-12s %,10.0f cases/s of %,d, %.3f ms CPU each"
                .formatted(
                    work.tag(),
                    round,
                    all.get(i).name(),
                    results.get(i).casesPerSecond().last(),
                    counts.get(i),
                    results.get(i).cpuMillis().last()));
      }
    }
    return results;
  }

  /** Runs until it is warm; gives cases per second. */
  private static double warm(Contender contender, Work work, Options options) throws SQLException {
    double rate = 20;
    int atLeast = options.brief() ? 1 : 4;
    long end = System.nanoTime() + (long) (2 * options.seconds() * 1e9);
    for (int i = 0; i < atLeast || System.nanoTime() < end; i++) {
      int cases = (int) Math.max(20, Math.min(rate * options.seconds(), 40_000));
      contender.meter().tidy();
      rate = run(contender, cases, work).rate();
    }
    return rate;
  }

  /** Sessions tell what they wrote when they end. */
  private static double rows(Contender contender, Work work, Options options) throws SQLException {
    int cases = options.brief() ? 20 : 200;
    Meter meter = contender.meter();
    evict(contender);
    double before = meter.rowsWritten();
    run(contender, cases, work);
    evict(contender);
    return (meter.rowsWritten() - before) / cases;
  }

  private static void evict(Contender contender) {
    contender.pool().getHikariPoolMXBean().softEvictConnections();
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void once(int cases, Work work) throws SQLException {
    Meter meter = contender.meter();
    meter.tidy();
    double wal = meter.walBytes();
    Run run = run(contender, cases, work);
    casesPerSecond.add(run.rate());
    walBytes.add((meter.walBytes() - wal) / cases);
    cpuMillis.add(run.cpu() * 1e3 / cases);
    heap.add(Meter.peakHeap());
  }

  /**
   * Cases stored, and run to their ends.
   *
   * @param rate cases per second, from the begin of the workers on
   * @param cpu seconds that this took, with the database's sessions
   */
  private record Run(double rate, double cpu) {}

  private static Run run(Contender contender, int cases, Work work) throws SQLException {
    contender.store(cases, work);
    contender.ends().expect(cases);
    double cpu = contender.meter().cpuSeconds();
    long begun = System.nanoTime();
    contender.begin(work);
    contender.ends().await();
    double seconds = (System.nanoTime() - begun) / 1e9;
    // Before the workers rest: their sessions end with them.
    double used = contender.meter().cpuSeconds() - cpu;
    contender.rest();
    return new Run(cases / seconds, used);
  }
}
