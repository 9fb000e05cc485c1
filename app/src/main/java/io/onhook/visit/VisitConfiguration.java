package io.onhook.visit;

import io.onhook.shared.Recurring;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What runs by itself; the module's doors are beans by themselves. */
@Configuration(proxyBeanMethods = false)
class VisitConfiguration {
  private static final Duration EVERY = Duration.ofHours(1);

  @Bean
  Recurring visitRetentionSweep(VisitRetention retention) {
    return Recurring.every(EVERY, "visit-retention", retention::erase);
  }
}
