package io.onhook.sandbox.tmf;

import io.onhook.sandbox.book.Book;
import io.onhook.sandbox.book.Draft;
import io.onhook.sandbox.book.Index;
import io.onhook.sandbox.http.HttpDoor;
import io.onhook.sandbox.http.Lists;
import io.onhook.sandbox.http.Reply;
import io.onhook.sandbox.http.Request;
import io.onhook.sandbox.http.Writes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** TMF637 v4 product inventory: the lines, their status, and what hangs on them. */
public final class ProductInventory {
  /** Where products are kept in the book. */
  public static final String PRODUCTS = "product";

  /** Products by their number, digits without plus. */
  public static final Index BY_NUMBER = new Index(PRODUCTS, "productSerialNumber");

  /** Products by the account that pays for them. */
  static final Index BY_ACCOUNT = new Index(PRODUCTS, "billingAccount.id");

  /** The path of the collection. */
  public static final String PATH = "/tmf-api/productInventory/v4/product";

  private static final Set<String> PATCHABLE =
      Set.of("status", "terminationDate", "productRelationship", "@type");

  /** From each status to those that may follow it; the same one again always may. */
  private static final Map<String, Set<String>> NEXT =
      Map.of(
          "active", Set.of("suspended", "pendingTerminate", "terminated"),
          "suspended", Set.of("active", "pendingTerminate", "terminated"),
          "pendingTerminate", Set.of("active", "suspended", "terminated"),
          "terminated", Set.of());

  private final Book book;
  private final Writes writes;

  public ProductInventory(Book book, Writes writes) {
    this.book = book;
    this.writes = writes;
  }

  /** Opens the routes. */
  public void serve(HttpDoor door) {
    door.on(
        "GET",
        PATH,
        "product.get",
        request ->
            Lists.reply(book.read(view -> Lists.candidates(view, PRODUCTS, request)), request));
    door.on("GET", PATH + "/{id}", "product.get", this::find);
    door.on(
        "PATCH",
        PATH + "/{id}",
        "product.patch",
        request -> writes.write("product.patch", request, draft -> patch(draft, request)));
  }

  private Reply find(Request request) {
    return book.read(view -> view.find(PRODUCTS, request.path("id")))
        .map(product -> Reply.ok(Lists.fields(product, request)))
        .orElseGet(() -> Reply.notFound("product"));
  }

  private static Reply patch(Draft draft, Request request) {
    Optional<ObjectNode> found = draft.find(PRODUCTS, request.path("id"));
    if (found.isEmpty()) {
      return Reply.notFound("product");
    }
    Optional<String> foreign =
        request.body().propertyNames().stream()
            .filter(name -> !PATCHABLE.contains(name))
            .findFirst();
    if (foreign.isPresent()) {
      return Reply.error(
          400,
          "notPatchable",
          "'" + foreign.get() + "' can't be changed",
          "Send status, terminationDate and productRelationship only.");
    }
    JsonNode product = found.get();
    String now = product.path("status").asString("");
    String wanted = request.body().path("status").asString(now);
    if (!now.equals(wanted) && !NEXT.getOrDefault(now, Set.of()).contains(wanted)) {
      return Reply.error(
          409,
          "statusConflict",
          "From " + now + " it can't become " + wanted,
          "Read the product again.");
    }
    if (request.body().has("productRelationship")
        && !Relations.known(product, request.body().path("productRelationship"))) {
      return Reply.error(
          409,
          "relationUnknown",
          "Products can only be parted here",
          "Send some of the relations that the product has.");
    }
    ObjectNode changed = changed(draft, found.get(), request);
    if (request.body().has("productRelationship")) {
      changed = Relations.part(draft, changed, request.body().path("productRelationship"));
    }
    return Reply.ok(draft.put(PRODUCTS, request.path("id"), changed));
  }

  private static ObjectNode changed(Draft draft, ObjectNode product, Request request) {
    ObjectNode changed = product.deepCopy();
    String status = request.body().path("status").asString(product.path("status").asString(""));
    changed.put("status", status);
    JsonNode date = request.body().path("terminationDate");
    if (date.isString()) {
      changed.put("terminationDate", date.asString());
    } else if (status.equals("terminated") && !product.has("terminationDate")) {
      changed.put("terminationDate", draft.now().toString());
    } else if (date.isNull() || status.equals("active")) {
      changed.remove("terminationDate");
    }
    return changed;
  }
}
