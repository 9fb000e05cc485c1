package io.onhook.branch;

import io.onhook.journal.Journal;
import io.onhook.shared.Recurring;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The module's beans, all of one {@link Branches}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OfficeSettings.class)
class BranchConfiguration {
  private static final Duration EVERY = Duration.ofSeconds(30);

  @Bean
  Branches branches(
      DataSource database,
      PlatformTransactionManager transactions,
      Journal journal,
      OfficeSettings settings,
      Clock clock) {
    return Branches.of(database, transactions, journal, settings, clock, new SecureRandom());
  }

  @Bean
  Offices offices(Branches branches) {
    return branches.offices();
  }

  @Bean
  Tickets tickets(Branches branches) {
    return branches.tickets();
  }

  @Bean
  Turns turns(Branches branches) {
    return branches.turns();
  }

  @Bean
  Windows windows(Branches branches) {
    return branches.windows();
  }

  @Bean
  Counter counter(Branches branches) {
    return branches.counter();
  }

  @Bean
  Live branchLive(Branches branches) {
    return branches.live();
  }

  @Bean
  Halls halls(Branches branches) {
    return branches.halls();
  }

  @Bean
  Recurring closing(Branches branches) {
    return Recurring.every(EVERY, "branch-closing", branches.closing());
  }
}
