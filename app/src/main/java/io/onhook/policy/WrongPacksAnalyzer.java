package io.onhook.policy;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows an operator what is wrong with a pack instead of a stack trace. */
final class WrongPacksAnalyzer extends AbstractFailureAnalyzer<WrongPacks> {
  @Override
  protected FailureAnalysis analyze(Throwable root, WrongPacks cause) {
    String problems =
        cause.problems().stream()
            .map(problem -> "  - " + problem)
            .collect(Collectors.joining(System.lineSeparator()));
    return new FailureAnalysis(
        "The policy packs have "
            + cause.problems().size()
            + " problem(s), so the service did not start:"
            + System.lineSeparator()
            + problems,
        "Correct each place named above and start again. The fields are described in"
            + " io/onhook/policy/pack.schema.json.",
        cause);
  }
}
