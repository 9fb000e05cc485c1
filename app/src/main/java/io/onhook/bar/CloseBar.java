package io.onhook.bar;

import io.onhook.engine.ClosingStep;
import io.onhook.engine.Ending;
import io.onhook.engine.LocalWrite;
import io.onhook.engine.StepContext;
import java.util.List;
import org.springframework.stereotype.Component;

/** The bar is over, however it ended: the line can be barred anew. */
@Component
final class CloseBar implements ClosingStep<LineBar> {
  @Override
  public List<LocalWrite> close(LineBar state, Ending ending, StepContext context) {
    return List.of(
        new NoteOver(state.id(), context.now()), new LetGo(state.line(), state.holder(), false));
  }
}
