package io.onhook.sandbox.control;

import io.onhook.sandbox.book.Book;
import io.onhook.sandbox.book.View;
import io.onhook.sandbox.fault.Misbehaviour;
import io.onhook.sandbox.fault.Mode;
import io.onhook.sandbox.http.HttpDoor;
import io.onhook.sandbox.http.Reply;
import io.onhook.sandbox.http.Request;
import io.onhook.sandbox.journal.Entry;
import io.onhook.sandbox.json.Json;
import io.onhook.sandbox.situation.MoreLines;
import io.onhook.sandbox.tmf.Accounts;
import io.onhook.sandbox.tmf.BillingCurrency;
import io.onhook.sandbox.tmf.Characteristics;
import io.onhook.sandbox.tmf.Payments;
import io.onhook.sandbox.tmf.ProductInventory;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The sandbox's own knobs under {@code /sandbox/}; they never misbehave. */
public final class SandboxControl {
  private static final int LARGEST_PAGE = 100_000;

  private final Book book;
  private final Misbehaviour misbehaviour;
  private final Payments payments;
  private final MoreLines more;
  private final Runnable afterReset;

  /**
   * Makes the knobs.
   *
   * @param more makes lines on demand
   * @param afterReset puts the HLR back to its first day too
   */
  public SandboxControl(
      Book book,
      Misbehaviour misbehaviour,
      Payments payments,
      MoreLines more,
      Runnable afterReset) {
    this.book = book;
    this.more = more;
    this.misbehaviour = misbehaviour;
    this.payments = payments;
    this.afterReset = afterReset;
  }

  /** Opens the routes. */
  public void serve(HttpDoor door) {
    door.on("GET", "/sandbox/health", request -> Reply.ok(Json.object().put("status", "UP")));
    door.on("GET", "/sandbox/journal", this::journal);
    door.on("GET", "/sandbox/lines", request -> lines());
    door.on("POST", "/sandbox/lines", this::moreLines);
    door.on("GET", "/sandbox/clock", request -> clock(book.read(View::now)));
    door.on("POST", "/sandbox/clock", this::setClock);
    door.on("POST", "/sandbox/misbehave", this::misbehave);
    door.on("DELETE", "/sandbox/misbehave", request -> heal());
    door.on("GET", "/sandbox/refund-delay", request -> delay(book.read(Payments::delay)));
    door.on("POST", "/sandbox/refund-delay", this::refundDelay);
    door.on("POST", "/sandbox/usage", this::usage);
    door.on("PATCH", "/sandbox/lines/{id}", this::change);
    door.on("POST", "/sandbox/reset", request -> reset());
  }

  private Reply journal(Request request) {
    payments.settleDue();
    long since;
    int limit;
    try {
      since = Long.parseLong(request.query("since").orElse("0"));
      limit = Integer.parseInt(request.query("limit").orElse(Integer.toString(LARGEST_PAGE)));
    } catch (NumberFormatException e) {
      return Reply.error(400, "badNumber", "since and limit are whole numbers", "Send since=0.");
    }
    boolean changes = request.query("changes").orElse("false").equals("true");
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (Entry entry : book.since(since, Math.clamp(limit, 1, LARGEST_PAGE))) {
      JsonNode json = Json.tree(entry);
      if (!changes && json instanceof ObjectNode object) {
        // The state afterwards is long; that something changed at all is what counts here.
        object.put("changed", entry.changes().size()).remove("changes");
      }
      lines.writeBytes(Json.bytes(json));
      lines.write('\n');
    }
    return new Reply(200, Map.of(), "application/x-ndjson", lines.toByteArray());
  }

  private Reply lines() {
    ArrayNode table = Json.array();
    for (ObjectNode product : book.read(view -> view.all(ProductInventory.PRODUCTS))) {
      if (!product.has("productSerialNumber")) {
        continue; // It goes with a line and is none.
      }
      table
          .addObject()
          .put("id", product.path("id").asString(""))
          .put("msisdn", Characteristics.get(product, "msisdn").asString(""))
          .put("situation", Characteristics.get(product, "situation").asString(""))
          .put("plan", product.path("name").asString(""))
          .put("status", product.path("status").asString(""))
          .put("holder", product.path("relatedParty").path(0).path("name").asString(""))
          .put("what", product.path("description").asString(""));
    }
    return Reply.ok(table);
  }

  /** Makes more lines of a situation, with the numbers from {@code first} on. */
  private Reply moreLines(Request request) {
    String situation = request.body().path("situation").asString("");
    int first = request.body().path("first").asInt(0);
    int count = request.body().path("count").asInt(1);
    try {
      return Reply.json(201, more.make(situation, first, count));
    } catch (IllegalArgumentException e) {
      return Reply.error(400, "badLines", String.valueOf(e.getMessage()), "See README.md.");
    }
  }

  private Reply setClock(Request request) {
    try {
      Instant now;
      if (request.body().has("now")) {
        Instant wanted = Instant.parse(request.body().path("now").asString(""));
        now = book.setClock(before -> wanted);
      } else {
        Duration advance = Duration.parse(request.body().path("advance").asString(""));
        now = book.setClock(before -> before.plus(advance));
      }
      payments.settleDue();
      return clock(now);
    } catch (DateTimeException e) {
      return Reply.error(
          400,
          "badTime",
          "Neither a time nor a duration",
          "Send now: 2026-12-01T00:00:00Z or advance: P14D.");
    }
  }

  private static Reply clock(Instant now) {
    return Reply.ok(Json.object().put("now", now.toString()));
  }

  private Reply misbehave(Request request) {
    JsonNode body = request.body();
    String operation = body.path("operation").asString("");
    if (operation.isEmpty()) {
      return Reply.error(400, "missing", "operation is missing", "For example refund.create.");
    }
    String about = body.path("about").asString("");
    if (body.has("variant")) {
      misbehaviour.opaque(operation, about, body.path("variant").asString("").equals("opaque"));
    }
    String wanted = body.path("mode").asString("none");
    if (wanted.equals("none")) {
      return Reply.ok(body);
    }
    Optional<Mode> mode = Mode.of(wanted);
    int times = body.path("times").asInt(1);
    if (mode.isEmpty() || times < 1) {
      return Reply.error(
          400,
          "badMode",
          "No such mode, or times is below 1",
          "Use lose-answer, lose-request, late, withhold, reject, stale-not-found, contradict or"
              + " slow.");
    }
    try {
      Duration after = Duration.parse(body.path("after").asString("PT3S"));
      misbehaviour.order(operation, about, mode.get(), times, after);
      return Reply.ok(body);
    } catch (DateTimeException e) {
      return Reply.error(400, "badTime", "after is no duration", "Send after: PT3S.");
    }
  }

  private Reply heal() {
    misbehaviour.heal();
    return Reply.ok(Json.object().put("healed", true));
  }

  private static Reply delay(Duration delay) {
    return Reply.ok(Json.object().put("delay", delay.toString()));
  }

  private Reply refundDelay(Request request) {
    try {
      Duration delay = Duration.parse(request.body().path("delay").asString(""));
      book.change(
          "sandbox.refund-delay",
          null,
          request.body(),
          draft -> {
            Payments.delay(draft, delay);
            return Json.object();
          });
      return Reply.ok(request.body());
    } catch (DateTimeException e) {
      return Reply.error(400, "badTime", "delay is no duration", "Send delay: PT1H.");
    }
  }

  /** Something rated, for example usage abroad that is reported late, or in another currency. */
  private Reply usage(Request request) {
    String account = request.body().path("billingAccount").asString("");
    JsonNode amount = request.body().path("amount");
    String unit = request.body().path("unit").asString(book.read(BillingCurrency::of));
    if (!BillingCurrency.exists(unit)) {
      return Reply.error(400, "badUnit", "unit is no currency of ISO 4217", "Send USD.");
    }
    int digits = Json.digits(unit);
    if (account.isEmpty() || !amount.isNumber() || amount.decimalValue().scale() > digits) {
      return Reply.error(
          400,
          "missing",
          "billingAccount or amount is wrong",
          "Send A-0001 and an amount with at most %d decimals.".formatted(digits));
    }
    BigDecimal minor = amount.decimalValue().movePointRight(digits);
    return Reply.json(
        201,
        book.change(
            "sandbox.usage",
            null,
            request.body(),
            draft ->
                Accounts.rate(
                    draft,
                    account,
                    request.body().path("type").asString("usage"),
                    request.body().path("name").asString("漫游用量 Roaming usage"),
                    Json.money(unit, minor.longValueExact()))));
  }

  /** Sets characteristics of a line, for example {@code {"portOutOpen":false}}. */
  private Reply change(Request request) {
    String id = request.path("id");
    if (book.read(view -> view.find(ProductInventory.PRODUCTS, id)).isEmpty()) {
      return Reply.notFound("line");
    }
    return Reply.ok(
        book.change(
            "sandbox.line",
            null,
            Json.object().put("id", id).set("set", request.body()),
            draft -> {
              request
                  .body()
                  .properties()
                  .forEach(
                      property ->
                          Characteristics.set(
                              draft,
                              draft.find(ProductInventory.PRODUCTS, id).orElseThrow(),
                              property.getKey(),
                              property.getValue()));
              return draft.find(ProductInventory.PRODUCTS, id).orElseThrow();
            }));
  }

  private Reply reset() {
    book.reset();
    afterReset.run();
    return Reply.ok(Json.object().put("reset", true));
  }
}
