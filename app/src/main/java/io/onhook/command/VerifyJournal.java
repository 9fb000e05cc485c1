package io.onhook.command;

import io.onhook.journal.Finding;
import io.onhook.journal.JournalVerifier;
import java.io.PrintStream;
import org.springframework.context.annotation.ComponentScan;

/** {@code journal verify}: proves the record and says what it found. */
final class VerifyJournal {
  private VerifyJournal() {}

  /**
   * Runs the proof.
   *
   * @return the exit code: 0 if the record holds, 1 if it does not
   */
  static int run(String[] settings, PrintStream out) {
    return AtRest.with(
        Modules.class,
        settings,
        context -> report(context.getBean(JournalVerifier.class).verify(), out));
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

  /** What the proof needs. */
  @ComponentScan({"io.onhook.database", "io.onhook.clock", "io.onhook.vault", "io.onhook.journal"})
  static class Modules {}
}
