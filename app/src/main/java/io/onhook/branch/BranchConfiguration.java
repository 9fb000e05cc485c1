package io.onhook.branch;

import io.onhook.journal.Journal;
import io.onhook.notice.Notices;
import io.onhook.shared.Recurring;
import io.onhook.vault.Vault;
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
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final Duration SELDOM = Duration.ofHours(1);

  @Bean
  Branches branches(
      DataSource database,
      PlatformTransactionManager transactions,
      Journal journal,
      Vault vault,
      Notices notices,
      OfficeSettings settings,
      Clock clock) {
    return Branches.of(
        database, transactions, journal, vault, notices::send, settings, clock, new SecureRandom());
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
  Bookings bookings(Branches branches) {
    return branches.bookings();
  }

  @Bean
  Recurring branchNear(Branches branches) {
    return Recurring.every(SOON, "branch-near", branches.near());
  }

  @Bean
  Recurring branchReminders(Branches branches) {
    return Recurring.every(EVERY, "branch-reminders", branches.reminders());
  }

  @Bean
  Recurring branchErasing(Branches branches) {
    return Recurring.every(SELDOM, "branch-erasing", branches.erasing());
  }

  @Bean
  Floor floor(
      DataSource database,
      PlatformTransactionManager transactions,
      Branches branches,
      Journal journal,
      Clock clock) {
    return new Floor(database, transactions, branches.held(), journal, branches.offices(), clock);
  }

  @Bean
  Recurring closing(Branches branches) {
    return Recurring.every(EVERY, "branch-closing", branches.closing());
  }
}
