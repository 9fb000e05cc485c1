package io.onhook.branch;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.onhook.journal.Journal;
import io.onhook.notice.Notice;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import io.onhook.testing.SettableClock;
import io.onhook.testing.TestDatabase;
import io.onhook.testing.TestVault;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGeneratorFactory;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** An office in Beijing, on a real database, and one in Shanghai that does less. */
final class OneOffice {
  static final String BEIJING = "bj-chaoyang";
  static final String SHANGHAI = "sh-jingan";

  /** So many at once. */
  private static final int CLERKS = 16;

  /** A Friday, at ten in the morning. */
  static final Instant TEN = Instant.parse("2026-03-06T02:00:00Z");

  final TestDatabase database = TestDatabase.fresh();
  final SettableClock clock = new SettableClock(TEN);
  private final HikariDataSource pool;
  final Journal journal;

  /** What visitors were told. */
  final List<Notice> told = new CopyOnWriteArrayList<>();

  final Branches branches;

  OneOffice() {
    this(CLERKS);
  }

  OneOffice(int connections) {
    pool = pool(database.application(), connections);
    journal = new Journal(pool, clock);
    branches =
        Branches.of(
            pool,
            new DataSourceTransactionManager(pool),
            journal,
            TestVault.on(database).vault(),
            (notices, actor) -> told.addAll(notices),
            settings(),
            clock,
            RandomGeneratorFactory.of("L64X128MixRandom").create(1));
  }

  /** Each clerk with a connection that stands: signing in takes longer. */
  static HikariDataSource pool(DataSource source) {
    return pool(source, CLERKS);
  }

  private static HikariDataSource pool(DataSource source, int most) {
    var config = new HikariConfig();
    config.setDataSource(source);
    config.setMaximumPoolSize(most);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }

  static OfficeSettings settings() {
    Map<String, OfficeSettings.Entry> offices = new LinkedHashMap<>();
    offices.put(
        BEIJING,
        entry(
            "朝阳营业厅",
            39.92,
            116.44,
            "Mo-Fr 09:00-18:00",
            Set.of("end-line", "company", "esim"),
            20));
    offices.put(
        SHANGHAI, entry("静安营业厅", 31.23, 121.45, "Mo-Su 09:00-18:00", Set.of("end-line"), 2));
    return new OfficeSettings(
        offices,
        new QueueRules(
            Duration.ofMinutes(30),
            3,
            2,
            Duration.ofMinutes(30),
            Duration.ofMinutes(30),
            Duration.ofMinutes(8),
            Duration.ofMinutes(10),
            2),
        new BookingRules(
            Duration.ofMinutes(15),
            2,
            14,
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofMinutes(15),
            3));
  }

  static OfficeSettings.Entry entry(
      String name,
      double latitude,
      double longitude,
      String hours,
      Set<String> services,
      int windows) {
    return new OfficeSettings.Entry(
        Map.of("zh-CN", name, "en", name),
        Map.of("zh-CN", "区", "en", "District"),
        Map.of("zh-CN", "路1号", "en", "1 Road"),
        latitude,
        longitude,
        "Asia/Shanghai",
        hours,
        Set.of(),
        services,
        windows);
  }

  Floor floor() {
    return new Floor(
        pool,
        new DataSourceTransactionManager(pool),
        branches.held(),
        journal,
        branches.offices(),
        clock);
  }

  Office office() {
    return branches.offices().find(BEIJING).orElseThrow();
  }

  void minutes(long minutes) {
    clock.advance(Duration.ofMinutes(minutes));
  }

  /** A visitor at the kiosk. */
  Ticket take() {
    return taken(wish(Service.END_LINE, false));
  }

  Ticket take(Service service) {
    return taken(wish(service, false));
  }

  Ticket takePriority() {
    return taken(wish(Service.END_LINE, true));
  }

  Ticket taken(TakeTicket wish) {
    if (branches.tickets().take(wish) instanceof TakeAnswer.Taken(var ticket)) {
      return ticket;
    }
    throw new AssertionError("No ticket: " + branches.tickets().take(wish));
  }

  static TakeTicket wish(Service service, boolean priority) {
    return wish(service, priority, Optional.empty(), null, null);
  }

  static TakeTicket wish(
      Service service,
      boolean priority,
      Optional<CaseReference> carries,
      @Nullable String client,
      @Nullable String before) {
    return new TakeTicket(
        BEIJING,
        service,
        TakeTicket.Source.KIOSK,
        Language.ZH_CN,
        priority,
        carries,
        client,
        before);
  }

  /** A clerk sits down. */
  void sits(String clerk, int window, Service... services) {
    if (!(branches.windows().open(BEIJING, window, clerk, Set.of(services))
        instanceof WindowAnswer.Opened)) {
      throw new AssertionError("The window could not be opened");
    }
  }

  Ticket called(String clerk) {
    CallAnswer answer = branches.counter().callNext(clerk);
    if (answer instanceof CallAnswer.Called(var ticket)) {
      return ticket;
    }
    throw new AssertionError("Nobody was called: " + answer);
  }

  /** Calls the next and serves them for so long. */
  Ticket serve(String clerk, long minutes) {
    Ticket ticket = called(clerk);
    branches.counter().begin(clerk);
    minutes(minutes);
    branches.counter().finish(clerk);
    return ticket;
  }

  Ticket now(Ticket ticket) {
    return branches.tickets().find(ticket.token()).orElseThrow();
  }
}
