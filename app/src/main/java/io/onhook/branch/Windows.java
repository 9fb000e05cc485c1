package io.onhook.branch;

import io.onhook.shared.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;

/** Clerks sit down at windows, have a break, and leave. */
public final class Windows {
  private final Offices offices;
  private final WindowStore windows;
  private final TicketStore tickets;
  private final BranchRecord record;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Windows(
      Offices offices,
      WindowStore windows,
      TicketStore tickets,
      BranchRecord record,
      TransactionTemplate transaction,
      Clock clock) {
    this.offices = offices;
    this.windows = windows;
    this.tickets = tickets;
    this.record = record;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Where this clerk sits; empty if nowhere. */
  public Optional<Window> of(String staff) {
    return windows.of(staff);
  }

  /** All windows of an office at which somebody sits. */
  public List<Window> of(Office office) {
    return windows.of(office);
  }

  /**
   * Sits down at a window, or says anew what is served there; ends a break.
   *
   * @param services what it calls tickets for; none means all that the office does
   */
  public WindowAnswer open(String code, int number, String staff, Set<Service> services) {
    Optional<Office> office = offices.find(code);
    if (office.isEmpty() || number < 1 || number > office.get().windows()) {
      return new WindowAnswer.NoSuchWindow();
    }
    Set<Service> all = office.get().services();
    Set<Service> served = services.isEmpty() ? all : services;
    if (!all.containsAll(served)) {
      return new WindowAnswer.NoSuchWindow();
    }
    return Objects.requireNonNull(
        transaction.execute(status -> open(office.get(), number, staff, served)));
  }

  private WindowAnswer open(Office office, int number, String staff, Set<Service> services) {
    Optional<Window> other =
        windows.of(staff).filter(it -> !it.office().equals(office.code()) || it.number() != number);
    if (other.isPresent()) {
      return new WindowAnswer.SitsAt(other.get().office(), other.get().number());
    }
    if (!windows.open(office.code(), number, staff, services, clock.instant())) {
      return windows
          .at(office.code(), number)
          .<WindowAnswer>map(taken -> new WindowAnswer.TakenBy(taken.staff()))
          .orElseGet(WindowAnswer.NoSuchWindow::new);
    }
    record.window(Actor.staff(staff), "window-opened", office.code(), number);
    return new WindowAnswer.Opened(windows.at(office.code(), number).orElseThrow());
  }

  /**
   * Calls nobody for a while, or goes on.
   *
   * @return false if this person sits nowhere
   */
  public boolean rest(String staff, boolean onBreak) {
    return change(
        staff,
        window -> {
          windows.rest(staff, onBreak, clock.instant());
          record.window(
              Actor.staff(staff),
              onBreak ? "window-on-break" : "window-opened",
              window.office(),
              window.number());
        });
  }

  /**
   * Leaves the window, unless somebody is still called to it or served there.
   *
   * @return the ticket that has to be finished before
   */
  public Optional<Ticket> close(String staff) {
    Optional<Ticket> left = windows.of(staff).flatMap(this::unfinished);
    if (left.isEmpty()) {
      change(
          staff,
          window -> {
            windows.close(staff);
            record.window(Actor.staff(staff), "window-closed", window.office(), window.number());
          });
    }
    return left;
  }

  private Optional<Ticket> unfinished(Window window) {
    return offices
        .find(window.office())
        .flatMap(
            office ->
                tickets.atWindow(office.code(), office.dayOf(clock.instant()), window.number()));
  }

  private boolean change(String staff, java.util.function.Consumer<Window> change) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              Optional<Window> window = windows.of(staff);
              window.ifPresent(change);
              return window.isPresent();
            }));
  }
}
