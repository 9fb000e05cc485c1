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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The operator's billing over TMF678 v4 and its payments over TMF676 v4. A bill or refund that we
 * ordered is found again by our own effect key: {@code name} of the bill on demand, {@code
 * correlatorId} of the refund.
 */
@Component
@ConditionalOnProperty("onhook.bss.url")
final class TmfBilling implements Billing {
  private static final String BSS = "bss";

  private final BssClient bss;
  private final BusinessSystems systems;
  private final TmfBills bills;

  TmfBilling(BssClient bss, BusinessSystems systems, Clock clock) {
    this.bss = bss;
    this.systems = systems;
    bills = new TmfBills(bss, systems, clock);
  }

  @Override
  public Duration longest() {
    return bss.longest();
  }

  @Override
  public String currency() {
    return systems.currency();
  }

  @Override
  public Answer<List<Bill>> openBills(LineId line) {
    Deadline deadline = bss.deadline();
    return bills
        .account(deadline, line)
        .then(
            account ->
                bss.list(
                        deadline,
                        bills.path("customerBill") + "?billingAccount.id=" + encode(account),
                        TmfBill[].class,
                        found ->
                            found.stream()
                                .filter(bill -> account.equals(bill.accountId()))
                                .filter(TmfBill::isOpen)
                                .toList())
                    .then(open -> bills.withCharges(deadline, open))
                    .then(open -> bills.withUnbilled(deadline, account, open)));
  }

  @Override
  public Answer<Bill> finalBill(LineId line, String effectKey) {
    Deadline deadline = bss.deadline();
    return bills
        .account(deadline, line)
        .then(
            account ->
                bss.write(
                        deadline,
                        "POST",
                        bills.path("customerBillOnDemand"),
                        effectKey,
                        Map.of(
                            "name",
                            effectKey,
                            "billingAccount",
                            Map.of("id", account, "@referredType", "BillingAccount")),
                        TmfBill.OnDemand.class,
                        demand -> demand)
                    .then(demand -> made(deadline, account, demand).afterSending())
                    .then(
                        bill ->
                            bill.<Answer<Bill>>map(Answer.Got::new)
                                .orElseGet(
                                    () ->
                                        new Answer.Failed<>(
                                            Fault.rejected(BSS, "the final bill was refused")))));
  }

  @Override
  public Answer<Optional<Bill>> findFinalBill(LineId line, String effectKey) {
    Deadline deadline = bss.deadline();
    return bills
        .account(deadline, line)
        .then(
            account ->
                bss.list(
                        deadline,
                        bills.path("customerBillOnDemand") + "?name=" + encode(effectKey),
                        TmfBill.OnDemand[].class,
                        found ->
                            onlyOne(
                                "bills on demand",
                                found.stream()
                                    .filter(demand -> effectKey.equals(demand.name()))
                                    .toList()))
                    .then(
                        demand ->
                            demand.isEmpty()
                                ? new Answer.Got<>(Optional.empty())
                                : made(deadline, account, demand.get())));
  }

  @Override
  public Answer<Optional<Bill>> bill(LineId line, String billId) {
    Deadline deadline = bss.deadline();
    return bills.account(deadline, line).then(account -> bill(deadline, account, billId));
  }

  @Override
  public Answer<Bill> cancelBill(String billId, String effectKey) {
    Deadline deadline = bss.deadline();
    return bss.write(
            deadline,
            "PATCH",
            bills.path("customerBill/" + encode(billId)),
            effectKey,
            Map.of("state", systems.withdrawnBillState()),
            TmfBill.class,
            bill -> {
              if (!billId.equals(bill.id()) || bill.isOpen()) {
                throw new Unreadable("bill " + billId + " was to be taken back but is open");
              }
              return bill;
            })
        .then(bill -> bills.withCharges(deadline, List.of(bill)).afterSending())
        .map(List::getFirst);
  }

  @Override
  public Answer<RefundOrder> refund(
      LineId line, Money amount, String accountToken, String effectKey) {
    return order("refund", line, amount, accountToken, effectKey).map(TmfMoney::refund);
  }

  @Override
  public Answer<Optional<RefundOrder>> findRefund(String effectKey) {
    return find("refund", effectKey).map(found -> found.map(TmfMoney::refund));
  }

  @Override
  public Answer<PaymentTaken> pay(LineId line, Money amount, String method, String effectKey) {
    return order("payment", line, amount, method, effectKey).map(TmfMoney::payment);
  }

  @Override
  public Answer<Optional<PaymentTaken>> findPayment(String effectKey) {
    return find("payment", effectKey).map(found -> found.map(TmfMoney::payment));
  }

  /**
   * Tells of money that goes one way or the other.
   *
   * @param kind TMF676's resource
   * @param means by which it goes: a token of an account, or a method
   */
  private Answer<TmfMoney> order(
      String kind, LineId line, Money amount, String means, String effectKey) {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("A " + kind + " is above zero, not " + amount);
    }
    Deadline deadline = bss.deadline();
    return bills
        .account(deadline, line)
        .then(
            account ->
                bss.write(
                    deadline,
                    "POST",
                    systems.paymentPath() + "/" + kind,
                    effectKey,
                    Map.of(
                        "correlatorId",
                        effectKey,
                        "account",
                        Map.of("id", account, "@referredType", "BillingAccount"),
                        "paymentMethod",
                        Map.of("id", means, "name", means),
                        "totalAmount",
                        Map.of("unit", amount.currency(), "value", amount.decimal())),
                    TmfMoney.class,
                    it -> it.confirming(kind, effectKey, amount)));
  }

  private Answer<Optional<TmfMoney>> find(String kind, String effectKey) {
    return bss.list(
        bss.deadline(),
        systems.paymentPath() + "/" + kind + "?correlatorId=" + encode(effectKey),
        TmfMoney[].class,
        found ->
            onlyOne(
                    kind + "s",
                    found.stream().filter(it -> effectKey.equals(it.correlatorId())).toList())
                .map(it -> it.whole(kind)));
  }

  /** The bill that was demanded; empty if the operator refused to make it. */
  private Answer<Optional<Bill>> made(Deadline deadline, String account, TmfBill.OnDemand demand) {
    String state = String.valueOf(demand.state());
    if (state.equals("rejected") || state.equals("terminatedWithError")) {
      return new Answer.Got<>(Optional.empty());
    }
    if (!state.equals("done") || demand.customerBill() == null) {
      return new Answer.Silent<>(Fault.timeout(BSS, "the final bill is not made yet: " + state));
    }
    String billId = String.valueOf(demand.customerBill().id());
    return bill(deadline, account, billId)
        .then(
            bill ->
                bill.isPresent()
                    ? new Answer.Got<>(bill)
                    : new Answer.Failed<>(
                        Fault.protocol(BSS, "bill " + billId + " was made but is not found")));
  }

  private Answer<Optional<Bill>> bill(Deadline deadline, String account, String billId) {
    return bss.find(
            deadline,
            bills.path("customerBill/" + encode(billId)),
            TmfBill.class,
            bill -> {
              if (!billId.equals(bill.id()) || !account.equals(bill.accountId())) {
                throw new Unreadable("bill " + billId + " is of another account");
              }
              return bill;
            })
        .then(
            bill ->
                bill.isPresent()
                    ? bills
                        .withCharges(deadline, List.of(bill.get()))
                        .map(charged -> Optional.of(charged.getFirst()))
                    : new Answer.Got<>(Optional.empty()));
  }

  private static <T> Optional<T> onlyOne(String what, List<T> found) {
    if (found.size() > 1) {
      throw new Unreadable(found.size() + " " + what + " have the same key");
    }
    return found.stream().findFirst();
  }
}
