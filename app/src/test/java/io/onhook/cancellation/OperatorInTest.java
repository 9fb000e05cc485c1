package io.onhook.cancellation;

import io.onhook.line.Attachments;
import io.onhook.line.Line;
import io.onhook.line.LineId;
import io.onhook.line.Lines;
import io.onhook.network.HomeRegister;
import io.onhook.network.Subscriber;
import io.onhook.settlement.Bill;
import io.onhook.settlement.BillDisputes;
import io.onhook.settlement.Billing;
import io.onhook.shared.Answer;
import io.onhook.shared.Fault;
import io.onhook.shared.Imsi;
import io.onhook.shared.Money;
import io.onhook.shared.Msisdn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The operator's systems in a test's memory, with what they were asked to do, and bad days. */
public final class OperatorInTest implements Lines, Billing, BillDisputes, Attachments {
  final Map<LineId, LineFixture> lines = new ConcurrentHashMap<>();
  final Map<Imsi, Subscriber> subscribers = new ConcurrentHashMap<>();
  final Map<String, Bill> bills = new ConcurrentHashMap<>();
  final Map<String, RefundOrder> refunds = new ConcurrentHashMap<>();

  final Map<String, PaymentTaken> payments = new ConcurrentHashMap<>();

  final Set<LineId> endedProducts = ConcurrentHashMap.newKeySet();
  final Map<String, Ticket> tickets = new ConcurrentHashMap<>();

  /** Every effect, in order: {@code bar 46099…}, {@code refund CNY 36.50}. */
  public final List<String> effects = new CopyOnWriteArrayList<>();

  /** Does it, and loses the answer, once for each name here. */
  public final Set<String> loses = ConcurrentHashMap.newKeySet();

  /** Does it, and says no, once for each name here. */
  final Set<String> lies = ConcurrentHashMap.newKeySet();

  /** Says once that there is no final bill, though there is. */
  volatile boolean forgetsBill;

  /** Answers no question. */
  volatile boolean mute;

  public final HomeRegister network = new Network();

  /** Has bills in a currency that its adapter does not know as billing's. */
  volatile boolean billsInDollars;

  /** In which all its billing reckons. */
  volatile String currency = "CNY";

  /** One line that billing has a mistake about. */
  public volatile @Nullable LineId billedInDollars;

  /** Can take no payment just now. */
  public volatile boolean refusesPayments;

  /** Is out of order. */
  public volatile boolean down;

  public void add(LineFixture line) {
    lines.put(line.id(), line);
    subscribers.put(line.imsi(), new Subscriber(line.imsi(), line.number().digits(), true, true));
  }

  void confirmRefunds() {
    say("done");
  }

  /** What the bank says of all refunds from now on. */
  void say(String status) {
    refunds.replaceAll((key, order) -> new RefundOrder(order.id(), status, order.amount()));
  }

  @Override
  public String currency() {
    return currency;
  }

  @Override
  public Duration longest() {
    return Duration.ofSeconds(1);
  }

  @Override
  public Answer<Optional<Line>> byMsisdn(Msisdn msisdn) {
    return ask(
        () ->
            lines.values().stream()
                .map(LineFixture::line)
                .filter(line -> line.msisdn().equals(msisdn))
                .findAny());
  }

  @Override
  public Answer<Optional<Line>> byId(LineId id) {
    return ask(() -> Optional.ofNullable(lines.get(id)).map(LineFixture::line));
  }

  @Override
  public Answer<List<Line>> ofHolder(String partyId) {
    return ask(
        () ->
            lines.values().stream()
                .map(LineFixture::line)
                .filter(line -> line.holder().partyId().equals(partyId))
                .toList());
  }

  @Override
  public Answer<Line> setStatus(LineId id, Line.Status status, String key) {
    return effect(
        switch (status) {
          case PENDING_TERMINATE -> "announce-end";
          case TERMINATED -> "end";
          case ACTIVE, SUSPENDED, OTHER -> "withdraw-end";
        },
        id.value(),
        () -> {
          line(id).status = status;
          return line(id).line();
        });
  }

  @Override
  public Answer<List<Bill>> openBills(LineId line) {
    if (billsInDollars || line.equals(billedInDollars)) {
      return new Answer.Failed<>(Fault.otherCurrency("bss", "bill B-1 is in USD, not in CNY"));
    }
    return ask(
        () ->
            bills.containsKey("final/" + line.value())
                ? List.of()
                : Stream.concat(
                        line(line).sent().stream(),
                        Stream.of(line(line).bill(Bill.UNBILLED, false)))
                    .toList());
  }

  @Override
  public Answer<Bill> finalBill(LineId line, String key) {
    return effect(
        "final-bill",
        line.value(),
        () -> {
          Bill bill = line(line).bill("final/" + line.value(), true);
          bills.put(bill.id(), bill);
          bills.put(key, bill);
          return bill;
        });
  }

  @Override
  public Answer<Optional<Bill>> findFinalBill(LineId line, String key) {
    if (forgetsBill && bills.containsKey(key)) {
      forgetsBill = false;
      return ask(Optional::empty);
    }
    return ask(
        () -> Optional.ofNullable(bills.get(key)).map(bill -> bills.getOrDefault(bill.id(), bill)));
  }

  @Override
  public Answer<Optional<Bill>> bill(LineId line, String billId) {
    return ask(() -> Optional.ofNullable(bills.get(billId)));
  }

  @Override
  public Answer<Bill> cancelBill(String billId, String key) {
    return effect(
        "cancel-bill",
        billId,
        () ->
            bills.computeIfPresent(
                billId,
                (id, bill) ->
                    new Bill(id, "onHold", bill.charges(), bill.due(), bill.billedAt(), true)));
  }

  @Override
  public Answer<RefundOrder> refund(LineId line, Money amount, String account, String key) {
    return effect(
        "refund",
        amount.toString(),
        () ->
            refunds.computeIfAbsent(
                key, ordered -> new RefundOrder("R-" + ordered, "pendingAuthorization", amount)));
  }

  @Override
  public Answer<Optional<RefundOrder>> findRefund(String key) {
    return ask(() -> Optional.ofNullable(refunds.get(key)));
  }

  /** What is paid at a counter pays what was asked for. */
  @Override
  public Answer<PaymentTaken> pay(LineId line, Money amount, String method, String key) {
    if (refusesPayments) {
      return new Answer.Failed<>(Fault.unreachable("bss", "out of order"));
    }
    return effect(
        "pay",
        method + " " + amount,
        () ->
            payments.computeIfAbsent(
                key,
                paid -> {
                  line(line).arrears -= amount.minor();
                  return new PaymentTaken("P-" + paid, "done", amount);
                }));
  }

  @Override
  public Answer<Optional<PaymentTaken>> findPayment(String key) {
    return ask(() -> Optional.ofNullable(payments.get(key)));
  }

  @Override
  public Answer<Ticket> open(String billId, String chargeId, Money amount, String key) {
    return effect(
        "dispute",
        chargeId,
        () -> tickets.computeIfAbsent(key, opened -> new Ticket("T-" + opened, "acknowledged")));
  }

  @Override
  public Answer<Optional<Ticket>> find(String key) {
    return ask(() -> Optional.ofNullable(tickets.get(key)));
  }

  @Override
  public Answer<Optional<Ticket>> byId(String ticket) {
    return ask(() -> tickets.values().stream().filter(it -> it.id().equals(ticket)).findAny());
  }

  @Override
  public Answer<Ticket> close(String ticket, boolean upheld, String key) {
    return effect(
        upheld ? "uphold" : "drop",
        ticket,
        () -> {
          tickets.replaceAll(
              (opened, it) -> it.id().equals(ticket) ? new Ticket(ticket, "resolved") : it);
          return new Ticket(ticket, "resolved");
        });
  }

  @Override
  public Answer<Boolean> hangs(LineId main, LineId other) {
    return ask(() -> line(main).hangs(other));
  }

  @Override
  public Answer<Boolean> detach(LineId main, LineId other, String key) {
    return effect("detach", other.value(), () -> line(main).part(other));
  }

  @Override
  public Answer<Boolean> hasEnded(LineId product) {
    return ask(() -> endedProducts.contains(product));
  }

  @Override
  public Answer<Boolean> end(LineId product, String key) {
    return effect(
        "end-product",
        product.value(),
        () -> {
          endedProducts.add(product);
          return true;
        });
  }

  private LineFixture line(LineId id) {
    return Objects.requireNonNull(lines.get(id));
  }

  private <T> Answer<T> ask(Supplier<T> look) {
    if (down) {
      return new Answer.Failed<>(Fault.unreachable("bss", "out of order"));
    }
    return mute
        ? new Answer.Failed<>(Fault.rejected("bss", "not supported"))
        : new Answer.Got<>(look.get());
  }

  private <T> Answer<T> effect(String what, String whom, Supplier<T> effect) {
    if (down) {
      return new Answer.Failed<>(Fault.unreachable("bss", "out of order"));
    }
    effects.add(what + " " + whom);
    T result = effect.get();
    if (lies.remove(what)) {
      return new Answer.Failed<>(Fault.rejected("bss", "not allowed"));
    }
    return loses.remove(what)
        ? new Answer.Silent<>(Fault.timeout("bss", "no answer"))
        : new Answer.Got<>(result);
  }

  /** The home register; its finders clash with the inventory's. */
  final class Network implements HomeRegister {
    @Override
    public Duration longest() {
      return OperatorInTest.this.longest();
    }

    @Override
    public Answer<Optional<Subscriber>> byMsisdn(Msisdn msisdn) {
      return ask(
          () ->
              subscribers.values().stream()
                  .filter(subscriber -> msisdn.digits().equals(subscriber.msisdn()))
                  .findAny());
    }

    @Override
    public Answer<Optional<Subscriber>> byImsi(Imsi imsi) {
      return ask(() -> Optional.ofNullable(subscribers.get(imsi)));
    }

    @Override
    public Answer<Subscriber> bar(Imsi imsi) {
      return services("bar", imsi, false, false);
    }

    @Override
    public Answer<Subscriber> restore(Imsi imsi, boolean calls, boolean data) {
      return services("restore", imsi, calls, data);
    }

    private Answer<Subscriber> services(String what, Imsi imsi, boolean calls, boolean data) {
      return effect(
          what,
          imsi.digits(),
          () ->
              subscribers.computeIfPresent(
                  imsi, (key, was) -> new Subscriber(imsi, was.msisdn(), calls, data)));
    }

    @Override
    public Answer<Boolean> delete(Imsi imsi) {
      return effect("delete", imsi.digits(), () -> subscribers.remove(imsi) != null);
    }
  }
}
