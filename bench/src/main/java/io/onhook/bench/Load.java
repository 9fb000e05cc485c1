package io.onhook.bench;

import io.onhook.stand.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Many at once, as many clients would come: virtual threads, so many of them at a time. */
final class Load {
  /** How many are under way at once. */
  static final int AT_ONCE = 32;

  private Load() {}

  /** Does it for each; gives the results in order, or the first failure. */
  static <T, R> List<R> each(List<T> items, Function<T, R> work) {
    var room = new Semaphore(AT_ONCE);
    List<Future<R>> futures = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (T item : items) {
        futures.add(
            threads.submit(
                () -> {
                  room.acquire();
                  try {
                    return work.apply(item);
                  } finally {
                    room.release();
                  }
                }));
      }
    }
    List<R> results = new ArrayList<>();
    for (Future<R> future : futures) {
      try {
        results.add(future.get());
      } catch (ExecutionException e) {
        throw e.getCause() instanceof Said said ? said : new Said("It failed: " + e, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Said("Interrupted", e);
      }
    }
    return results;
  }
}
