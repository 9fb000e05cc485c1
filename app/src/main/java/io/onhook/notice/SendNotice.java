package io.onhook.notice;

import io.onhook.engine.Intent;
import io.onhook.engine.RemoteStep;
import io.onhook.engine.StepOutcome;
import io.onhook.shared.Answer;
import io.onhook.shared.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Sends a notice by one of its ways.
 *
 * <p>No carrier can be asked whether it sent something. So after a silence the notice is sent
 * again, with the same id: at least once. A notice is the only effect for which that is right.
 */
@Component
final class SendNotice implements RemoteStep<NoticeCase, SendNotice.Way> {
  /** The waits between tries of one way, about nine hours in all; then the way is given up. */
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(5));

  private final Post post;

  SendNotice(Post post) {
    this.post = post;
  }

  /** Which of the notice's ways. */
  record Way(int index) {}

  @Override
  public String partner() {
    return "notice";
  }

  @Override
  public Duration timeout() {
    return post.longest();
  }

  @Override
  public Optional<Way> prepare(NoticeCase state) {
    return state.sentBy() == null && state.way() < state.waysToTry()
        ? Optional.of(new Way(state.way()))
        : Optional.empty();
  }

  @Override
  public StepOutcome<NoticeCase> call(NoticeCase state, Intent<Way> intent) {
    int way = intent.arguments().index();
    Instant limit = state.notice().notAfter();
    if (way == 0 && limit != null && !intent.now().isBefore(limit)) {
      return gone(state.nextWay("too late for this way"), intent);
    }
    return switch (post.send(state.notice(), way, intent.now())) {
      case Answer.Got<String>(String id) ->
          gone(state.sent(state.notice().ways().get(way).channel(), id), intent);
      case Answer.Failed<String>(Fault fault) when fault.code().equals("rejected") ->
          gone(state.nextWay(fault.message()), intent);
      case Answer.Failed<String>(Fault fault) -> later(state, intent, fault);
      case Answer.Silent<String>(Fault fault) -> later(state, intent, fault);
    };
  }

  @Override
  public StepOutcome<NoticeCase> ask(NoticeCase state, Intent<Way> intent) {
    return new StepOutcome.RetryAt<>(
        intent.now(), Fault.timeout("notice", "whether it went can't be asked; sent again"));
  }

  /**
   * It went, or this way is closed for good. What became of it is noted in the same change, once it
   * went or no way is left; that parks nobody, and operations see it.
   */
  private static StepOutcome<NoticeCase> gone(NoticeCase state, Intent<Way> intent) {
    boolean over = state.sentBy() != null || state.way() >= state.waysToTry();
    return over
        ? StepOutcome.done(state, DeliveryNoted.of(state, intent.now()))
        : StepOutcome.done(state);
  }

  private static StepOutcome<NoticeCase> later(NoticeCase state, Intent<Way> intent, Fault fault) {
    if (intent.attempt() > WAITS.size()) {
      return gone(state.nextWay(fault.message()), intent);
    }
    return new StepOutcome.RetryAt<>(intent.now().plus(WAITS.get(intent.attempt() - 1)), fault);
  }
}
