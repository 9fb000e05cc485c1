package io.onhook.demo;

import io.onhook.cancellation.BankWord;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.Refunds;
import io.onhook.line.Line;
import io.onhook.line.Lines;
import io.onhook.network.HomeRegister;
import io.onhook.network.Subscriber;
import io.onhook.settlement.Bill;
import io.onhook.settlement.Billing;
import io.onhook.shared.Answer;
import io.onhook.shared.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Reads what we record of a line and what the operator's own systems say of it. */
@Component
@Profile("sandbox")
final class TwoSides {
  private final Cancellations cancellations;
  private final Lines lines;
  private final HomeRegister network;
  private final Billing billing;
  private final Refunds refunds;

  TwoSides(
      Cancellations cancellations,
      Lines lines,
      HomeRegister network,
      Billing billing,
      Refunds refunds) {
    this.cancellations = cancellations;
    this.lines = lines;
    this.network = network;
    this.billing = billing;
    this.refunds = refunds;
  }

  /**
   * Both sides of one line.
   *
   * @param ours the newest case; empty if there is none
   * @param inventory key of the line's status; {@code silent} if the inventory does not answer
   * @param hlr {@code works}, {@code barred}, {@code partly}, {@code gone} or {@code silent}
   * @param open what the open bills come to, positive is owed; empty if none is open
   * @param bank what the operator's payments say of that case's refund; empty if there is no case
   */
  record Sides(
      Guest guest,
      String number,
      Optional<CancellationView> ours,
      String inventory,
      String hlr,
      Optional<Money> open,
      Optional<BankWord> bank) {}

  List<Sides> all() {
    return List.of(Guest.values()).stream().map(this::of).toList();
  }

  /** The line as the operator's inventory has it now. */
  Optional<Line> line(Guest guest) {
    return got(lines.byId(guest.line()), Function.identity()).flatMap(Function.identity());
  }

  private Sides of(Guest guest) {
    Optional<Line> line = line(guest);
    Optional<CancellationView> ours = line.flatMap(this::newest);
    return new Sides(
        guest,
        line.map(it -> it.msisdn().toString()).orElse("–"),
        ours,
        line.map(it -> key(it.status().name())).orElse("silent"),
        line.map(this::hlr).orElse("silent"),
        got(billing.openBills(guest.line()), TwoSides::sum).flatMap(Function.identity()),
        ours.map(it -> refunds.bank(it.reference())));
  }

  private Optional<CancellationView> newest(Line line) {
    return cancellations.ofHolder(line.holder().partyId()).stream()
        .filter(it -> it.line().equals(line.id()))
        .max(Comparator.comparing(CancellationView::receivedAt));
  }

  private String hlr(Line line) {
    return got(network.byImsi(line.imsi()), found -> found.map(TwoSides::say).orElse("gone"))
        .orElse("silent");
  }

  private static String say(Subscriber subscriber) {
    if (subscriber.barred()) {
      return "barred";
    }
    return subscriber.circuitSwitched() && subscriber.packetSwitched() ? "works" : "partly";
  }

  private static Optional<Money> sum(List<Bill> bills) {
    return bills.stream().map(Bill::due).reduce(Money::plus);
  }

  private static String key(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static <T, R> Optional<R> got(Answer<T> answer, Function<T, R> reading) {
    return switch (answer) {
      case Answer.Got<T>(T value) -> Optional.of(reading.apply(value));
      case Answer.Failed<T> failed -> Optional.empty();
      case Answer.Silent<T> silent -> Optional.empty();
    };
  }
}
