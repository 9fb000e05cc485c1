package io.onhook.call;

import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Cancellations;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What an automated voice line can do for a caller: a code by a case's reference, and the case's
 * state for its digits. The same bounds and the same silence as with an agent.
 */
@Component
public final class VoiceLine {
  private final Calls calls;
  private final Cancellations cancellations;

  VoiceLine(Calls calls, Cancellations cancellations) {
    this.calls = calls;
    this.cancellations = cancellations;
  }

  /** A call that the line has begun. */
  public record Begun(String call, SentAnswer sent) {}

  /** What the caller can be told. */
  public sealed interface StatusAnswer {
    /** The case as it stands. The call is over with it. */
    record Told(CancellationView it) implements StatusAnswer {}

    /** The digits were not right, or none were expected. */
    record NotChecked(CheckedAnswer why) implements StatusAnswer {}

    /** This line never began such a call, or it is over. */
    record NoSuchCall() implements StatusAnswer {}
  }

  /** Begins a call about a case. Nothing shows whether there is one. */
  public Begun begin(CaseReference reference, Language language, Actor program) {
    Call call = calls.begin(new Named.Reference(reference), language, program);
    return new Begun(call.id(), calls.sendCode(call));
  }

  /**
   * The state of the case, for the digits that the caller typed.
   *
   * @param id from {@link Begun#call}
   */
  public StatusAnswer status(String id, String digits, Actor program) {
    Optional<Call> call = calls.find(id, program).filter(it -> it.endedAt().isEmpty());
    if (call.isEmpty() || !(call.get().named() instanceof Named.Reference(var reference))) {
      return new StatusAnswer.NoSuchCall();
    }
    CheckedAnswer checked = calls.enter(call.get(), digits);
    if (!(checked instanceof CheckedAnswer.Checked)) {
      return new StatusAnswer.NotChecked(checked);
    }
    Call.Caller caller = calls.find(id, program).flatMap(Call::caller).orElseThrow();
    calls.end(call.get());
    return cancellations
        .find(reference, Actor.holder(caller.partyId()))
        .<StatusAnswer>map(StatusAnswer.Told::new)
        .orElseGet(StatusAnswer.NoSuchCall::new);
  }
}
