package io.onhook.cancellation;

import io.onhook.engine.CaseId;
import io.onhook.engine.CaseView;
import io.onhook.engine.Cases;
import io.onhook.engine.Signal;
import io.onhook.engine.SignalAnswer;
import io.onhook.journal.Entry;
import io.onhook.journal.Journal;
import io.onhook.line.Line;
import io.onhook.line.LineId;
import io.onhook.line.Lines;
import io.onhook.shared.Actor;
import io.onhook.shared.Answer;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells a declaration which line a person found. The first one counts; who comes second is told who
 * was first, and with which line, for theirs may be another.
 */
@Component
final class Matching {
  private final Cases cases;
  private final Journal journal;
  private final Lines lines;

  Matching(Cases cases, Journal journal, Lines lines) {
    this.cases = cases;
    this.journal = journal;
    this.lines = lines;
  }

  MatchAnswer match(CaseId id, Line line, boolean atOnce, Actor staff) {
    var found = new MatchDeclaration.Found(line.id().value(), atOnce);
    var signal = new Signal(MatchDeclaration.STEP, MatchDeclaration.STEP, staff, found.payload());
    return cases.signal(id, signal) instanceof SignalAnswer.Accepted
        ? new MatchAnswer.Matched()
        : before(id, found);
  }

  private MatchAnswer before(CaseId id, MatchDeclaration.Found found) {
    return journal.entries(id.value()).stream()
        .filter(entry -> entry.subject().equals(MatchDeclaration.STEP))
        .filter(entry -> entry.kind().equals("signal"))
        .findFirst()
        .<MatchAnswer>map(first -> byPerson(first, found))
        .or(() -> byItself(id, found))
        .orElseGet(MatchAnswer.NothingToMatch::new);
  }

  private MatchAnswer byPerson(Entry first, MatchDeclaration.Found found) {
    var theirs = MatchDeclaration.Found.of(first.detail());
    return new MatchAnswer.MatchedBefore(
        first.actor(), first.at(), theirs.equals(found), number(new LineId(theirs.line())));
  }

  /** Nobody was needed: the step's own end says when. */
  private Optional<MatchAnswer> byItself(CaseId id, MatchDeclaration.Found found) {
    LineId line =
        cases.find(id).map(CaseView::state).map(Declaration.class::cast).orElseThrow().line();
    return line == null
        ? Optional.empty()
        : journal.entries(id.value()).stream()
            .filter(entry -> entry.subject().equals(MatchDeclaration.STEP))
            .filter(entry -> entry.kind().equals("done"))
            .findFirst()
            .map(
                done ->
                    new MatchAnswer.MatchedBefore(
                        Actor.SYSTEM,
                        done.at(),
                        !found.atOnce() && found.line().equals(line.value()),
                        number(line)));
  }

  private String number(LineId line) {
    return switch (lines.byId(line)) {
      case Answer.Got<Optional<Line>>(Optional<Line> it) ->
          it.map(known -> known.msisdn().masked()).orElse("");
      case Answer.Failed<Optional<Line>>(var fault) -> "";
      case Answer.Silent<Optional<Line>>(var fault) -> "";
    };
  }
}
