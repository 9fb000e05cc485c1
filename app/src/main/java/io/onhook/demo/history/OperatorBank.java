package io.onhook.demo.history;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox operator's bank: how long it takes over a refund. */
@Component
@Profile("sandbox")
public class OperatorBank {
  /** Nobody's card, of an account that the bank has closed: {@code docs/numbers.md}. */
  public static final String CLOSED_CARD = "6200 0000 0000 0401";

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final JsonMapper json = new JsonMapper();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI endpoint;

  public OperatorBank(@Value("${onhook.sandbox.operator}") URI operator) {
    this.endpoint = operator.resolve("/sandbox/refund-delay");
  }

  /** How long refunds take that are sent now; empty if the operator does not answer. */
  public Optional<Duration> takes() {
    return send(HttpRequest.newBuilder(endpoint).GET());
  }

  /** Has refunds take so long from now on; false if the operator does not answer. */
  public boolean take(Duration delay) {
    String body = json.writeValueAsString(Map.of("delay", delay.toString()));
    return send(HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)))
        .isPresent();
  }

  private Optional<Duration> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200
          ? Optional.of(
              Duration.parse(json.readTree(answer.body()).path("delay").asString("unread")))
          : Optional.empty();
    } catch (IOException | JacksonException | DateTimeException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
