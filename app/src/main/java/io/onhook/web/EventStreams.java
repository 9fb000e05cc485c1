package io.onhook.web;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams of events to browsers ({@code text/event-stream}), by topic. A stream says only that its
 * topic has changed; the page then fetches what it shows. So it carries nothing that somebody might
 * not see, what a slow browser missed is one event, and a page that can't hold a stream asks from
 * time to time instead.
 *
 * <p>An open stream costs a connection and no thread.
 */
@Component
public final class EventStreams implements SmartLifecycle {
  /** Proxies drop what is silent for longer, and who is gone is noticed by it. */
  static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /** Twenty offices with thirty screens each, three times over; and as many phones beside. */
  private static final int MOST = 2_000;

  private final ConcurrentHashMap<String, Set<EventStream>> topics = new ConcurrentHashMap<>();

  /** Screens that are known, so that no stranger takes their place, and everybody else. */
  private final Room known = new Room(MOST);

  private final Room others = new Room(MOST);
  private volatile boolean running;

  /**
   * A stream for a screen that is known. It is told whenever its topic changes, and once at its
   * beginning: what changed while there was none is not missed. Empty while the service stops or
   * bears no more.
   */
  public Optional<SseEmitter> open(String topic) {
    return open(topic, known, "", MOST);
  }

  /**
   * The same for anybody.
   *
   * @param client who counts as one
   * @param most so many streams one client may hold; whoever holds them gets no further one
   */
  public Optional<SseEmitter> open(String topic, String client, int most) {
    return open(topic, others, client, most);
  }

  private Optional<SseEmitter> open(String topic, Room room, String client, int most) {
    if (!running || !room.enter(client, most)) {
      return Optional.empty();
    }
    // Ends by itself never: the browser goes, or a heartbeat finds it gone.
    var emitter = new SseEmitter(0L);
    var stream = new EventStream(emitter);
    Set<EventStream> all = topics.computeIfAbsent(topic, it -> ConcurrentHashMap.newKeySet());
    all.add(stream);
    Runnable gone =
        () -> {
          if (all.remove(stream)) {
            room.leave(client);
          }
        };
    stream.whenGone(gone);
    emitter.onCompletion(gone);
    emitter.onTimeout(gone);
    emitter.onError(trouble -> gone.run());
    stream.changed();
    return Optional.of(emitter);
  }

  /** Something of this topic has changed. Returns at once. */
  public void changed(String topic) {
    topics.getOrDefault(topic, Set.of()).forEach(EventStream::changed);
  }

  /** Keeps all streams alive. */
  void beat() {
    topics.values().forEach(streams -> streams.forEach(EventStream::beat));
  }

  /** How many are open. */
  public int size() {
    return known.size() + others.size();
  }

  @Override
  public void start() {
    running = true;
  }

  /** Else the server would wait for them before it stops. */
  @Override
  public void stop() {
    running = false;
    topics.values().forEach(streams -> streams.forEach(EventStream::end));
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
