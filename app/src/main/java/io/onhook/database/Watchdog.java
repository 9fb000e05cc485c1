package io.onhook.database;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts PostgreSQL again when it dies under the running service. The service lives on meanwhile:
 * its pool replaces the broken connections.
 */
final class Watchdog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
  private static final Duration INTERVAL = Duration.ofMillis(250);

  private final PostgresServer server;
  private final int port;
  private final Thread thread;
  private volatile boolean over;

  Watchdog(PostgresServer server, int port) {
    this.server = server;
    this.port = port;
    this.thread = Thread.ofPlatform().daemon().name("postgresql-watchdog").start(this::watch);
  }

  private void watch() {
    while (!over) {
      try {
        Thread.sleep(INTERVAL);
        if (!over && !server.alive()) {
          LOG.error("PostgreSQL died; starting it again");
          server.ensureRunning(port);
        }
      } catch (InterruptedException e) {
        return; // asked to end
      } catch (IOException e) {
        LOG.error("PostgreSQL can't be started; trying again", e);
      }
    }
  }

  /** Ends the watch; a start that is under way is waited for. */
  @Override
  public void close() {
    over = true;
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
