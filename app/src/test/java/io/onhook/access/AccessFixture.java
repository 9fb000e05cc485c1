package io.onhook.access;

import io.onhook.journal.Journal;
import io.onhook.line.Lines;
import io.onhook.notice.Notice;
import io.onhook.shared.Answer;
import io.onhook.testing.TestDatabase;
import io.onhook.testing.TestVault;
import io.onhook.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real doors of this module on a test's database, for tests of other modules. */
public final class AccessFixture {
  /** Imports how sessions are stored. */
  public static final class Sessions implements ImportSelector {
    @Override
    public String[] selectImports(AnnotationMetadata importing) {
      return new String[] {SessionConfiguration.class.getName()};
    }
  }

  /** The codes that were sent, the newest last; what would have gone out by SMS or mail. */
  public final List<String> codes = new CopyOnWriteArrayList<>();

  public final StaffAccounts staff;
  public final ApiKeys keys;
  public final SignIn signIn;
  public final StepUp stepUp;
  public final KeptForms forms;
  public final ContactProof proof;
  public final CallerCodes callers;
  public final PaperCodes papers;

  /** What was told to all contacts of an account. */
  public final List<Notice> told = new CopyOnWriteArrayList<>();

  /** What the carrier says of each code. */
  public Answer<String> carrier = new Answer.Got<>("1");

  public AccessFixture(TestDatabase database, Lines lines, Clock clock) {
    this(database, TestVault.on(database).vault(), lines, clock);
  }

  /** Beside a product that has its own vault. */
  public AccessFixture(TestDatabase database, Vault vault, Lines lines, Clock clock) {
    var journal = new AccessJournal(new Journal(database.application(), clock));
    var settings =
        new SignInSettings(
            "CN", Duration.ofMinutes(10), Duration.ZERO, 5, 10, 20, 40, 200, 30, 20_000, 60, 10);
    var caps = new Caps(database.application(), vault, clock);
    staff = new StaffAccounts(database.application(), caps, journal, settings);
    keys = new ApiKeys(database.application(), vault, journal, clock, new SecureRandom());
    var desk =
        new CodeDesk(
            database.application(), vault, clock, new SecureRandom(), settings.codeLives());
    var post =
        new CodePost(
            (id, language, channel, address, code, validFor) -> {
              codes.add(code);
              return carrier;
            });
    var contacts = new AllContacts(vault, (all, actor) -> told.addAll(all));
    callers = new CallerCodes(desk, post, caps, contacts, settings, Runnable::run);
    signIn =
        new SignIn(
            lines,
            desk,
            post,
            caps,
            journal,
            contacts,
            new TransactionTemplate(new DataSourceTransactionManager(database.application())),
            settings,
            Runnable::run);
    forms = new KeptForms(vault, clock);
    stepUp = new StepUp(lines, desk, post, caps, journal, settings);
    papers = new PaperCodes(caps, journal, settings);
    proof = new ContactProof(desk, post, caps, settings, clock);
  }

  /** Makes the demo accounts and keys, as the sandbox does. */
  public void addDemo() {
    new DemoAccounts(staff, keys).add();
  }
}
