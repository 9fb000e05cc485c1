package io.onhook.dispute;

import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.line.Line;
import io.onhook.line.Lines;
import io.onhook.notice.Notice;
import io.onhook.notice.Notices;
import io.onhook.notice.Template;
import io.onhook.shared.Answer;
import io.onhook.shared.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the holder the decision; never over a line that has ended, which may be a stranger's. */
@Component
final class TellDisputeDecided implements LocalStep<Dispute> {
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

  private final Notices notices;
  private final Lines lines;

  TellDisputeDecided(Notices notices, Lines lines) {
    this.notices = notices;
    this.lines = lines;
  }

  @Override
  public StepOutcome<Dispute> run(Dispute state, StepContext context) {
    if (!state.overLine()) {
      return StepOutcome.done(state, notices.notice(notice(state)));
    }
    return switch (lines.byId(state.line())) {
      case Answer.Got<Optional<Line>>(Optional<Line> line) ->
          line.filter(it -> it.status() == Line.Status.ACTIVE && !it.dataOnly()).isPresent()
              ? StepOutcome.done(
                  state,
                  notices.notice(notice(state).notAfter(context.now().plus(Duration.ofHours(1)))))
              : StepOutcome.done(state);
      case Answer.Failed<Optional<Line>>(Fault fault) -> again(context, fault);
      case Answer.Silent<Optional<Line>>(Fault fault) -> again(context, fault);
    };
  }

  private static StepOutcome<Dispute> again(StepContext context, Fault fault) {
    return new StepOutcome.RetryAt<>(context.now().plus(LOOK_AGAIN), fault);
  }

  private static Notice notice(Dispute it) {
    Template template = it.isUpheld() ? Template.DISPUTE_UPHELD : Template.DISPUTE_DROPPED;
    Notice.Route first = it.routes().getFirst();
    var notice =
        new Notice(
            it.reference().text() + "/" + template.text(),
            template.text(),
            it.language(),
            first.channel(),
            first.address(),
            Map.of("reference", it.reference().text(), "amount", it.amount().toString()));
    for (Notice.Route other : it.routes().subList(1, it.routes().size())) {
      notice = notice.orElse(other.channel(), other.address());
    }
    return notice;
  }
}
