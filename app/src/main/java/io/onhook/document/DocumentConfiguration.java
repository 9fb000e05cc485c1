package io.onhook.document;

import io.onhook.journal.Journal;
import io.onhook.shared.Recurring;
import io.onhook.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the module's door together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentSettings.class)
class DocumentConfiguration {
  private static final Duration VERDICT = Duration.ofSeconds(20);

  @Bean
  Documents documents(
      DocumentSettings settings,
      DataSource database,
      PlatformTransactionManager transactions,
      Journal journal,
      Vault vault,
      Clock clock) {
    String clamd = settings.clamd();
    return new Documents(
        new DocumentStore(JdbcClient.create(database), new TransactionTemplate(transactions)),
        clamd == null || clamd.isBlank() ? VirusScan.NONE : new Clamd(clamd.strip(), VERDICT),
        new Darkroom(settings.atOnce()),
        new Watermark(),
        journal,
        vault,
        clock,
        new SecureRandom());
  }

  /** The days are in the table, so that nothing is forgotten by a node that dies. */
  @Bean
  Recurring papersSweep(Documents documents, DocumentSettings settings) {
    return Recurring.every(settings.sweep(), "papers", documents::sweep);
  }
}
