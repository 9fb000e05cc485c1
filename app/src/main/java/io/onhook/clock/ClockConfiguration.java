package io.onhook.clock;

import java.net.URI;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** The true time, or the sandbox's. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {
  @Configuration(proxyBeanMethods = false)
  @Profile("!sandbox")
  static class Real {
    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Profile("sandbox")
  static class Sandbox {
    @Bean
    SandboxClock clock(javax.sql.DataSource database) {
      return new SandboxClock(JdbcClient.create(database), Clock.systemUTC());
    }

    @Bean
    ClockKeeper clockKeeper(SandboxClock clock, @Value("${onhook.sandbox.operator}") URI operator) {
      return new ClockKeeper(clock, new OperatorClock(operator));
    }
  }

  /** Where a service runs; a command beside it only reads the time. */
  @Configuration(proxyBeanMethods = false)
  @Profile("sandbox")
  @ConditionalOnWebApplication
  static class SandboxDoor {
    /** No sign-in and no token: scripts set this clock, and it exists in the sandbox only. */
    @Bean
    @Order(1)
    SecurityFilterChain clockChain(HttpSecurity http) {
      return http.securityMatcher("/sandbox/clock")
          .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
          .csrf(AbstractHttpConfigurer::disable)
          .build();
    }
  }
}
