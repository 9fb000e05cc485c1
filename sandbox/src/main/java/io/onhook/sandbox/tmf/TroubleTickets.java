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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * TMF621 v4 trouble tickets, as far as bills are disputed by them. TMF678 has no resource for a
 * dispute, so operators keep one as a ticket about a bill and a line of it, or about a rate alone
 * that no bill has yet. Resolved as upheld, the amount is taken off the bill on which the rate
 * stands by then, off the final bill that took that one over, or off the rate itself.
 */
public final class TroubleTickets {
  static final String TICKETS = "troubleTicket";
  private static final String PATH = "/tmf-api/troubleTicket/v4/" + TICKETS;
  private static final String OPEN = "acknowledged";
  private static final String RESOLVED = "resolved";
  private static final String BILL = "CustomerBill";
  private static final String RATE = "AppliedCustomerBillingRate";

  private final Book book;
  private final Writes writes;

  public TroubleTickets(Book book, Writes writes) {
    this.book = book;
    this.writes = writes;
  }

  /** Opens the routes. */
  public void serve(HttpDoor door) {
    door.on(
        "POST",
        PATH,
        "ticket.create",
        request -> writes.write("ticket.create", request, draft -> open(draft, request)));
    door.on(
        "GET",
        PATH,
        "ticket.get",
        request -> writes.ask("ticket.create", request, unused -> list(request)));
    door.on("GET", PATH + "/{id}", "ticket.get", this::find);
    door.on(
        "PATCH",
        PATH + "/{id}",
        "ticket.patch",
        request -> writes.write("ticket.patch", request, draft -> patch(draft, request)));
  }

  private Reply list(Request request) {
    return Lists.reply(book.read(view -> Lists.candidates(view, TICKETS, request)), request);
  }

  private Reply find(Request request) {
    return book.read(view -> view.find(TICKETS, request.path("id")))
        .map(found -> Reply.ok(Lists.fields(found, request)))
        .orElseGet(() -> Reply.notFound("trouble ticket"));
  }

  private static Reply open(Draft draft, Request request) {
    JsonNode body = request.body();
    if (!body.path("ticketType").asString("").equals("billDispute")) {
      return Reply.error(
          400, "ticketType", "Only bills are disputed here", "Send ticketType billDispute.");
    }
    String bill = entity(body, BILL);
    Optional<ObjectNode> rate = draft.find(Accounts.RATES, entity(body, RATE));
    if (rate.isEmpty() || (!bill.isEmpty() && draft.find(Accounts.BILLS, bill).isEmpty())) {
      return Reply.error(
          400, "noSuchBill", "There is no such bill or line of it", "Check relatedEntity.");
    }
    // Without a bill it is about the rate, which may have got one meanwhile.
    if (!bill.isEmpty() && !billOf(rate.get()).equals(bill)) {
      return Reply.error(400, "otherBill", "The line is not of this bill", "Check relatedEntity.");
    }
    String id = "T-%06d".formatted(draft.next(TICKETS));
    ObjectNode ticket = Json.object();
    ticket
        .put("id", id)
        .put("href", PATH + "/" + id)
        .put("externalId", body.path("externalId").asString(""))
        .put("ticketType", "billDispute")
        .put("severity", body.path("severity").asString("normal"))
        .put("description", body.path("description").asString(""))
        .put("status", OPEN)
        .put("creationDate", draft.now().toString())
        .put("lastUpdate", draft.now().toString())
        .put("@type", "TroubleTicket");
    ticket.set("relatedEntity", body.path("relatedEntity"));
    ticket.set("ticketCharacteristic", body.path("ticketCharacteristic"));
    return Reply.created(draft.put(TICKETS, id, ticket));
  }

  private static Reply patch(Draft draft, Request request) {
    Optional<ObjectNode> found = draft.find(TICKETS, request.path("id"));
    if (found.isEmpty()) {
      return Reply.notFound("trouble ticket");
    }
    String reason = request.body().path("statusChangeReason").asString("");
    boolean decided = reason.equals("upheld") || reason.equals("dropped");
    if (!request.body().path("status").asString("").equals(RESOLVED) || !decided) {
      return Reply.error(
          400,
          "notPatchable",
          "A ticket can only be resolved",
          "Send status resolved and statusChangeReason upheld or dropped.");
    }
    ObjectNode ticket = found.get();
    if (ticket.path("status").asString("").equals(RESOLVED)) {
      return ticket.path("statusChangeReason").asString("").equals(reason)
          ? Reply.ok(ticket)
          : Reply.error(409, "resolved", "It was resolved otherwise", "Read the ticket again.");
    }
    if (reason.equals("upheld")) {
      takeOff(draft, ticket);
    }
    ObjectNode resolved =
        ticket
            .deepCopy()
            .put("status", RESOLVED)
            .put("statusChangeReason", reason)
            .put("resolutionDate", draft.now().toString())
            .put("lastUpdate", draft.now().toString());
    return Reply.ok(draft.put(TICKETS, request.path("id"), resolved));
  }

  private static void takeOff(Draft draft, JsonNode ticket) {
    long minor = Json.minor(ticket.at("/ticketCharacteristic/0/value"));
    Optional<ObjectNode> rate = draft.find(Accounts.RATES, entity(ticket, RATE));
    String bill = rate.map(TroubleTickets::billOf).orElse(entity(ticket, BILL));
    if (bill.isEmpty()) {
      rate.ifPresent(unbilled -> Accounts.lessen(draft, unbilled, minor));
      return;
    }
    draft
        .find(Accounts.BILLS, bill)
        .flatMap(
            found ->
                found.has("billTakenOverBy")
                    ? draft.find(Accounts.BILLS, found.path("billTakenOverBy").asString(""))
                    : Optional.of(found))
        .ifPresent(found -> Accounts.move(draft, found, -minor));
  }

  private static String billOf(JsonNode rate) {
    return rate.at("/bill/id").asString("");
  }

  private static String entity(JsonNode ticket, String type) {
    for (JsonNode entity : ticket.path("relatedEntity")) {
      if (entity.path("@referredType").asString("").equals(type)) {
        return entity.path("id").asString("");
      }
    }
    return "";
  }
}
