package io.onhook.command;

import io.onhook.stand.Http;
import io.onhook.stand.Patience;
import io.onhook.stand.Said;
import io.onhook.stand.Screen;
import io.onhook.stand.Subject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * The main job over the product's API, as an integrator and a reviewer would do it: check, submit,
 * decide, and let the time pass. Every request may be repeated, so a service that dies on the way
 * is only waited for.
 */
final class Walk {
  private static final String CASES = "/api/v1/cancellations";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** What an integrator's requests carry. */
  static final Map<String, String> CLIENT = headers("ohk_sandbox_client_for_trying_things_out");

  private final Http client;
  private final Http reviewer;
  private Http reader;
  private final Screen screen;
  private final Subject subject;
  private final Listener listener;
  private final Set<String> told = new HashSet<>();
  private final Set<String> waited = new HashSet<>();

  /** Hears how many steps are done, each time there are more. */
  interface Listener {
    void done(int steps);
  }

  Walk(URI service, Subject subject, Screen screen, Listener listener) {
    this.client = new Http(service, CLIENT);
    this.reader = client;
    this.reviewer = api(service, "ohk_sandbox_reviewer_for_trying_things_out");
    this.subject = subject;
    this.screen = screen;
    this.listener = listener;
  }

  private static Http api(URI service, String key) {
    return new Http(service, headers(key));
  }

  private static Map<String, String> headers(String key) {
    return Map.of(
        "Authorization", "Bearer " + key,
        "Accept", "application/json, application/problem+json, application/pdf",
        "Accept-Language", "en");
  }

  /** Follows cases that came in by another way: a client sees only what it submitted itself. */
  Walk byAnotherWay() {
    reader = reviewer;
    return this;
  }

  /** Walks to the end of both tracks and returns the case as it then stands. */
  JsonNode run() {
    check();
    String reference = submit();
    return follow(reference);
  }

  private void check() {
    JsonNode found =
        client
            .post("/api/v1/eligibility-checks", Map.of("number", "+" + subject.msisdn()), Map.of())
            .json();
    screen.step(
        "Checked %s, %s: %s",
        found.path("number").asString(),
        found.path("plan").asString(),
        found.path("verdict").asString());
    for (JsonNode gate : found.path("gates")) {
      screen.more("%s: %s", gate.path("effect").asString(), gate.path("title").asString());
    }
    screen.more(
        "to pay %s, to refund %s, the line ends %s",
        money(found.path("quote").path("toPay")),
        money(found.path("quote").path("toRefund")),
        found.path("dates").path("endsAt").asString());
  }

  /** Asks for the end of the line, twice with the same key. */
  String submit() {
    String key = UUID.randomUUID().toString();
    Object body =
        Map.of(
            "number",
            "+" + subject.msisdn(),
            "holder",
            Map.of(
                "name",
                subject.name(),
                "documentKind",
                subject.documentKind(),
                "documentNumber",
                subject.document()),
            "contact",
            Map.of(
                "channel",
                "email",
                "address",
                subject.email(),
                "confirmedAt",
                now().minusSeconds(60).toString()),
            "language",
            "zh-CN");
    JsonNode stored = client.post(CASES, body, Map.of("Idempotency-Key", key)).json();
    String reference = stored.path("reference").asString();
    screen.step("Submitted: %s", reference);
    JsonNode again = client.post(CASES, body, Map.of("Idempotency-Key", key)).json();
    if (!again.equals(stored)) {
      throw new Said("The same key was answered otherwise the second time: " + again);
    }
    screen.more("the same request with the same key was given the same answer");
    return reference;
  }

  /** Approves it as soon as it waits for that. */
  void approve(String reference) {
    Patience.until("the case waits for a decision", PATIENCE, () -> isAt(reference, "decision"));
    decide(reference, "review");
  }

  /** Moves the clock until a person has to do something that no program may. */
  void waitForPerson(String reference) {
    Patience.until(
        "the case waits for a person",
        PATIENCE,
        () -> {
          goOn(reference, reader.get(CASES + "/" + reference).json());
          return isAt(reference, "parked");
        });
  }

  private boolean isAt(String reference, String state) {
    return reader
        .get(CASES + "/" + reference)
        .json()
        .path("steps")
        .valueStream()
        .anyMatch(step -> step.path("state").asString().equals(state));
  }

  /** Goes on to the end of both tracks and returns the case as it then stands. */
  JsonNode follow(String reference) {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      JsonNode found = reader.get(CASES + "/" + reference).json();
      tell(found);
      String line = found.path("line").asString();
      String money = found.path("money").asString();
      if (Set.of("not-approved", "retracted").contains(line)) {
        throw new Said("The case came to nothing: " + found);
      }
      if (line.equals("ended") && Set.of("arrived", "nothing-open").contains(money)) {
        return found;
      }
      if (System.nanoTime() > giveUp) {
        throw new Said("The case did not come to its end: " + found);
      }
      goOn(reference, found);
      Patience.breathe();
    }
  }

  /** Says each step once, when it is done, and what the case waits for. */
  private void tell(JsonNode found) {
    for (JsonNode step : found.path("steps")) {
      String state = step.path("state").asString();
      String name = step.path("name").asString();
      if (state.equals("done") && told.add(name)) {
        screen.step("%-20s done at %s", name, step.path("at").asString());
        listener.done(told.size());
      } else if (state.equals("parked")) {
        throw new Said("The case is parked at " + name + ": " + step.path("why").asString());
      }
    }
    String money = found.path("money").asString();
    if (found.path("line").asString().equals("ended") && waited.add("money " + money)) {
      screen.step("The line has ended; the money: %s", money);
    }
  }

  private void goOn(String reference, JsonNode found) {
    for (JsonNode step : found.path("steps")) {
      switch (step.path("state").asString()) {
        case "decision" -> {
          decide(reference, step.path("name").asString());
          return;
        }
        case "waiting" -> {
          if (step.has("until")) {
            moveClock(step.path("name").asString(), Instant.parse(step.path("until").asString()));
            return;
          }
        }
        default -> {
          // It runs, or is not its turn.
        }
      }
    }
    if (found.path("money").asString().equals("on-its-way")) {
      // The bank takes its time, but who looks late must not find the refund overdue.
      Instant until = now().plus(Duration.ofHours(6));
      if (until.isBefore(Instant.parse(found.path("dates").path("refundBy").asString()))) {
        moveClock("refund", until);
      }
    }
  }

  private void decide(String reference, String step) {
    Http.Answer answer =
        reviewer.post(
            CASES + "/" + reference + "/decision",
            Map.of("decision", "approve", "note", "Looked at by the demo"),
            Map.of());
    if (answer.status() != 409) { // decided already: our first answer was lost
      answer.fine();
      screen.step("Decided as the reviewer: %s", step);
    }
  }

  /** Both clocks: an operator that is away just now would be asked about a time it has not seen. */
  private void moveClock(String why, Instant until) {
    if (!until.isBefore(now())) {
      Object move = Map.of("now", until.plusSeconds(1).toString());
      Patience.until(
          "the operator's clock follows",
          PATIENCE,
          () ->
              client
                  .post("/sandbox/clock", move, Map.of())
                  .json()
                  .path("operatorFollows")
                  .asBoolean());
      if (waited.add(why)) {
        screen.step("Moved the clock over %s, to %s", why, until);
      }
    }
  }

  private Instant now() {
    return Instant.parse(client.get("/sandbox/clock").json().path("now").asString());
  }

  /** The signed PDF of an ended case. */
  byte[] certificate(String reference) {
    return client.get(CASES + "/" + reference + "/certificate").fine().body();
  }

  /** What everybody sees who has the certificate's number. */
  JsonNode verification(String number) {
    return client.get("/api/v1/verifications/" + number).json();
  }

  static String money(JsonNode amount) {
    return amount.path("value").asString("0") + " " + amount.path("currency").asString("");
  }
}
