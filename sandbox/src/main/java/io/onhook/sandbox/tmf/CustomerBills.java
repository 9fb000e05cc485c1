package io.onhook.sandbox.tmf;

import io.onhook.sandbox.book.Book;
import io.onhook.sandbox.book.Draft;
import io.onhook.sandbox.http.HttpDoor;
import io.onhook.sandbox.http.Lists;
import io.onhook.sandbox.http.Reply;
import io.onhook.sandbox.http.Request;
import io.onhook.sandbox.http.Writes;
import io.onhook.sandbox.json.Json;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** TMF678 v4 customer bills: bills, their lines, and the final bill on demand. */
public final class CustomerBills {
  private static final String BASE = "/tmf-api/customerBillManagement/v4/";
  private static final String ON_DEMAND = "customerBillOnDemand";

  private final Book book;
  private final Writes writes;
  private final Payments payments;

  public CustomerBills(Book book, Writes writes, Payments payments) {
    this.book = book;
    this.writes = writes;
    this.payments = payments;
  }

  /** Opens the routes. */
  public void serve(HttpDoor door) {
    door.on("GET", Accounts.BILL_PATH, "bill.get", request -> list(Accounts.BILLS, request));
    door.on(
        "GET",
        Accounts.BILL_PATH + "/{id}",
        "bill.get",
        request -> find(Accounts.BILLS, "bill", request));
    door.on(
        "PATCH",
        Accounts.BILL_PATH + "/{id}",
        "bill.patch",
        request -> writes.write("bill.patch", request, draft -> patch(draft, request)));
    door.on(
        "GET",
        BASE + "appliedCustomerBillingRate",
        "rate.get",
        request -> list(Accounts.RATES, request));
    door.on(
        "GET",
        BASE + "appliedCustomerBillingRate/{id}",
        "rate.get",
        request -> find(Accounts.RATES, "rate", request));
    door.on(
        "POST",
        BASE + ON_DEMAND,
        "billOnDemand.create",
        request -> writes.write("billOnDemand.create", request, draft -> demand(draft, request)));
    door.on(
        "GET",
        BASE + ON_DEMAND,
        "billOnDemand.get",
        request -> writes.ask("billOnDemand.create", request, unused -> list(ON_DEMAND, request)));
    door.on(
        "GET",
        BASE + ON_DEMAND + "/{id}",
        "billOnDemand.get",
        request -> find(ON_DEMAND, "bill on demand", request));
  }

  private Reply list(String collection, Request request) {
    payments.settleDue();
    return Lists.reply(book.read(view -> Lists.candidates(view, collection, request)), request);
  }

  private Reply find(String collection, String what, Request request) {
    payments.settleDue();
    return book.read(view -> view.find(collection, request.path("id")))
        .map(found -> Reply.ok(Lists.fields(found, request)))
        .orElseGet(() -> Reply.notFound(what));
  }

  private static Reply patch(Draft draft, Request request) {
    Optional<ObjectNode> bill = draft.find(Accounts.BILLS, request.path("id"));
    if (bill.isEmpty()) {
      return Reply.notFound("bill");
    }
    String wanted = request.body().path("state").asString("");
    if (!wanted.equals("withdrawn") && !wanted.equals("onHold")) {
      return Reply.error(
          400, "notPatchable", "Only a final bill can be withdrawn", "Send state withdrawn.");
    }
    if (!bill.get().path("runType").asString("").equals("offCycle")) {
      return Reply.error(409, "notFinal", "This bill was not made on demand", "It stays as it is.");
    }
    if (bill.get().path("state").asString("").equals("onHold")) {
      return Reply.ok(bill.get());
    }
    long untouched = Json.minor(bill.get().path("amountDue"));
    if (Json.minor(bill.get().path("remainingAmount")) != untouched) {
      return Reply.error(
          409, "moneyMoved", "Money was paid or refunded on this bill", "Let a person settle it.");
    }
    return Reply.ok(Billing.withdraw(draft, bill.get()));
  }

  private static Reply demand(Draft draft, Request request) {
    String account = request.body().path("billingAccount").path("id").asString("");
    Optional<ObjectNode> product = Accounts.productOf(draft, account);
    if (product.isEmpty()) {
      return Reply.error(
          400, "noSuchAccount", "There is no such billing account", "Check billingAccount.id.");
    }
    ObjectNode bill = Billing.finalBill(draft, product.get());
    String id = "D-%06d".formatted(draft.next(ON_DEMAND));
    ObjectNode demand = Json.object();
    demand
        .put("id", id)
        .put("href", BASE + ON_DEMAND + "/" + id)
        .put("name", request.body().path("name").asString(""))
        .put("state", "done")
        .put("lastUpdate", draft.now().toString())
        .put("@type", "CustomerBillOnDemand");
    demand.set("billingAccount", Accounts.account(account));
    if (request.body().has("relatedParty")) {
      demand.set("relatedParty", request.body().path("relatedParty"));
    }
    String billId = bill.path("id").asString("");
    demand.set(
        "customerBill",
        Json.object()
            .put("id", billId)
            .put("href", Accounts.BILL_PATH + "/" + billId)
            .put("@referredType", "CustomerBill"));
    return Reply.created(draft.put(ON_DEMAND, id, demand));
  }
}
