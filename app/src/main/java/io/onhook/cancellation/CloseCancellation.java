package io.onhook.cancellation;

import io.onhook.bar.EndedLines;
import io.onhook.engine.ClosingStep;
import io.onhook.engine.Ending;
import io.onhook.engine.LocalWrite;
import io.onhook.engine.StepContext;
import io.onhook.notice.Template;
import io.onhook.settlement.Quote;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A case is over, however it ended: the line's claim and bar are freed, and the holder told. */
@Component
final class CloseCancellation implements ClosingStep<Cancellation> {
  private final CaseNotices notices;
  private final Reasons reasons;
  private final CopyRetention copies;
  private final SwitchCodeStore codes;
  private final EndedLines bars;

  CloseCancellation(
      CaseNotices notices,
      Reasons reasons,
      CopyRetention copies,
      EndedLines bars,
      DataSource database) {
    this.codes = new SwitchCodeStore(JdbcClient.create(database));
    this.notices = notices;
    this.reasons = reasons;
    this.copies = copies;
    this.bars = bars;
  }

  @Override
  public List<LocalWrite> close(Cancellation state, Ending ending, StepContext context) {
    Instant now = context.now();
    boolean lineGone = ending instanceof Ending.Completed;
    return Stream.of(
            ended(state, ending, context, now).stream(),
            copies.over(state, now),
            bars.writes(state.subject().line(), state.holder(), lineGone).stream())
        .flatMap(it -> it)
        .toList();
  }

  private List<LocalWrite> ended(
      Cancellation state, Ending ending, StepContext context, Instant now) {
    return switch (ending) {
      case Ending.Completed() -> List.of(over(state, "completed", "", now));
      case Ending.Retracted() ->
          // Who changes the operator reads of the new case, and not that the number stays theirs.
          codes.isTakingOver(state.subject().line())
              ? List.of(over(state, "retracted", "", now))
              : List.of(
                  over(state, "retracted", "", now),
                  notices.toHolder(state, Template.RETRACTED, Map.of()));
      case Ending.Refused(String code) ->
          List.of(
              over(state, "refused", code, now),
              notices.toHolder(
                  state,
                  Template.NOT_APPROVED,
                  Map.of("reason", reasons.text(state, context.caseId(), code))));
    };
  }

  private static EndRequest over(Cancellation state, String ending, String code, Instant at) {
    Quote statement = state.progress().statement();
    boolean refund = statement != null && statement.toRefund().isPositive();
    return new EndRequest(
        state.reference(),
        state.subject().line(),
        ending,
        code,
        at,
        state.endsAt(),
        state.progress().endedAt(),
        refund ? state.terms().dates().refundBy() : null);
  }
}
