package io.onhook.number;

import io.onhook.engine.CaseProcess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the module's process known to the engine. */
@Configuration(proxyBeanMethods = false)
class NumberConfiguration {
  @Bean
  CaseProcess<NumberRest> numberRest() {
    return NumberRest.NUMBER_REST;
  }
}
