package io.onhook.demo.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happens at the sandbox operator without us: new customers, and what they pay. */
final class OperatorDoor {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI operator;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  OperatorDoor(URI operator) {
    this.operator = operator;
  }

  /**
   * A line and its holder, as the operator made them.
   *
   * @param id of the line
   * @param number its E.164 number
   * @param account its billing account
   * @param party the holder's id
   * @param holder the holder's name
   * @param document their resident ID's number
   * @param email theirs
   */
  record Subscriber(
      String id,
      String number,
      String account,
      String party,
      String holder,
      String document,
      String email) {
    /** Never the name. */
    @Override
    public String toString() {
      return "Subscriber[" + id + "]";
    }
  }

  /** The line of this leaver, made if it is not there yet. */
  Subscriber subscriber(Leaver leaver) {
    return subscriber(leaver.situation(), leaver.number());
  }

  /** A line in this situation, made if it is not there yet. */
  Subscriber subscriber(String situation, int number) {
    JsonNode made =
        post("/sandbox/lines", "", Map.of("situation", situation, "first", number, "count", 1))
            .path(0);
    return new Subscriber(
        made.path("id").asString(),
        "+" + made.path("msisdn").asString(),
        made.path("account").asString(),
        made.path("party").asString(),
        made.path("holder").asString(),
        made.path("document").asString(),
        made.path("email").asString());
  }

  /** Somebody pays what is owed, by the operator's own app. */
  void pay(Subscriber subscriber, BigDecimal amount, String unit, String key) {
    post(
        "/tmf-api/payment/v4/payment",
        key,
        Map.of(
            "account",
            Map.of("id", subscriber.account()),
            "paymentMethod",
            Map.of("name", "app"),
            "totalAmount",
            Map.of("unit", unit, "value", amount)));
  }

  private JsonNode post(String path, String key, Map<String, ?> body) {
    var request =
        HttpRequest.newBuilder(operator.resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    if (!key.isEmpty()) {
      request.header("Idempotency-Key", key);
    }
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(path + " answered " + answer.statusCode());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The history was interrupted", e);
    }
  }
}
