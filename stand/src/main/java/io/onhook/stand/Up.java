package io.onhook.stand;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Operator and service, kept running until Ctrl-C. */
public final class Up implements AutoCloseable {
  private final Place place;
  private final Ports ports;
  private final Screen screen;
  private final Optional<ChosenPack> pack;
  private final List<String> settings;
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile @Nullable Operator operator;
  private volatile @Nullable Service service;

  /** Nothing runs before {@link #start}. */
  public Up(Place place, Ports ports, Screen screen) {
    this(place, ports, screen, List.of());
  }

  /** The same, with more settings for the service, as on a command line. */
  public Up(Place place, Ports ports, Screen screen, List<String> settings) {
    this(place, ports, screen, Optional.empty(), settings);
  }

  /** The same under the rules of this pack, with an operator that bills in its currency. */
  public Up(
      Place place, Ports ports, Screen screen, Optional<ChosenPack> pack, List<String> settings) {
    this.pack = pack;
    this.settings =
        Stream.concat(pack.stream().flatMap(it -> it.settings().stream()), settings.stream())
            .toList();
    this.place = place;
    this.ports = ports;
    this.screen = screen;
  }

  /** Starts both. Whatever is up when it fails is stopped by {@link #close}. */
  public void start() {
    Operator operator = Operator.start(place, ports, pack);
    this.operator = operator;
    screen.step("The sandbox operator runs, with HLR: %s", operator.listening().hlr());
    pack.ifPresent(
        rules -> screen.more("it bills in %s, as pack %s reckons", rules.currency(), rules.id()));
    service = Service.start(place, operator.listening(), ports.near(8080), settings);
    screen.step("The service runs, with its own PostgreSQL in %s", place.data());
  }

  /** Where the operator listens now. */
  public Operator.Listening operator() {
    return started(operator).listening();
  }

  private static <T> T started(@Nullable T part) {
    if (part == null) {
      throw new Said("It is not started yet");
    }
    return part;
  }

  /** The service that runs now. */
  public Service service() {
    return started(service);
  }

  /** The parts that can die. */
  public enum Part {
    OPERATOR,
    SERVICE,
    POSTGRESQL
  }

  /** Ends a part as a power cut would; {@link #keep} starts it again. */
  public synchronized void kill(Part part) {
    switch (part) {
      case OPERATOR -> started(operator).kill();
      case SERVICE -> started(service).kill();
      case POSTGRESQL -> place.postgresql().ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  /** Starts again whatever dies, until {@link #close}. */
  public void keep() {
    while (!over.get()) {
      synchronized (this) {
        if (!over.get() && !started(operator).alive()) {
          screen.step("The sandbox operator died; starting it again");
          operator = Operator.startAgain(place, operator());
        }
        if (!over.get() && !service().alive()) {
          screen.step("The service died; starting it again");
          service = Service.start(place, operator(), service().port(), settings);
          screen.step("The service is back");
        }
      }
      try {
        Thread.sleep(Duration.ofMillis(500));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** The service first: it may still have something to tell the operator. */
  @Override
  public void close() {
    over.set(true);
    Service runningService = service;
    if (runningService != null) {
      runningService.close();
    }
    Operator runningOperator = operator;
    if (runningOperator != null) {
      runningOperator.close();
    }
  }
}
