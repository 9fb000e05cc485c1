package io.onhook.cancellation;

import io.onhook.engine.CaseView;
import io.onhook.engine.Cases;
import io.onhook.engine.Ending;
import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Waits until the main line is ready to end; if it stays after all, so does this product. */
@Component
final class AwaitMainLine implements LocalStep<Parting> {
  private static final Duration SOONEST = Duration.ofMinutes(1);

  private final CancellationStore store;
  private final ObjectProvider<Cases> cases;

  AwaitMainLine(DataSource database, ObjectProvider<Cases> cases) {
    this.store = new CancellationStore(JdbcClient.create(database));
    this.cases = cases;
  }

  @Override
  public StepOutcome<Parting> run(Parting state, StepContext context) {
    Optional<CaseView> main =
        store.find(state.main()).flatMap(row -> cases.getObject().find(row.caseId()));
    if (main.isEmpty()) {
      return StepOutcome.needsPerson("main-line-unknown");
    }
    CaseView it = main.get();
    if (it.undoing()
        || it.ending() instanceof Ending.Retracted
        || it.ending() instanceof Ending.Refused) {
      return StepOutcome.done(state.calledOff());
    }
    return it.step().filter(AwaitFamily.STEP::equals).isPresent()
        ? StepOutcome.done(state)
        : new StepOutcome.WaitUntil<>(
            NextLook.at(SOONEST, state.notBefore(), context.now(), state.notBefore()),
            "waits-for-main-line");
  }
}
