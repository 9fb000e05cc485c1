package io.onhook.clock;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.onhook.testing.SettableClock;
import io.onhook.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

class SandboxClockTest {
  private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

  private final JdbcClient database = JdbcClient.create(TestDatabase.fresh().application());
  private final SettableClock truth = new SettableClock(START);
  private final SandboxClock clock = new SandboxClock(database, truth);

  @Test
  void showsTheTrueTimeUntilItIsMoved() {
    assertThat(clock.instant()).isEqualTo(START);
    clock.advance(Duration.ofDays(14));
    truth.advance(Duration.ofSeconds(1));
    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(14)).plusSeconds(1));
  }

  @Test
  void keepsItsOffsetOverARestart() {
    clock.set(Instant.parse("2027-01-01T00:00:00Z"));
    assertThat(new SandboxClock(database, truth).instant()).isEqualTo("2027-01-01T00:00:00Z");
  }

  @Test
  void isSharedByAllNodes() {
    var other = new SandboxClock(database, truth);
    clock.advance(Duration.ofDays(1));
    other.advance(Duration.ofDays(2));
    clock.refresh();
    assertThat(clock.instant())
        .isEqualTo(other.instant())
        .isEqualTo(START.plus(Duration.ofDays(3)));
  }

  @Test
  void movesTheOperatorsClockToo() throws IOException {
    List<String> heard = new CopyOnWriteArrayList<>();
    HttpServer operator =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    operator.createContext(
        "/sandbox/clock",
        exchange -> {
          heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    operator.start();
    try {
      var address = URI.create("http://127.0.0.1:" + operator.getAddress().getPort());
      var controller = controller(address);
      var answer = controller.move(new ClockController.Move(null, "P14D"));
      assertThat(answer.getBody())
          .isEqualTo(
              new ClockController.Time(
                  Instant.parse("2026-12-06T08:00:00Z"), Duration.ofDays(14), true));
      assertThat(heard).containsExactly("{\"now\":\"2026-12-06T08:00:00Z\"}");
    } finally {
      operator.stop(0);
    }
  }

  @Test
  void saysHowToWriteATime() {
    var controller = controller(URI.create("http://127.0.0.1:1"));
    for (var wrong :
        List.of(
            new ClockController.Move(null, null),
            new ClockController.Move("2027-01-01T00:00:00Z", "P1D"),
            new ClockController.Move("tomorrow", null),
            new ClockController.Move(null, "two weeks"))) {
      assertThat(controller.move(wrong).getStatusCode())
          .as("%s", wrong)
          .isEqualTo(HttpStatus.BAD_REQUEST);
    }
    assertThat(clock.ahead()).isZero();
  }

  private ClockController controller(URI operator) {
    return new ClockController(clock, new ClockKeeper(clock, new OperatorClock(operator)));
  }
}
