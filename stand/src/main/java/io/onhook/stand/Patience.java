package io.onhook.stand;

import java.time.Duration;

/** Waits for other processes. */
public final class Patience {
  private Patience() {}

  /** Something to look at again and again. */
  public interface Look {
    /** Whether what is waited for is there. */
    boolean there() throws Exception;
  }

  /** Looks until it is there; fails, saying what was waited for. */
  public static void until(String what, Duration atMost, Look look) {
    long end = System.nanoTime() + atMost.toNanos();
    while (true) {
      try {
        if (look.there()) {
          return;
        }
        if (System.nanoTime() > end) {
          throw new Said("Waited %d s in vain until %s".formatted(atMost.toSeconds(), what));
        }
        breathe();
      } catch (Said e) {
        throw e;
      } catch (Exception e) {
        throw new Said("While waiting until " + what + ": " + e, e);
      }
    }
  }

  /** A moment, between two looks. */
  public static void breathe() {
    try {
      Thread.sleep(Duration.ofMillis(50));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Said("Interrupted while waiting", e);
    }
  }
}
