package io.onhook.sandbox.tmf;

import io.onhook.sandbox.book.Book;
import io.onhook.sandbox.book.Draft;
import io.onhook.sandbox.book.Index;
import io.onhook.sandbox.book.View;
import io.onhook.sandbox.http.HttpDoor;
import io.onhook.sandbox.http.Lists;
import io.onhook.sandbox.http.Reply;
import io.onhook.sandbox.http.Request;
import io.onhook.sandbox.http.Writes;
import io.onhook.sandbox.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * TMF676 v4 payments and refunds. The money leaves the account at once; that it arrived is known
 * after a delay by the sandbox clock, or that it came back, if the receiving account is closed.
 */
public final class Payments {
  static final String PAYMENTS = "payment";
  static final String REFUNDS = "refund";
  private static final String BASE = "/tmf-api/payment/v4/";
  private static final String SETTINGS = "setting";
  private static final String DELAY = "refund-delay";

  /** When it is done by the sandbox clock: the sandbox's own attribute. */
  private static final String DUE = "settlesAt";

  /** A token with this in it names an account that the bank has closed. */
  private static final String CLOSED = "closed";

  /**
   * Nobody's card, of an account that the bank has closed: a number that a form takes, for trying
   * what comes of it.
   */
  public static final String CLOSED_CARD = "6200000000000401";

  /** How long refunds are under way until it is said otherwise. */
  private static final Duration USUAL = Duration.ofDays(1);

  /** What is not settled yet, by the instant at which it is. */
  private static final String UNDER_WAY = "money-under-way";

  private static final Index BY_DUE = new Index(UNDER_WAY, "at");

  private final Book book;
  private final Writes writes;

  public Payments(Book book, Writes writes) {
    this.book = book;
    this.writes = writes;
  }

  /** Opens the routes. */
  public void serve(HttpDoor door) {
    door.on(
        "POST",
        BASE + REFUNDS,
        "refund.create",
        request -> writes.write("refund.create", request, draft -> refund(draft, request)));
    door.on(
        "GET",
        BASE + REFUNDS,
        "refund.get",
        request -> writes.ask("refund.create", request, unused -> list(REFUNDS, request)));
    door.on("GET", BASE + REFUNDS + "/{id}", "refund.get", request -> find(REFUNDS, request));
    door.on(
        "POST",
        BASE + PAYMENTS,
        "payment.create",
        request -> writes.write("payment.create", request, draft -> pay(draft, request)));
    door.on(
        "GET",
        BASE + PAYMENTS,
        "payment.get",
        request -> writes.ask("payment.create", request, unused -> list(PAYMENTS, request)));
    door.on("GET", BASE + PAYMENTS + "/{id}", "payment.get", request -> find(PAYMENTS, request));
  }

  /** How long a refund is under way, by the sandbox clock. */
  public static void delay(Draft draft, Duration delay) {
    draft.put(SETTINGS, DELAY, Json.object().put("delay", delay.toString()));
  }

  /** How long refunds are under way that are ordered now. */
  public static Duration delay(View view) {
    return view.find(SETTINGS, DELAY)
        .map(doc -> Duration.parse(doc.path("delay").asString("PT0S")))
        .orElse(USUAL);
  }

  /** A top-up that has left the payer and not yet arrived. */
  public static void inFlight(Draft draft, String account, long minor, Duration arrivesIn) {
    ObjectNode payment =
        money(draft, PAYMENTS, "P", Json.object(), account, minor)
            .put("status", "pendingAuthorization")
            .put("paymentDate", draft.now().toString())
            .put(DUE, draft.now().plus(arrivesIn).toString());
    payment.set("paymentMethod", Json.object().put("name", "top-up"));
    draft.put(PAYMENTS, payment.path("id").asString(""), payment);
    underWay(draft, PAYMENTS, payment.path("id").asString(""), draft.now().plus(arrivesIn));
  }

  /** Finishes what the sandbox clock says is due. */
  public void settleDue() {
    if (book.read(Payments::due).isEmpty()) {
      return;
    }
    book.change(
        "payment.settled",
        null,
        Json.object(),
        draft -> {
          var ids = Json.array();
          for (ObjectNode money : due(draft)) {
            ids.add(money.path("id").asString(""));
            settle(draft, money);
          }
          return Json.object().set("settled", ids);
        });
  }

  private static List<ObjectNode> due(View view) {
    // One look at the first, which is what nearly every question costs.
    boolean any =
        view.first(BY_DUE).stream().anyMatch(entry -> entry.path("at").asLong() <= millis(view));
    return !any
        ? List.of()
        : view.all(UNDER_WAY).stream()
            .filter(entry -> entry.path("at").asLong() <= millis(view))
            .map(
                entry ->
                    view.find(entry.path("kind").asString(""), entry.path("id").asString(""))
                        .orElseThrow())
            .toList();
  }

  private static long millis(View view) {
    return view.now().toEpochMilli();
  }

  private static void underWay(Draft draft, String kind, String id, Instant due) {
    draft.put(
        UNDER_WAY, id, Json.object().put("kind", kind).put("id", id).put("at", due.toEpochMilli()));
  }

  private static void settle(Draft draft, ObjectNode money) {
    String id = money.path("id").asString("");
    String account = money.path("account").path("id").asString("");
    long minor = Json.minor(money.path("totalAmount"));
    boolean refund = money.path("@type").asString("").equals("Refund");
    boolean bounced = refund && isClosed(money.path("paymentMethod"));
    ObjectNode settled = money.deepCopy().put("status", bounced ? "declined" : "done");
    settled.put("statusDate", draft.now().toString());
    draft.put(refund ? REFUNDS : PAYMENTS, id, settled);
    draft.remove(UNDER_WAY, id);
    if (bounced) {
      credit(draft, account, minor, "退回的退款 Returned refund " + id);
    } else if (!refund) {
      credit(draft, account, minor, "充值 Top-up " + id);
      Accounts.productOf(draft, account)
          .ifPresent(product -> Characteristics.set(draft, product, "paymentInFlight", false));
    }
  }

  private static boolean isClosed(JsonNode method) {
    return Json.text(method).contains(CLOSED)
        || method.path("id").asString("").equals(CLOSED_CARD)
        || method.path("name").asString("").equals(CLOSED_CARD);
  }

  private Reply list(String collection, Request request) {
    settleDue();
    return Lists.reply(book.read(view -> Lists.candidates(view, collection, request)), request);
  }

  private Reply find(String collection, Request request) {
    settleDue();
    return book.read(view -> view.find(collection, request.path("id")))
        .map(found -> Reply.ok(Lists.fields(found, request)))
        .orElseGet(() -> Reply.notFound(collection));
  }

  private static Reply refund(Draft draft, Request request) {
    Optional<Reply> wrong = wrong(draft, request.body());
    if (wrong.isPresent()) {
      return wrong.get();
    }
    String account = request.body().path("account").path("id").asString("");
    long minor = Json.minor(request.body().path("totalAmount"));
    Duration delay = delay(draft);
    ObjectNode refund =
        money(draft, REFUNDS, "F", request.body(), account, minor)
            .put("status", "pendingAuthorization")
            .put("refundDate", draft.now().toString())
            .put(DUE, draft.now().plus(delay).toString());
    draft.put(REFUNDS, refund.path("id").asString(""), refund);
    underWay(draft, REFUNDS, refund.path("id").asString(""), draft.now().plus(delay));
    debit(draft, account, minor);
    return Reply.created(refund);
  }

  private static Reply pay(Draft draft, Request request) {
    Optional<Reply> wrong = wrong(draft, request.body());
    if (wrong.isPresent()) {
      return wrong.get();
    }
    String account = request.body().path("account").path("id").asString("");
    long minor = Json.minor(request.body().path("totalAmount"));
    ObjectNode payment =
        money(draft, PAYMENTS, "P", request.body(), account, minor)
            .put("status", "done")
            .put("paymentDate", draft.now().toString());
    draft.put(PAYMENTS, payment.path("id").asString(""), payment);
    credit(draft, account, minor, "缴费 Payment " + payment.path("id").asString(""));
    return Reply.created(payment);
  }

  /** Pays open bills, oldest first; what is left is a credit of the account. */
  private static void credit(Draft draft, String account, long minor, String name) {
    long left = minor;
    for (ObjectNode bill : Accounts.openBills(draft, account)) {
      long open = Json.minor(bill.path("remainingAmount"));
      long used = Math.min(left, open);
      if (used > 0) {
        Accounts.move(draft, bill, -used);
        left -= used;
      }
    }
    if (left > 0) {
      Accounts.rate(draft, account, "prepaid-balance", name, -left);
    }
  }

  /** Takes money out of the last bill's credit; this operator doesn't check that there is any. */
  private static void debit(Draft draft, String account, long minor) {
    List<ObjectNode> bills = Accounts.bills(draft, account);
    if (bills.isEmpty()) {
      Accounts.rate(draft, account, "prepaid-balance", "退款 Refund", minor);
    } else {
      Accounts.move(draft, bills.getLast(), minor);
    }
  }

  private static Optional<Reply> wrong(Draft draft, JsonNode body) {
    for (String attribute : List.of("account", "paymentMethod", "totalAmount")) {
      if (!body.has(attribute)) {
        return Optional.of(
            Reply.error(400, "missing", attribute + " is missing", "Send " + attribute + "."));
      }
    }
    String account = body.path("account").path("id").asString("");
    if (Accounts.productOf(draft, account).isEmpty()) {
      return Optional.of(
          Reply.error(400, "noSuchAccount", "There is no such account", "Check account.id."));
    }
    String currency = BillingCurrency.of(draft);
    int digits = Json.digits(currency);
    JsonNode amount = body.path("totalAmount");
    boolean positive =
        amount.path("value").isNumber()
            && amount.path("value").decimalValue().signum() > 0
            && amount.path("value").decimalValue().stripTrailingZeros().scale() <= digits;
    if (!positive || !amount.path("unit").asString("").equals(currency)) {
      return Optional.of(
          Reply.error(
              400,
              "badAmount",
              "totalAmount is not an amount of " + currency + " above zero",
              "Send unit %s and a value above 0 with at most %d decimals."
                  .formatted(currency, digits)));
    }
    return Optional.empty();
  }

  private static ObjectNode money(
      Draft draft, String kind, String letter, JsonNode asked, String account, long minor) {
    String id = "%s-%06d".formatted(letter, draft.next(kind));
    ObjectNode money = asked instanceof ObjectNode object ? object.deepCopy() : Json.object();
    money
        .put("id", id)
        .put("href", BASE + kind + "/" + id)
        .put("statusDate", draft.now().toString())
        .put("@type", kind.equals(REFUNDS) ? "Refund" : "Payment");
    money.set("account", Json.object().put("id", account).put("@referredType", "BillingAccount"));
    money.set("totalAmount", BillingCurrency.money(draft, minor));
    return money;
  }
}
