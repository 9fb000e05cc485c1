package io.onhook.access;

import io.onhook.journal.Journal;
import io.onhook.line.Lines;
import io.onhook.notice.Notices;
import io.onhook.notice.OneTimeCode;
import io.onhook.notice.Template;
import io.onhook.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The module's beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
class AccessConfiguration {
  @Bean
  Caps accessCaps(DataSource database, Vault vault, Clock clock) {
    return new Caps(database, vault, clock);
  }

  @Bean
  AccessJournal accessJournal(Journal journal) {
    return new AccessJournal(journal);
  }

  @Bean
  CodeDesk codeDesk(DataSource database, Vault vault, Clock clock, SignInSettings settings) {
    return new CodeDesk(database, vault, clock, new SecureRandom(), settings.codeLives());
  }

  @Bean
  CodePost codePost(Notices notices) {
    return new CodePost(
        (id, language, channel, address, code, validFor) ->
            notices.sendCode(new OneTimeCode(id, language, channel, address, code, validFor)));
  }

  @Bean
  AllContacts allContacts(Vault vault, Notices notices) {
    return new AllContacts(vault, notices::send);
  }

  @Bean(destroyMethod = "close")
  ExecutorService signInBackground() {
    return Executors.newVirtualThreadPerTaskExecutor();
  }

  @Bean
  SignIn signIn(
      Lines lines,
      CodeDesk desk,
      CodePost post,
      Caps caps,
      AccessJournal journal,
      AllContacts contacts,
      DataSource database,
      SignInSettings settings,
      ExecutorService signInBackground) {
    var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    return new SignIn(
        lines, desk, post, caps, journal, contacts, transaction, settings, signInBackground);
  }

  @Bean
  CallerCodes callerCodes(
      CodeDesk desk,
      Notices notices,
      Caps caps,
      AllContacts contacts,
      SignInSettings settings,
      ExecutorService signInBackground) {
    var post =
        new CodePost(
            (id, language, channel, address, code, validFor) ->
                notices.sendCode(
                    new OneTimeCode(
                        Template.CALLER_CODE, id, language, channel, address, code, validFor)));
    return new CallerCodes(desk, post, caps, contacts, settings, signInBackground);
  }

  @Bean
  StepUp stepUp(
      Lines lines,
      CodeDesk desk,
      CodePost post,
      Caps caps,
      AccessJournal journal,
      SignInSettings settings) {
    return new StepUp(lines, desk, post, caps, journal, settings);
  }

  @Bean
  ContactProof contactProof(
      CodeDesk desk, CodePost post, Caps caps, SignInSettings settings, Clock clock) {
    return new ContactProof(desk, post, caps, settings, clock);
  }

  @Bean
  PaperCodes paperCodes(Caps caps, AccessJournal journal, SignInSettings settings) {
    return new PaperCodes(caps, journal, settings);
  }

  @Bean
  KeptForms keptForms(Vault vault, Clock clock) {
    return new KeptForms(vault, clock);
  }

  @Bean
  StaffAccounts staffAccounts(
      DataSource database, Caps caps, AccessJournal journal, SignInSettings settings) {
    return new StaffAccounts(database, caps, journal, settings);
  }

  @Bean
  ApiKeys apiKeys(DataSource database, Vault vault, AccessJournal journal, Clock clock) {
    return new ApiKeys(database, vault, journal, clock, new SecureRandom());
  }

  @Bean
  InitializingBean demoAccounts(StaffAccounts staff, ApiKeys keys, Environment environment) {
    var demo = new DemoAccounts(staff, keys);
    return environment.acceptsProfiles(Profiles.of("sandbox")) ? demo::add : demo::refuse;
  }
}
