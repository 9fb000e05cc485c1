package io.onhook.dispute;

import io.onhook.engine.Decision;
import io.onhook.engine.Signal;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A person upholds the dispute or drops it. A machine never does. */
@Component
final class DecideDispute implements Decision<Dispute> {
  static final String STEP = "decide-dispute";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A decision as its signal carries it, and so the journal. */
  record Said(boolean upheld) {
    static Said of(String payload) {
      return JSON.readValue(payload, Said.class);
    }

    String payload() {
      return JSON.writeValueAsString(this);
    }
  }

  @Override
  public StepOutcome<Dispute> open(Dispute state, StepContext context) {
    return StepOutcome.needsPerson("charge-disputed");
  }

  @Override
  public StepOutcome<Dispute> decide(Dispute state, Signal decision, StepContext context) {
    boolean upheld = Said.of(decision.payload()).upheld();
    return StepOutcome.done(
        state.decided(upheld),
        new NoteDispute(
            state.reference(),
            upheld ? Contested.State.UPHELD : Contested.State.DROPPED,
            context.now(),
            null));
  }
}
