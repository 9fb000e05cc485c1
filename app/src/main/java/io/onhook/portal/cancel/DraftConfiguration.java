package io.onhook.portal.cancel;

import io.onhook.shared.Recurring;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps away drafts that nobody came back to. */
@Configuration(proxyBeanMethods = false)
class DraftConfiguration {
  private static final Duration EVERY = Duration.ofHours(1);

  @Bean
  Recurring draftsSweep(DraftStore drafts) {
    return Recurring.every(EVERY, "drafts", drafts::forgetOld);
  }
}
