package io.onhook.call;

import io.onhook.shared.Recurring;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The module's settings, and what it does by itself. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CallSettings.class)
class CallConfiguration {
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final Duration ERASED_EVERY = Duration.ofHours(1);

  @Bean
  Recurring phoneConfirmations(Consents consents) {
    return Recurring.every(EVERY, "phone-confirmations", consents::findLost);
  }

  @Bean
  Recurring callRetentionSweep(CallRetention retention) {
    return Recurring.every(ERASED_EVERY, "call-retention", retention::erase);
  }
}
