package io.onhook.command;

import io.onhook.journal.Finding;
import io.onhook.journal.JournalVerifier;
import java.io.PrintStream;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * Proves the journal and says what it found. Runs beside a service, too: it joins its database and
 * starts nothing, so it writes nothing.
 */
public final class VerifyJournal {
  private VerifyJournal() {}

  /**
   * Runs the proof.
   *
   * @param args settings, as for the service
   * @return the exit code: 0 if the record holds, 1 if it does not
   */
  public static int run(String[] args) {
    PrintStream out = System.out;
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Parts.class)
            .web(WebApplicationType.NONE)
            .logStartupInfo(false)
            .run(quietly(args))) {
      return report(context.getBean(JournalVerifier.class).verify(), out);
    }
  }

  private static String[] quietly(String[] args) {
    return Stream.concat(
            Stream.of(args),
            Stream.of(
                "--onhook.database.join=true",
                "--logging.level.root=ERROR",
                "--logging.level.io.onhook=ERROR"))
        .toArray(String[]::new);
  }

  static int report(JournalVerifier.Verdict verdict, PrintStream out) {
    out.printf(
        "Read %d entries in %d chains, and %d signed roots.%n",
        verdict.entries(), verdict.chains(), verdict.roots());
    if (verdict.holds()) {
      out.println("The record holds: nothing was changed, cut off or lost.");
      return 0;
    }
    out.println("THE RECORD DOES NOT HOLD. The first finding of each chain:");
    for (Finding finding : verdict.findings()) {
      out.printf("  %s: %s, %s%n", finding.problem(), finding.place(), finding.detail());
    }
    return 1;
  }

  /** The few modules that the proof needs, at rest: no worker runs and no root is written. */
  @ComponentScan({"io.onhook.database", "io.onhook.clock", "io.onhook.vault", "io.onhook.journal"})
  static class Parts {
    @Bean
    static LifecycleProcessor lifecycleProcessor() {
      return new LifecycleProcessor() {
        @Override
        public void onRefresh() {}

        @Override
        public void onClose() {}

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
          return false;
        }
      };
    }
  }
}
