package io.onhook.cancellation;

import io.onhook.document.Documents;
import io.onhook.engine.Cases;
import io.onhook.journal.Journal;
import io.onhook.notice.Notices;
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

/** Puts the module's doors together; steps and what they share are beans by themselves. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FigureSettings.class)
class CancellationConfiguration {
  @Bean
  Objections objections(
      DataSource database,
      PlatformTransactionManager transactions,
      ObjectionLinks links,
      CaseNotices caseNotices,
      Notices notices,
      Cases cases,
      Journal journal,
      Worklist worklist,
      Reasons reasons,
      Packs packs,
      Clock clock) {
    var store = new CancellationStore(JdbcClient.create(database));
    return new Objections(
        store,
        new TransactionTemplate(transactions),
        links,
        caseNotices,
        notices,
        cases,
        new CancellationViews(store, cases, journal, worklist, reasons, packs),
        worklist,
        packs,
        clock);
  }

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
      Beginning beginning,
      Documents documents,
      Reasons reasons,
      CaseSecrets secrets,
      OddAmounts oddAmounts,
      Clock clock) {
    var store = new CancellationStore(JdbcClient.create(database));
    var transaction = new TransactionTemplate(transactions);
    var confirming = new Confirming(vault);
    return new Cancellations(
        store,
        standings,
        new Submitting(
            store,
            standings,
            receiving,
            beginning,
            confirming,
            documents,
            cases,
            packs,
            vault,
            transaction,
            clock,
            new SecureRandom()),
        confirming,
        new Deciding(
            cases,
            worklist,
            packs,
            new Asking(cases, worklist, secrets, packs, transaction, clock),
            transaction,
            clock),
        new CancellationViews(store, cases, journal, worklist, reasons, packs),
        oddAmounts,
        cases,
        vault,
        packs,
        clock);
  }
}
