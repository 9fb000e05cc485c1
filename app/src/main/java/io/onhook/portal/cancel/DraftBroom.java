package io.onhook.portal.cancel;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Sweeps away drafts that nobody came back to, every hour. */
@Component
class DraftBroom implements InitializingBean, DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(DraftBroom.class);

  private final DraftStore drafts;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("drafts").factory());

  DraftBroom(DraftStore drafts) {
    this.drafts = drafts;
  }

  @Override
  public void afterPropertiesSet() {
    var unused = timer.scheduleWithFixedDelay(this::sweep, 1, 60, TimeUnit.MINUTES);
  }

  private void sweep() {
    try {
      drafts.forgetOld();
    } catch (DataAccessException | IllegalStateException e) {
      // A failed sweep must not end the schedule: the next one comes in an hour.
      LOG.warn("Old drafts were not swept", e);
    }
  }

  @Override
  public void destroy() {
    timer.shutdownNow();
  }
}
