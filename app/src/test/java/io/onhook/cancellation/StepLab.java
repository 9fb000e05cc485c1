package io.onhook.cancellation;

import io.onhook.engine.CaseId;
import io.onhook.engine.Intent;
import io.onhook.engine.RemoteStep;
import io.onhook.engine.Step;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.notice.Notice;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Runs single steps by hand, on the state of a case just received. */
final class StepLab implements AutoCloseable {
  static final Instant NOW = LineFixture.NOON.plusSeconds(60);

  final World world = new World();
  final OperatorInTest operator = world.operator;
  private final Random random = new Random(42);

  /** The first state of a case about this line. */
  Cancellation received(LineFixture line) {
    operator.add(line);
    return state(line);
  }

  /** The same, of a line that the operator need not know. */
  Cancellation state(LineFixture line) {
    Pack pack = world.bean(Packs.class).current();
    var standing = Standing.ofHolder(line.line(), List.of(line.bill("B", false)));
    var request =
        new CancelLine(
            line.id(),
            "张伟",
            "resident-id",
            LineFixture.DOCUMENT,
            null,
            new Contact(Notice.Channel.EMAIL, "wei@example.org", LineFixture.NOON),
            null,
            Language.EN,
            "web");
    return world
        .bean(Receiving.class)
        .receive(
            CaseReference.random(random),
            request,
            line.line(),
            pack,
            new Assessment(pack, standing, LineFixture.NOON).assess(null),
            Actor.holder(line.partyId()),
            null,
            LineFixture.NOON);
  }

  <S extends Step<?>> S step(Class<S> type) {
    return world.bean(type);
  }

  static StepContext context() {
    return new StepContext(new CaseId(1), NOW, 1, List.of());
  }

  static <C, I> StepOutcome<C> call(RemoteStep<C, I> step, C state) {
    return step.call(state, intent(step, state, 1));
  }

  static <C, I> StepOutcome<C> ask(RemoteStep<C, I> step, C state) {
    return ask(step, state, 1);
  }

  static <C, I> StepOutcome<C> ask(RemoteStep<C, I> step, C state, int attempt) {
    return step.ask(state, intent(step, state, attempt));
  }

  private static <C, I> Intent<I> intent(RemoteStep<C, I> step, C state, int attempt) {
    return new Intent<>("key", step.prepare(state).orElseThrow(), attempt, NOW);
  }

  @Override
  public void close() {
    world.close();
  }
}
