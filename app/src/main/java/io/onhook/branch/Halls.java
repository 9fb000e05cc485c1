package io.onhook.branch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The state of each office's queue, read once for all who look at it: again after each change that
 * {@link Live} tells of, and after a while even if it tells of none.
 */
public final class Halls {
  private static final int CALLS = 8;

  /** How old a state may be that nobody said is stale. */
  private static final Duration FRESH = Duration.ofSeconds(5);

  /** How long visits take changes slowly, and is dear to ask. */
  private static final Duration LEARNT = Duration.ofMinutes(1);

  private final TicketStore tickets;
  private final WindowStore windows;
  private final Durations durations;
  private final Clock clock;
  private final Map<String, Shared> shared = new ConcurrentHashMap<>();

  Halls(TicketStore tickets, WindowStore windows, Durations durations, Clock clock) {
    this.tickets = tickets;
    this.windows = windows;
    this.durations = durations;
    this.clock = clock;
  }

  /** How it stands there now; at most a few seconds old, and never older than the last change. */
  public Hall of(Office office) {
    return shared.computeIfAbsent(office.code(), code -> new Shared(office)).now();
  }

  /** Somebody said that something has changed there. */
  void changed(String office) {
    Shared known = shared.get(office);
    if (known != null) {
      known.changed();
    }
  }

  /**
   * One office's state. Who comes while it is being read waits for that and reads no second time.
   */
  private final class Shared {
    private final Office office;
    private final Map<Service, Durations.Visit> visits = new EnumMap<>(Service.class);
    private Instant learnt = Instant.MIN;
    private final AtomicLong version = new AtomicLong();
    private volatile Optional<Read> last = Optional.empty();

    private record Read(Hall hall, long version) {}

    Shared(Office office) {
      this.office = office;
    }

    void changed() {
      version.incrementAndGet();
    }

    Hall now() {
      Optional<Hall> good = good();
      return good.isPresent() ? good.get() : read();
    }

    private Optional<Hall> good() {
      Instant now = clock.instant();
      return last.filter(read -> read.version() == version.get())
          .map(Read::hall)
          .filter(hall -> !hall.at().isBefore(now.minus(FRESH)) && !hall.at().isAfter(now));
    }

    private synchronized Hall read() {
      return good()
          .orElseGet(
              () -> {
                // Before the reading: what changes meanwhile makes the next one read again.
                long before = version.get();
                Hall hall = look(office, this::visit);
                last = Optional.of(new Read(hall, before));
                return hall;
              });
    }

    private Durations.Visit visit(Service service) {
      Instant now = clock.instant();
      if (learnt.isBefore(now.minus(LEARNT)) || learnt.isAfter(now)) {
        visits.clear();
        learnt = now;
      }
      return visits.computeIfAbsent(service, it -> durations.of(office.code(), it, now));
    }
  }

  private Hall look(Office office, Function<Service, Durations.Visit> visit) {
    Instant now = clock.instant();
    var day = office.dayOf(now);
    List<Ticket> open = tickets.open(office.code(), day, now);
    List<Window> calling = windows.of(office).stream().filter(window -> !window.onBreak()).toList();
    Map<Service, Hall.Queue> queues = new EnumMap<>(Service.class);
    for (Service service : office.services()) {
      queues.put(service, queue(service, open, calling, visit));
    }
    List<Call> calls =
        tickets.lastCalled(office.code(), day, CALLS).stream()
            .flatMap(ticket -> call(ticket).stream())
            .toList();
    int waiting = (int) open.stream().filter(it -> it.state() == TicketState.WAITING).count();
    return new Hall(office, now, calls, waiting, queues, calling.size());
  }

  private static Hall.Queue queue(
      Service service,
      List<Ticket> open,
      List<Window> calling,
      Function<Service, Durations.Visit> visit) {
    List<Window> serving =
        calling.stream().filter(window -> window.services().contains(service)).toList();
    Set<Service> shared =
        serving.isEmpty()
            ? Set.of(service)
            : serving.stream()
                .flatMap(window -> window.services().stream())
                .collect(Collectors.toSet());
    int ahead =
        (int)
            open.stream()
                .filter(ticket -> ticket.state() == TicketState.WAITING)
                .filter(ticket -> shared.contains(ticket.service()))
                .count();
    return new Hall.Queue(
        ahead,
        serving.size(),
        serving.isEmpty()
            ? Optional.empty()
            : Optional.of(Turns.wait(visit.apply(service), ahead, serving.size())));
  }

  /** What a transfer put back waits, and stands at no window. */
  private static Optional<Call> call(Ticket ticket) {
    Integer window = ticket.window();
    Instant at = ticket.calledAt();
    boolean open = ticket.state() == TicketState.CALLED || ticket.state() == TicketState.SERVING;
    return window == null || at == null
        ? Optional.empty()
        : Optional.of(new Call(ticket.label(), window, ticket.calls(), at, open));
  }
}
