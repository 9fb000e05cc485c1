package io.onhook;

import io.onhook.shared.NeedsSetting;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/** Says at start which partner's setting is missing, instead of which bean. */
// Before Spring's own words about the same exception.
@Order(0)
final class MissingSetting extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException> {
  @Override
  protected @Nullable FailureAnalysis analyze(
      Throwable root, NoSuchBeanDefinitionException missing) {
    return setting(missing)
        .map(
            needed ->
                new FailureAnalysis(
                    "The setting " + needed.value() + " is missing.", needed.remedy(), missing))
        .orElse(null);
  }

  private static Optional<NeedsSetting> setting(NoSuchBeanDefinitionException missing) {
    return Optional.ofNullable(missing.getResolvableType())
        .map(type -> type.resolve())
        .map(type -> type.getAnnotation(NeedsSetting.class));
  }
}
