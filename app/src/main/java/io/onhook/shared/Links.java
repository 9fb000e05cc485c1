package io.onhook.shared;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connections to one interface of a partner: at most so many, kept while they are good. */
public final class Links<L extends Closeable> implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Links.class);

  private final Opening<L> opening;
  private final Semaphore places;
  private final ConcurrentLinkedDeque<L> idle = new ConcurrentLinkedDeque<>();

  /**
   * @param most how many there are at the same time
   */
  public Links(int most, Opening<L> opening) {
    this.opening = opening;
    places = new Semaphore(most, true);
  }

  /** Opens one more connection. */
  public interface Opening<L> {
    L open(Deadline deadline) throws NotSent;
  }

  /** What is done on a connection. */
  public interface Work<L, T> {
    T on(L link) throws IOException;
  }

  /**
   * What is tried on a kept connection, to see whether it is still good; has no effect. One that
   * fails is closed, and another taken.
   */
  public interface Trial<L> {
    void on(L link) throws IOException;
  }

  /**
   * Does the work on a connection that was just seen to be good. A connection on which anything
   * went wrong is closed: no late answer can be taken for another request's.
   *
   * @throws NotSent if no good connection could be had
   */
  public <T> T use(Deadline deadline, Trial<L> trial, Work<L, T> work) throws IOException {
    acquirePlace(deadline);
    try {
      L link = good(deadline, trial);
      boolean clean = false;
      try {
        T result = work.on(link);
        clean = true;
        return result;
      } finally {
        if (clean) {
          idle.push(link);
        } else {
          drop(link);
        }
      }
    } finally {
      places.release();
    }
  }

  @Override
  public void close() {
    for (L link = idle.poll(); link != null; link = idle.poll()) {
      drop(link);
    }
  }

  private void acquirePlace(Deadline deadline) throws NotSent {
    try {
      if (!places.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
        throw new NotSent("all connections are busy", new IOException("busy"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotSent("interrupted", new IOException(e));
    }
  }

  private L good(Deadline deadline, Trial<L> trial) throws NotSent {
    for (L kept = idle.poll(); kept != null; kept = idle.poll()) {
      try {
        trial.on(kept);
        return kept;
      } catch (SocketTimeoutException e) {
        drop(kept);
        throw new NotSent("no sign of life", e);
      } catch (IOException e) {
        LOG.debug("A kept connection has gone: {}", e.toString());
        drop(kept);
      }
    }
    return opening.open(deadline);
  }

  private void drop(L link) {
    try {
      link.close();
    } catch (IOException e) {
      LOG.debug("Closing a connection failed: {}", e.toString());
    }
  }
}
