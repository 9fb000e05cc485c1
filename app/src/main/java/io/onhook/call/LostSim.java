package io.onhook.call;

import io.onhook.access.CallerCodes;
import io.onhook.bar.Bar;
import io.onhook.bar.BarAnswer;
import io.onhook.bar.Bars;
import io.onhook.bar.LiftAnswer;
import io.onhook.line.Line;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A lost SIM: barred at once. Knowing the end of the document's number is enough for that, because
 * it can be lifted and all other contacts are told; it is enough for nothing else, and nobody
 * learns here whether it was right.
 */
@Component
public final class LostSim {
  private final Bars bars;
  private final Behind behind;
  private final Failures failures;
  private final CallerCodes codes;
  private final CallJournal journal;

  LostSim(Bars bars, Behind behind, Failures failures, CallerCodes codes, CallJournal journal) {
    this.bars = bars;
    this.behind = behind;
    this.failures = failures;
    this.codes = codes;
    this.journal = journal;
  }

  /** What became of answers to the questions. */
  public sealed interface AskedAnswer {
    /** If they are right, the line is being barred. */
    record Taken() implements AskedAnswer {}

    /** Asked too often about this. */
    record Closed(Instant until) implements AskedAnswer {}
  }

  /**
   * Bars the line that the caller named by its number, if the answer is right. The same answer and
   * time either way; every use counts, right ones too.
   *
   * @param documentEnd the last signs of the registered document's number, as the caller says them
   */
  public AskedAnswer bar(Call call, String documentEnd) {
    String subject = "knowledge/" + call.named().text();
    Optional<Instant> closed = failures.closedUntil(subject);
    if (closed.isPresent()) {
      return new AskedAnswer.Closed(closed.get());
    }
    failures.failed(subject);
    journal.write(call.agent(), "lost-sim-by-knowledge", call.id());
    codes.evenly(
        () ->
            behind
                .line(call.named())
                .filter(line -> line.holder().documentEndsWith(documentEnd))
                .ifPresent(line -> bar(call, line)));
    return new AskedAnswer.Taken();
  }

  private BarAnswer bar(Call call, Line line) {
    return bars.bar(line.id(), Bar.Reason.LOST, "", call.language(), call.agent());
  }

  /** Bars the line of a caller who is checked. */
  public BarAnswer bar(Call call, Call.Caller caller) {
    return bars.bar(caller.line(), Bar.Reason.LOST, "", call.language(), call.agent());
  }

  /** Lifts it: only for a caller who has another contact of the account. */
  public LiftAnswer lift(Call call, Call.Caller caller) {
    return caller.ofAccount()
        ? bars.lift(caller.line(), Bar.Reason.LOST, call.agent())
        : new LiftAnswer.ForAnotherReason();
  }
}
