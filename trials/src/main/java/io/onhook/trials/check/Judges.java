package io.onhook.trials.check;

import io.onhook.trials.check.Evidence.Case;
import io.onhook.trials.plan.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What a judge works with: the facts, and a place for what it finds. */
final class Judges {
  private final int invariant;
  private final Facts facts;
  private final List<Violation> found = new ArrayList<>();

  Judges(int invariant, Facts facts) {
    this.invariant = invariant;
    this.facts = facts;
  }

  /** Judges one invariant. */
  interface Judge extends BiConsumer<Facts, Judges> {}

  void violated(Case it, String what, @Nullable Object... values) {
    String line = facts.subject(it).map(Subject::line).orElse(line(it));
    found.add(
        new Violation(
            invariant,
            "case %d (%s): %s".formatted(it.id(), it.process(), what.formatted(values)),
            line));
  }

  /** Children name the line themselves, or their cancellation does. */
  private String line(Case it) {
    String own = it.state().path("line").asString("");
    if (!own.isEmpty()) {
      return own;
    }
    String reference =
        it.key().contains("/") ? it.key().substring(0, it.key().indexOf('/')) : it.key();
    return facts
        .child("cancellation", reference)
        .flatMap(facts::subject)
        .map(Subject::line)
        .orElse("");
  }

  void violated(String line, String what, @Nullable Object... values) {
    found.add(new Violation(invariant, what.formatted(values), line));
  }

  List<Violation> found() {
    return found;
  }
}
