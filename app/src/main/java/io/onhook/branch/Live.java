package io.onhook.branch;

import io.onhook.shared.Channel;
import io.onhook.shared.SidePool;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells this node in which office something has changed, whichever node changed it: one connection
 * a node listens for all. After a broken connection every office counts as changed.
 */
public final class Live implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Live.class);

  private final DataSource database;
  private final Offices offices;
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
  private @Nullable SidePool own;
  private @Nullable Thread thread;

  Live(DataSource database, Offices offices) {
    this.database = database;
    this.offices = offices;
  }

  /**
   * From now on is told the code of each office that has changed, after the change can be read.
   * Listeners hear it in the order in which they came; they must not wait for anything.
   */
  public void subscribe(Consumer<String> listener) {
    listeners.add(listener);
  }

  private void all() {
    offices.all().forEach(office -> changed(office.code()));
  }

  private void changed(String office) {
    for (Consumer<String> listener : listeners) {
      try {
        listener.accept(office);
      } catch (RuntimeException e) {
        // One who fails keeps nobody else from hearing it.
        LOG.error("A change at {} was not passed on", office, e);
      }
    }
  }

  @Override
  public synchronized void start() {
    if (thread == null) {
      own = SidePool.beside(database, "branch-live", 1, null);
      thread =
          Thread.ofPlatform()
              .daemon()
              .name("branch-live")
              .start(new Channel(own.database(), BranchRecord.CHANNEL, this::all, this::changed));
    }
  }

  @Override
  public synchronized void stop() {
    Thread running = thread;
    SidePool pool = own;
    thread = null;
    if (running == null || pool == null) {
      return;
    }
    try {
      running.interrupt();
      running.join(TimeUnit.SECONDS.toMillis(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      pool.close();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }
}
