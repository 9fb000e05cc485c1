package io.onhook.policy;

import java.util.List;
import java.util.stream.Collectors;

/** The packs can't be used, so the service does not start. Names every problem at once. */
public final class WrongPacks extends RuntimeException {
  private final transient List<PackProblem> problems;

  public WrongPacks(List<PackProblem> problems) {
    super(problems.stream().map(PackProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<PackProblem> problems() {
    return problems;
  }
}
