package io.onhook.command;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Operator and service, kept running until Ctrl-C. */
final class Up implements AutoCloseable {
  private final Place place;
  private final Screen screen;
  private final AtomicBoolean over = new AtomicBoolean();
  private Operator operator;
  private Service service;

  private Up(Place place, Screen screen, Operator operator, Service service) {
    this.place = place;
    this.screen = screen;
    this.operator = operator;
    this.service = service;
  }

  /** Starts both; what is up already is stopped again if the other does not come. */
  static Up start(Place place, Screen screen) {
    Operator operator = Operator.start(place);
    screen.step("The sandbox operator runs, with HLR: %s", operator.listening().hlr());
    try {
      Service service = Service.start(place, operator.listening(), Ports.orFree(8080));
      screen.step("The service runs, with its own PostgreSQL in %s", place.data());
      return new Up(place, screen, operator, service);
    } catch (RuntimeException e) {
      operator.close();
      throw e;
    }
  }

  Operator.Listening operator() {
    return operator.listening();
  }

  Service service() {
    return service;
  }

  /** The parts that can die. */
  enum Part {
    OPERATOR,
    SERVICE,
    POSTGRESQL
  }

  /** Ends a part as a power cut would; {@link #keep} starts it again. */
  synchronized void kill(Part part) {
    switch (part) {
      case OPERATOR -> operator.kill();
      case SERVICE -> service.kill();
      case POSTGRESQL -> place.postgresql().ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  /** Starts again whatever dies, until {@link #close}. */
  void keep() {
    while (!over.get()) {
      synchronized (this) {
        if (!over.get() && !operator.alive()) {
          screen.step("The sandbox operator died; starting it again");
          operator = Operator.startAgain(place, operator.listening());
        }
        if (!over.get() && !service.alive()) {
          screen.step("The service died; starting it again");
          service = Service.start(place, operator.listening(), service.port());
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
    if (over.compareAndSet(false, true)) {
      synchronized (this) {
        service.close();
        operator.close();
      }
    }
  }
}
