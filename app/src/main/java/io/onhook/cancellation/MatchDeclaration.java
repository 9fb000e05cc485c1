package io.onhook.cancellation;

import io.onhook.engine.Backoff;
import io.onhook.engine.Decision;
import io.onhook.engine.Signal;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.line.Line;
import io.onhook.line.LineId;
import io.onhook.line.Lines;
import io.onhook.policy.Packs;
import io.onhook.shared.Answer;
import io.onhook.shared.Msisdn;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the line that a declaration is about. Where number, name and e-mail address are the
 * account's it needs nobody; else, and for all but an ordinary notice, a person looks. A stranger
 * who knows a number and a name ends nothing by that.
 */
@Component
final class MatchDeclaration implements Decision<Declaration> {
  static final String STEP = "match";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final DeclaredContent content;
  private final Lines lines;
  private final Packs packs;

  MatchDeclaration(DeclaredContent content, Lines lines, Packs packs) {
    this.content = content;
    this.lines = lines;
    this.packs = packs;
  }

  /**
   * What a person found, as its signal carries it.
   *
   * @param line the operator's id of the line
   * @param atOnce whether it ends at once, for an important reason
   */
  record Found(String line, boolean atOnce) {
    static Found of(String payload) {
      return JSON.readValue(payload, Found.class);
    }

    String payload() {
      return JSON.writeValueAsString(this);
    }
  }

  @Override
  public StepOutcome<Declaration> open(Declaration state, StepContext context) {
    Declared declared = content.open(state);
    Optional<Msisdn> number = DeclaredNumber.of(declared, state.pack(packs));
    if (declared.kind() != Declared.Kind.ORDINARY || number.isEmpty()) {
      return byPerson();
    }
    return switch (lines.byMsisdn(number.get())) {
      case Answer.Got<Optional<Line>>(Optional<Line> found) ->
          found
              .filter(line -> isTheirs(line.holder(), declared))
              .map(line -> StepOutcome.done(state.matched(line.id(), false)))
              .orElseGet(MatchDeclaration::byPerson);
      case Answer.Failed<Optional<Line>>(var fault) -> Backoff.retry(context, fault);
      case Answer.Silent<Optional<Line>>(var fault) -> Backoff.retry(context, fault);
    };
  }

  private static boolean isTheirs(Line.Holder holder, Declared declared) {
    return HolderMatch.sameName(holder, declared.name())
        && holder.email().filter(declared.email().strip()::equalsIgnoreCase).isPresent();
  }

  private static StepOutcome<Declaration> byPerson() {
    return StepOutcome.needsPerson("declaration-to-match");
  }

  @Override
  public StepOutcome<Declaration> decide(Declaration state, Signal decision, StepContext context) {
    Found found = Found.of(decision.payload());
    return StepOutcome.done(state.matched(new LineId(found.line()), found.atOnce()));
  }
}
