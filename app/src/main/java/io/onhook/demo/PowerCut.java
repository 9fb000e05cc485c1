package io.onhook.demo;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Ends this process as a power cut would: nothing is closed, flushed or given back. */
@Component
@Profile("sandbox")
class PowerCut {
  private static final int KILLED = 137;

  /** Time for the page that says so to reach the browser. */
  private static final Duration GRACE = Duration.ofMillis(300);

  /**
   * Cuts it as soon as the page that says so is on its way.
   *
   * @param why key of what that page says
   */
  String cut(String why, Model model) {
    model.addAttribute("why", why);
    soon();
    return "demo/dark";
  }

  void soon() {
    var unused =
        CompletableFuture.runAsync(
            () -> Runtime.getRuntime().halt(KILLED),
            CompletableFuture.delayedExecutor(GRACE.toMillis(), TimeUnit.MILLISECONDS));
  }
}
