package io.onhook.engine;

/**
 * Starts a case in the transaction of the outcome that carries it.
 *
 * @param process what to run
 * @param caseKey unique among the cases of this process, for ever; a second start is not made
 * @param state its first state
 */
public record StartCase<D>(CaseProcess<D> process, String caseKey, D state) implements LocalWrite {
  @Override
  public String key() {
    return process.name() + "/" + caseKey;
  }
}
