package io.onhook.cancellation;

import io.onhook.document.Documents;
import io.onhook.engine.Cases;
import io.onhook.journal.Journal;
import io.onhook.policy.Packs;
import io.onhook.vault.Vault;
import io.onhook.worklist.Worklist;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the module's door together; steps and what they share are beans by themselves. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FigureSettings.class)
class CancellationConfiguration {
  @Bean
  Cancellations cancellations(
      DataSource database,
      PlatformTransactionManager transactions,
      Cases cases,
      Journal journal,
      Worklist worklist,
      Vault vault,
      Packs packs,
      Standings standings,
      Receiving receiving,
      RequestReceipt receipt,
      Documents documents,
      Reasons reasons,
      CaseSecrets secrets,
      Clock clock) {
    var store = new CancellationStore(JdbcClient.create(database));
    var transaction = new TransactionTemplate(transactions);
    return new Cancellations(
        store,
        standings,
        new Submitting(
            store,
            standings,
            receiving,
            receipt,
            documents,
            cases,
            packs,
            vault,
            transaction,
            clock,
            new SecureRandom()),
        new Deciding(
            cases,
            worklist,
            packs,
            new Asking(cases, worklist, secrets, packs, transaction, clock),
            transaction,
            clock),
        new CancellationViews(store, cases, journal, worklist, reasons, packs),
        cases,
        vault,
        packs,
        clock);
  }
}
