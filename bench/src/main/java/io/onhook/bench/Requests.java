package io.onhook.bench;

import io.onhook.stand.Http;
import io.onhook.stand.Subject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Requests to end a line, as an integrator's program sends them. */
final class Requests {
  private final Http client;

  Requests(Http client) {
    this.client = client;
  }

  /** The product's clock. */
  Instant now() {
    return Instant.parse(client.get("/sandbox/clock").json().path("now").asString());
  }

  /** Sends one; gives the reference of the case that it began. */
  String submit(Subject subject) {
    // Long confirmed, so that it stays so however the clock is moved.
    String confirmedAt = "2026-01-01T00:00:00Z";
    Object body =
        Map.of(
            "number",
            "+" + subject.msisdn(),
            "holder",
            Map.of(
                "name", subject.name(),
                "documentKind", subject.documentKind(),
                "documentNumber", subject.document()),
            "contact",
            Map.of("channel", "email", "address", subject.email(), "confirmedAt", confirmedAt),
            "language",
            "zh-CN");
    return client
        .post(
            "/api/v1/cancellations", body, Map.of("Idempotency-Key", UUID.randomUUID().toString()))
        .json()
        .path("reference")
        .asString();
  }
}
