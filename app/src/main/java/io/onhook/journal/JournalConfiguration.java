package io.onhook.journal;

import io.onhook.shared.Recurring;
import io.onhook.vault.Signer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The journal's beans. */
@Configuration(proxyBeanMethods = false)
class JournalConfiguration {
  @Bean
  Journal journal(DataSource database, Clock clock) {
    return new Journal(database, clock);
  }

  @Bean
  JournalVerifier journalVerifier(
      DataSource database, @Value("${onhook.journal.roots}") Path roots, Signer signer) {
    return new JournalVerifier(database, roots, signer);
  }

  @Bean
  Recurring rootWriting(
      DataSource database,
      @Value("${onhook.journal.roots}") Path roots,
      @Value("${onhook.journal.root-every:PT1M}") Duration every,
      Signer signer,
      Clock clock) {
    var writer = new RootWriter(database, new RootFolder(roots, signer), clock);
    return Recurring.every(every, "roots", writer::write).andAtTheStop();
  }
}
