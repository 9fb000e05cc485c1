package io.onhook.settlement;

import static io.onhook.bss.BssClient.encode;

import io.onhook.bss.BssClient;
import io.onhook.bss.BusinessSystems;
import io.onhook.bss.Unreadable;
import io.onhook.line.LineId;
import io.onhook.shared.Answer;
import io.onhook.shared.Deadline;
import io.onhook.shared.Fault;
import io.onhook.shared.Money;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Reads a line's account, and bills with what stands on them. */
final class TmfBills {
  private final BssClient bss;
  private final BusinessSystems systems;
  private final Clock clock;

  TmfBills(BssClient bss, BusinessSystems systems, Clock clock) {
    this.bss = bss;
    this.systems = systems;
    this.clock = clock;
  }

  /** A resource of the billing API. */
  String path(String resource) {
    return systems.billPath() + "/" + resource;
  }

  /** The account that pays for the line. */
  Answer<String> account(Deadline deadline, LineId line) {
    return bss.find(
            deadline,
            systems.inventoryPath() + "/product/" + encode(line.value()),
            TmfBill.Product.class,
            product -> {
              if (!line.value().equals(product.id())
                  || product.billingAccount() == null
                  || product.billingAccount().id() == null) {
                throw new Unreadable("product " + line + " has no billing account");
              }
              return product.billingAccount().id();
            })
        .then(
            account ->
                account
                    .<Answer<String>>map(Answer.Got::new)
                    .orElseGet(
                        () ->
                            new Answer.Failed<>(
                                Fault.rejected("bss", "there is no product " + line))));
  }

  /** These bills with their lines. */
  Answer<List<Bill>> withCharges(Deadline deadline, List<TmfBill> bills) {
    Answer<List<Bill>> all = new Answer.Got<>(List.of());
    for (TmfBill bill : bills) {
      String id = String.valueOf(bill.id());
      all =
          all.then(
              before ->
                  bss.list(
                      deadline,
                      path("appliedCustomerBillingRate") + "?bill.id=" + encode(id),
                      TmfBill.Rate[].class,
                      rates ->
                          with(
                              before,
                              inOurs(
                                  bill.with(
                                      rates.stream()
                                          .filter(
                                              rate ->
                                                  rate.bill() != null
                                                      && id.equals(rate.bill().id()))
                                          .toList())))));
    }
    return all;
  }

  /** Balances, deposits and usage that no bill has yet, as one more bill that is not made yet. */
  Answer<List<Bill>> withUnbilled(Deadline deadline, String account, List<Bill> open) {
    return bss.list(
        deadline,
        path("appliedCustomerBillingRate")
            + "?billingAccount.id="
            + encode(account)
            + "&isBilled=false",
        TmfBill.Rate[].class,
        rates -> {
          List<Bill.Charge> charges =
              rates.stream()
                  .filter(rate -> Boolean.FALSE.equals(rate.isBilled()))
                  .filter(
                      rate ->
                          rate.billingAccount() != null
                              && account.equals(rate.billingAccount().id()))
                  .map(TmfBill.Rate::charge)
                  .map(charge -> inOurs("what is not billed yet", charge))
                  .toList();
          return charges.isEmpty()
              ? open
              : with(
                  open,
                  new Bill(
                      Bill.UNBILLED,
                      "new",
                      charges,
                      charges.stream().map(Bill.Charge::amount).reduce(Money::plus).orElseThrow(),
                      clock.instant(),
                      false));
        });
  }

  private Bill inOurs(Bill bill) {
    String what = "bill " + bill.id();
    systems.inOurs(what, bill.due());
    bill.charges().forEach(charge -> inOurs(what, charge));
    return bill;
  }

  private Bill.Charge inOurs(String what, Bill.Charge charge) {
    systems.inOurs(what + ", rate " + charge.id(), charge.amount());
    return charge;
  }

  private static List<Bill> with(List<Bill> bills, Bill one) {
    var all = new ArrayList<>(bills);
    all.add(one);
    return List.copyOf(all);
  }
}
