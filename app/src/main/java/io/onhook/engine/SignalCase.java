package io.onhook.engine;

/** Signals another case in the transaction of the outcome that carries it. */
public record SignalCase(CaseId caseId, Signal signal) implements LocalWrite {
  @Override
  public String key() {
    return "%020d/%s".formatted(caseId.value(), signal.key());
  }
}
