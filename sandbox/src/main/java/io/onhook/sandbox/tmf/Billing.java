package io.onhook.sandbox.tmf;

import io.onhook.sandbox.book.Draft;
import io.onhook.sandbox.book.Index;
import io.onhook.sandbox.json.Json;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes bills, and takes a final one back. */
public final class Billing {
  private static final String CARRIED = "carriedOver";

  private Billing() {}

  /**
   * The bill at the end of a line: everything rated until now, all balances, and what earlier bills
   * left open, which it takes over. After an earlier final bill it is a supplementary one.
   */
  static ObjectNode finalBill(Draft draft, ObjectNode product) {
    String account = product.path("billingAccount").path("id").asString("");
    boolean second =
        Accounts.bills(draft, account).stream()
            .anyMatch(
                bill ->
                    bill.path("category").asString("").equals("final")
                        && !bill.path("state").asString("").equals("onHold"));
    String id = "B-%s-%d".formatted(account.substring(2), draft.next("bill " + account));
    if (!second) {
      Accounts.openBills(draft, account).forEach(open -> carryOver(draft, open, account, id));
    }
    List<ObjectNode> rates = Accounts.unbilledRates(draft, account);
    long due = rates.stream().mapToLong(rate -> Json.minor(rate.path("taxIncludedAmount"))).sum();
    rates.forEach(rate -> Accounts.bill(draft, rate, id));
    ObjectNode bill =
        bill(draft, product, id, due)
            .put("category", second ? "supplementary" : "final")
            .put("runType", "offCycle")
            .put("state", due == 0 ? "settled" : "new");
    return draft.put(Accounts.BILLS, id, bill);
  }

  /**
   * An ordinary monthly bill that was sent.
   *
   * @param rates what is on it; their sum is due
   * @param age how long ago it was made
   * @param paid whether it was paid
   */
  public static ObjectNode monthlyBill(
      Draft draft, ObjectNode product, List<ObjectNode> rates, Duration age, boolean paid) {
    String account = product.path("billingAccount").path("id").asString("");
    String id = "B-%s-%d".formatted(account.substring(2), draft.next("bill " + account));
    long due = rates.stream().mapToLong(rate -> Json.minor(rate.path("taxIncludedAmount"))).sum();
    rates.forEach(rate -> Accounts.bill(draft, rate, id));
    ObjectNode bill =
        bill(draft, product, id, due)
            .put("category", "normal")
            .put("runType", "onCycle")
            .put("state", paid ? "settled" : "sent")
            .put("billDate", draft.now().minus(age).toString())
            .put("paymentDueDate", draft.now().minus(age).plus(Duration.ofDays(15)).toString());
    if (paid) {
      bill.set("remainingAmount", BillingCurrency.money(draft, 0));
    }
    return draft.put(Accounts.BILLS, id, bill);
  }

  /**
   * Takes a final bill back: its lines are unbilled again, the bills it took over are open again.
   */
  static ObjectNode withdraw(Draft draft, ObjectNode bill) {
    String id = bill.path("id").asString("");
    for (ObjectNode rate : draft.by(new Index(Accounts.RATES, "bill.id"), id)) {
      String rateId = rate.path("id").asString("");
      if (rate.has(CARRIED)) {
        reopen(draft, rate.path(CARRIED));
        draft.remove(Accounts.RATES, rateId);
      } else {
        ObjectNode unbilled = rate.deepCopy().put("isBilled", false);
        unbilled.remove("bill");
        draft.put(Accounts.RATES, rateId, unbilled);
      }
    }
    ObjectNode held = bill.deepCopy().put("state", "onHold");
    held.put("lastUpdate", draft.now().toString());
    held.set("remainingAmount", BillingCurrency.money(draft, 0));
    return draft.put(Accounts.BILLS, id, held);
  }

  private static void carryOver(Draft draft, ObjectNode open, String account, String finalBillId) {
    String openId = open.path("id").asString("");
    ObjectNode line =
        Accounts.rate(
            draft,
            account,
            "arrears",
            "前期账单 Earlier bill " + openId,
            Json.minor(open.path("remainingAmount")));
    // What it was, so that taking the final bill back can put it there again.
    ObjectNode carried = line.deepCopy();
    carried.set(
        CARRIED,
        Json.object()
            .put("bill", openId)
            .put("state", open.path("state").asString(""))
            .set("remainingAmount", open.path("remainingAmount")));
    draft.put(Accounts.RATES, line.path("id").asString(""), carried);
    ObjectNode taken = open.deepCopy().put("state", "settled");
    taken.set("remainingAmount", BillingCurrency.money(draft, 0));
    taken.put("lastUpdate", draft.now().toString());
    taken.put("billTakenOverBy", finalBillId);
    draft.put(Accounts.BILLS, openId, taken);
  }

  private static void reopen(Draft draft, JsonNode carried) {
    String id = carried.path("bill").asString("");
    draft
        .find(Accounts.BILLS, id)
        .ifPresent(
            bill -> {
              ObjectNode open = bill.deepCopy().put("state", carried.path("state").asString(""));
              open.set("remainingAmount", carried.path("remainingAmount"));
              open.put("lastUpdate", draft.now().toString());
              open.remove("billTakenOverBy");
              draft.put(Accounts.BILLS, id, open);
            });
  }

  private static ObjectNode bill(Draft draft, ObjectNode product, String id, long due) {
    ObjectNode bill = Json.object();
    bill.put("id", id)
        .put("href", Accounts.BILL_PATH + "/" + id)
        .put("billNo", id)
        .put("billDate", draft.now().toString())
        .put("lastUpdate", draft.now().toString())
        .put("@type", "CustomerBill");
    bill.set("billingAccount", product.path("billingAccount"));
    bill.set("relatedParty", product.path("relatedParty"));
    bill.set("amountDue", BillingCurrency.money(draft, due));
    bill.set("remainingAmount", BillingCurrency.money(draft, due));
    bill.set("taxIncludedAmount", BillingCurrency.money(draft, due));
    return bill;
  }
}
