package io.onhook.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a refused start as a problem and its remedy instead of a stack trace. */
final class VaultRefusedAnalyzer extends AbstractFailureAnalyzer<VaultRefused> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, VaultRefused cause) {
    return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
  }
}
