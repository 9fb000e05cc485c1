package io.onhook.clock;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** The sandbox operator's clock, which must show the same time as ours. */
final class OperatorClock {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final URI endpoint;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /**
   * @param operator the sandbox operator's address, {@code http://127.0.0.1:8091}
   */
  OperatorClock(URI operator) {
    this.endpoint = operator.resolve("/sandbox/clock");
  }

  /** Sets it; false if the operator is not there or would not. */
  boolean follow(Instant now) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"now\":\"" + now + "\"}"))
            .build();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status >= 200 && status < 300;
    } catch (IOException e) {
      return false; // told again by ClockKeeper
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
