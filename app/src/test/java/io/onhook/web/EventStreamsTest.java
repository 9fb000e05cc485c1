package io.onhook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class EventStreamsTest {
  private final EventStreams streams = new EventStreams();

  /** A browser, as far as an emitter knows one. */
  private static final class Browser extends SseEmitter {
    final BlockingQueue<String> got = new LinkedBlockingQueue<>();
    volatile boolean gone;

    @Override
    public void send(SseEventBuilder builder) throws IOException {
      if (gone) {
        throw new IOException("Connection reset");
      }
      var text = new StringBuilder();
      builder.build().forEach(part -> text.append(part.getData()));
      got.add(text.toString());
    }

    String next() throws InterruptedException {
      String next = got.poll(10, TimeUnit.SECONDS);
      assertThat(next).isNotNull();
      return next;
    }
  }

  @Test
  void saysWhatChangedAndNothingElse() throws InterruptedException {
    var browser = new Browser();
    var stream = new EventStream(browser);
    stream.changed();
    assertThat(browser.next()).contains("event:changed").contains("retry:2000");
    stream.beat();
    assertThat(browser.next()).startsWith(":");
    stream.changed();
    assertThat(browser.next()).contains("event:changed");
    assertThat(browser.got).isEmpty();
  }

  @Test
  void forgetsWhoHasGone() throws InterruptedException {
    var browser = new Browser();
    browser.gone = true;
    var stream = new EventStream(browser);
    var told = new LinkedBlockingQueue<String>();
    stream.whenGone(() -> told.add("gone"));
    stream.changed();
    assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("gone");
  }

  @Test
  void oneClientTakesNeitherAnothersPlaceNorThatOfAKnownScreen() {
    streams.start();
    assertThat(streams.open("a", "192.0.2.1", 2)).isPresent();
    assertThat(streams.open("b", "192.0.2.1", 2)).isPresent();
    assertThat(streams.open("a", "192.0.2.1", 2)).isEmpty();
    assertThat(streams.open("a", "192.0.2.2", 2)).isPresent();
    assertThat(streams.open("a")).isPresent();
    assertThat(streams.size()).isEqualTo(4);
  }

  @Test
  void strangersTogetherLeaveRoomForKnownScreens() {
    streams.start();
    for (int i = 0; i < 2_000; i++) {
      assertThat(streams.open("a", "client " + i, 1)).isPresent();
    }
    assertThat(streams.open("a", "one more", 1)).isEmpty();
    assertThat(streams.open("a")).isPresent();
  }

  @Test
  void aPlaceIsFreeAgainOnceItsStreamIsGone() {
    var room = new Room(2);
    assertThat(room.enter("a", 1)).isTrue();
    assertThat(room.enter("a", 1)).isFalse();
    assertThat(room.enter("b", 1)).isTrue();
    assertThat(room.enter("c", 1)).isFalse();
    room.leave("a");
    assertThat(room.enter("c", 1)).isTrue();
    room.leave("b");
    room.leave("c");
    assertThat(room.size()).isZero();
    assertThat(room.clients()).isZero();
  }

  @Test
  void opensNoneBeforeTheStartAndAfterTheStop() {
    assertThat(streams.open("a")).isEmpty();
    streams.start();
    assertThat(streams.open("a")).isPresent();
    assertThat(streams.size()).isEqualTo(1);
    streams.stop();
    assertThat(streams.open("a")).isEmpty();
  }
}
