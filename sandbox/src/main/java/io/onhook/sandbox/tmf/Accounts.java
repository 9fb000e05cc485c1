package io.onhook.sandbox.tmf;

import io.onhook.sandbox.book.Draft;
import io.onhook.sandbox.book.Index;
import io.onhook.sandbox.book.View;
import io.onhook.sandbox.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a billing account owes and owns: open bills, and rates that no bill has yet. */
public final class Accounts {
  static final String BILLS = "customerBill";
  static final String RATES = "rate";
  static final String BILL_PATH = "/tmf-api/customerBillManagement/v4/customerBill";
  private static final String RATE_PATH =
      "/tmf-api/customerBillManagement/v4/appliedCustomerBillingRate";
  private static final Set<String> OPEN = Set.of("new", "validated", "sent", "partiallyPaid");

  private Accounts() {}

  /** The line that this account is for. */
  static Optional<ObjectNode> productOf(View view, String account) {
    return view.by(ProductInventory.BY_ACCOUNT, account).stream().findFirst();
  }

  /** Bills that are not settled, oldest first. */
  static List<ObjectNode> openBills(View view, String account) {
    return bills(view, account).stream().filter(Accounts::isOpen).toList();
  }

  /** All its bills, oldest first. */
  static List<ObjectNode> bills(View view, String account) {
    return view.by(new Index(BILLS, "billingAccount.id"), account);
  }

  static boolean isOpen(JsonNode bill) {
    return OPEN.contains(bill.path("state").asString(""));
  }

  static List<ObjectNode> unbilledRates(View view, String account) {
    return view.by(new Index(RATES, "billingAccount.id"), account).stream()
        .filter(rate -> !rate.path("isBilled").asBoolean(false))
        .toList();
  }

  /**
   * Adds something rated that no bill has yet.
   *
   * @param bucket what it is, for example {@code usage}
   * @param minor positive is owed, negative is credit
   */
  public static ObjectNode rate(
      Draft draft, String account, String bucket, String name, long minor) {
    return rate(draft, account, bucket, name, BillingCurrency.money(draft, minor));
  }

  /** The same in any currency, as only a mistake of billing makes it. */
  public static ObjectNode rate(
      Draft draft, String account, String bucket, String name, ObjectNode money) {
    String id = "R-%06d".formatted(draft.next("rate"));
    ObjectNode rate = Json.object();
    rate.put("id", id)
        .put("href", RATE_PATH + "/" + id)
        .put("name", name)
        .put("type", bucket)
        .put("date", draft.now().toString())
        .put("isBilled", false)
        .put("@type", "AppliedCustomerBillingRate");
    rate.set("billingAccount", account(account));
    productOf(draft, account)
        .ifPresent(
            product ->
                rate.set(
                    "product",
                    Json.object()
                        .put("id", product.path("id").asString(""))
                        .put("href", product.path("href").asString(""))));
    rate.set("taxIncludedAmount", money);
    return draft.put(RATES, id, rate);
  }

  /** Stores this rate as a line of that bill. */
  static void bill(Draft draft, ObjectNode rate, String billId) {
    ObjectNode billed = rate.deepCopy().put("isBilled", true);
    billed.set("bill", Json.object().put("id", billId).put("href", BILL_PATH + "/" + billId));
    draft.put(RATES, rate.path("id").asString(""), billed);
  }

  /** Takes so much off a rate that no bill has yet; at nothing it is gone. */
  static void lessen(Draft draft, ObjectNode rate, long minor) {
    long left = Json.minor(rate.path("taxIncludedAmount")) - minor;
    String id = rate.path("id").asString("");
    if (left == 0) {
      draft.remove(RATES, id);
      return;
    }
    ObjectNode less = rate.deepCopy();
    less.set("taxIncludedAmount", BillingCurrency.money(draft, left));
    draft.put(RATES, id, less);
  }

  static ObjectNode account(String id) {
    return Json.object().put("id", id).put("@referredType", "BillingAccount");
  }

  /**
   * Moves what remains of a bill; at nothing it is settled.
   *
   * @param minor what is added: negative for a payment, positive for a refund
   */
  static void move(Draft draft, ObjectNode bill, long minor) {
    long remaining = Json.minor(bill.path("remainingAmount")) + minor;
    ObjectNode moved = bill.deepCopy();
    moved.set("remainingAmount", BillingCurrency.money(draft, remaining));
    moved.put("lastUpdate", draft.now().toString());
    moved.put("state", remaining == 0 ? "settled" : "partiallyPaid");
    draft.put(BILLS, bill.path("id").asString(""), moved);
  }
}
