package io.onhook.demo;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Ends this process as a power cut would: nothing is closed, flushed or given back. */
@Component
@Profile("sandbox")
class PowerCut {
  private static final int KILLED = 137;

  /** Time for the page that says so to reach the browser. */
  private static final Duration GRACE = Duration.ofMillis(300);

  void soon() {
    var unused =
        CompletableFuture.runAsync(
            () -> Runtime.getRuntime().halt(KILLED),
            CompletableFuture.delayedExecutor(GRACE.toMillis(), TimeUnit.MILLISECONDS));
  }
}
