package io.onhook.web;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One browser's stream. Whatever is wanted while something is being written goes out together. */
final class EventStream {
  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
  private static final int CHANGED = 1;
  private static final int BEAT = 2;
  private static final int WRITING = 4;

  /** How soon a browser comes back that lost its stream. */
  private static final long RETRY_MILLIS = 2_000;

  private final SseEmitter emitter;
  private final AtomicInteger wanted = new AtomicInteger();
  private volatile Runnable gone = () -> {};

  EventStream(SseEmitter emitter) {
    this.emitter = emitter;
  }

  void whenGone(Runnable done) {
    gone = done;
  }

  void changed() {
    want(CHANGED);
  }

  void beat() {
    want(BEAT);
  }

  void end() {
    emitter.complete();
  }

  /** At most one writer at a time, and none while there is nothing to write. */
  private void want(int what) {
    if ((wanted.getAndUpdate(before -> before | what | WRITING) & WRITING) == 0) {
      Thread.startVirtualThread(this::write);
    }
  }

  private void write() {
    try {
      for (int all = take(); all != 0; all = take()) {
        emitter.send(
            (all & CHANGED) != 0
                ? SseEmitter.event().name("changed").data("").reconnectTime(RETRY_MILLIS)
                : SseEmitter.event().comment("here"));
      }
    } catch (IOException | IllegalStateException e) {
      // Nobody reads it any more. The server tells the emitter, too.
      LOG.debug("A stream's browser has gone: {}", e.toString());
      gone.run();
    }
  }

  /** What is to be written now; after nothing the writer leaves. */
  private int take() {
    int before = wanted.getAndUpdate(it -> (it & ~WRITING) == 0 ? 0 : WRITING);
    return before & ~WRITING;
  }
}
