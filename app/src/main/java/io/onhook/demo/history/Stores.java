package io.onhook.demo.history;

import io.onhook.branch.CallAnswer;
import io.onhook.branch.Counter;
import io.onhook.branch.Office;
import io.onhook.branch.Offices;
import io.onhook.branch.ServeAnswer;
import io.onhook.branch.Service;
import io.onhook.branch.TakeAnswer;
import io.onhook.branch.TakeTicket;
import io.onhook.branch.Tickets;
import io.onhook.branch.Window;
import io.onhook.branch.WindowAnswer;
import io.onhook.branch.Windows;
import io.onhook.shared.Language;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What visitors and clerks do in the operator's offices. */
public final class Stores {
  /** How many come in a row. */
  static final int CROWD = 8;

  private static final int CLERKS = 2;

  private final Offices offices;
  private final Tickets tickets;
  private final Windows windows;
  private final Counter counter;
  private final Clock clock;

  public Stores(Offices offices, Tickets tickets, Windows windows, Counter counter, Clock clock) {
    this.offices = offices;
    this.tickets = tickets;
    this.windows = windows;
    this.counter = counter;
    this.clock = clock;
  }

  List<Office> all() {
    return List.copyOf(offices.all());
  }

  /** Somebody takes a number. */
  void take(Office office, Visits.Visit visit) {
    take(office, visit.service(), visit.priority(), visit.language());
  }

  private void take(Office office, Service service, boolean priority, Language language) {
    TakeAnswer answer =
        tickets.take(
            new TakeTicket(
                office.code(),
                service,
                TakeTicket.Source.KIOSK,
                language,
                priority,
                Optional.empty(),
                null,
                null));
    if (!(answer instanceof TakeAnswer.Taken)) {
      throw new Unlived("A ticket at " + office.code(), answer);
    }
  }

  /** The clerk calls the next and serves whoever comes; calls in vain as often as it takes. */
  void call(Office office, boolean comes) {
    call(office, 0, comes);
  }

  private void call(Office office, int nth, boolean comes) {
    String clerk = clerk(office, nth);
    seat(office, nth);
    if (counter.callNext(clerk) instanceof CallAnswer.Called) {
      if (comes) {
        counter.begin(clerk);
      } else {
        while (counter.noShow(clerk) instanceof ServeAnswer.CallAgain) {
          counter.recall(clerk);
        }
      }
    }
  }

  void finish(Office office) {
    counter.finish(clerk(office, 0));
  }

  /** Everybody goes home. */
  void close(Office office) {
    windows.close(clerk(office, 0));
  }

  /**
   * One more visitor, wherever it is open now; of those who come in a row the last has priority.
   */
  void comeIn(int nth) {
    for (Office office : offices.all()) {
      if (office.openAt(clock.instant())) {
        List<Service> services = office.services().stream().sorted().toList();
        take(
            office,
            services.get(nth % 2 == 0 ? 0 : nth % services.size()),
            nth == CROWD - 1,
            nth % 4 == 3 ? Language.EN : Language.ZH_CN);
      }
    }
  }

  /** More visitors than chairs, wherever it is open now, and clerks who serve the first. */
  public void crowd() {
    for (int nth = 0; nth < CROWD; nth++) {
      comeIn(nth);
    }
    serve();
  }

  /** Wherever it is open now, clerks serve somebody each. */
  void serve() {
    for (Office office : offices.all()) {
      if (office.openAt(clock.instant())) {
        for (int nth = 0; nth < Math.min(CLERKS, office.windows()); nth++) {
          call(office, nth, true);
        }
      }
    }
  }

  /** The last windows: a visitor who is a clerk finds the first one free. */
  private void seat(Office office, int nth) {
    String clerk = clerk(office, nth);
    int wanted = office.windows() - nth;
    if (windows.of(clerk).map(Window::office).filter(office.code()::equals).isEmpty()
        && windows.open(office.code(), wanted, clerk, Set.of())
            instanceof WindowAnswer.NoSuchWindow none) {
      throw new Unlived("A window at " + office.code(), none);
    }
  }

  /** Nobody signs in as these; the demo's own clerks stay free. */
  private static String clerk(Office office, int nth) {
    return office.code() + "-" + (nth + 1);
  }
}
