package io.onhook.dispute;

import io.onhook.shared.Recurring;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Erases the words of disputes whose time is over. */
@Configuration(proxyBeanMethods = false)
class DisputeConfiguration {
  private static final Duration EVERY = Duration.ofHours(1);

  @Bean
  Recurring disputesErased(DisputeRetention retention) {
    return Recurring.every(EVERY, "disputes", retention::erase);
  }
}
