package io.onhook.branch;

import io.onhook.journal.Journal;
import io.onhook.shared.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a branch manager does with windows, and how their office's days went. */
public final class Floor {
  private final Offices offices;
  private final WindowStore windows;
  private final TicketStore tickets;
  private final HeldDays held;
  private final DayFigures.Store figures;
  private final BranchRecord record;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Floor(
      DataSource database,
      PlatformTransactionManager transactions,
      HeldDays held,
      Journal journal,
      Offices offices,
      Clock clock) {
    var jdbc = JdbcClient.create(database);
    this.offices = offices;
    this.windows = new WindowStore(jdbc);
    this.tickets = new TicketStore(jdbc);
    this.held = held;
    this.figures = new DayFigures.Store(jdbc);
    this.record = new BranchRecord(journal, jdbc);
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** A window with whoever is called to it or served there. */
  public record Manned(Window window, Optional<Ticket> ticket) {}

  /** All windows of an office at which somebody sits. */
  public List<Manned> windows(Office office) {
    LocalDate today = office.dayOf(clock.instant());
    return windows.of(office).stream()
        .map(window -> new Manned(window, tickets.atWindow(office.code(), today, window.number())))
        .toList();
  }

  /**
   * Sets what a window calls tickets for; who sits there is asked nothing.
   *
   * @param services at least one, of those that the office does
   */
  public WindowAnswer assign(String code, int number, Set<Service> services, Actor manager) {
    Optional<Office> office = offices.find(code);
    if (office.isEmpty() || services.isEmpty() || !office.get().services().containsAll(services)) {
      return new WindowAnswer.NoSuchWindow();
    }
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              Optional<Window> window = windows.assign(code, number, services);
              window.ifPresent(it -> record.window(manager, "window-assigned", code, number));
              return window
                  .<WindowAnswer>map(WindowAnswer.Opened::new)
                  .orElseGet(WindowAnswer.NoSuchWindow::new);
            }));
  }

  /**
   * What became of closing somebody's window.
   *
   * @param closed false if nobody sits there
   * @param back the ticket that waits again, at its place
   */
  public record Closed(boolean closed, Optional<Ticket> back) {}

  /** Closes a colleague's window. Whoever was called to it waits again, at the same place. */
  public Closed close(String code, int number, Actor manager) {
    Optional<Office> office = offices.find(code);
    if (office.isEmpty()) {
      return new Closed(false, Optional.empty());
    }
    LocalDate today = office.get().dayOf(clock.instant());
    return held.change(
        code,
        today,
        closed -> {
          Optional<Window> window = windows.at(code, number);
          if (window.isEmpty()) {
            return new Closed(false, Optional.empty());
          }
          Optional<Ticket> back =
              tickets
                  .atWindow(code, today, number)
                  .map(it -> tickets.back(it.id(), it.service(), it.placeAt()));
          back.ifPresent(it -> record.ticket(manager, "put-back", it));
          windows.close(window.get().staff());
          record.window(manager, "window-closed", code, number);
          return new Closed(true, back);
        });
  }

  /** Moves a colleague to another window of the office; what they serve stays. */
  public MoveAnswer move(String code, int from, int to, Actor manager) {
    Optional<Office> office = offices.find(code);
    if (office.isEmpty() || to < 1 || to > office.get().windows()) {
      return new MoveAnswer.NoSuchWindow();
    }
    LocalDate today = office.get().dayOf(clock.instant());
    try {
      return held.change(code, today, closed -> move(code, from, to, today, manager));
    } catch (DuplicateKeyException e) {
      // Somebody sat down there at the same instant.
      return new MoveAnswer.Taken("");
    }
  }

  private MoveAnswer move(String code, int from, int to, LocalDate today, Actor manager) {
    if (windows.at(code, from).isEmpty()) {
      return new MoveAnswer.NobodyThere();
    }
    Optional<Ticket> there = tickets.atWindow(code, today, from);
    if (there.isPresent()) {
      return new MoveAnswer.Busy(there.get());
    }
    if (!windows.move(code, from, to)) {
      return new MoveAnswer.Taken(windows.at(code, to).map(Window::staff).orElse(""));
    }
    record.window(manager, "window-left", code, from);
    record.window(manager, "window-moved-to", code, to);
    return new MoveAnswer.Moved(windows.at(code, to).orElseThrow());
  }

  /**
   * How the office's days went since then, the oldest first; days without a ticket are left out.
   */
  public List<DayFigures> days(Office office, LocalDate since) {
    return figures.byDay(office, since);
  }

  /** How today went, by the hour in which tickets were taken. */
  public List<DayFigures> hours(Office office) {
    return figures.byHour(office, office.dayOf(clock.instant()));
  }

  /** How today went, by service. */
  public List<DayFigures> services(Office office) {
    return figures.byService(office, office.dayOf(clock.instant()));
  }

  /** The office's day now. */
  public LocalDate today(Office office) {
    Instant now = clock.instant();
    return office.dayOf(now);
  }
}
