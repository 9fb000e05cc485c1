package io.onhook.cancellation;

import io.onhook.line.Line;
import io.onhook.line.LineId;
import io.onhook.settlement.Bill;
import io.onhook.shared.Iccid;
import io.onhook.shared.Imsi;
import io.onhook.shared.Money;
import io.onhook.shared.Msisdn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A line for a test: an active prepaid one, with nothing in the way, changed where it matters. */
public final class LineFixture {
  public static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
  public static final String DOCUMENT = "11010519491231002X";

  private static final AtomicInteger COUNT = new AtomicInteger();

  final int n = COUNT.incrementAndGet();
  final List<Bill.Charge> balances = new ArrayList<>();
  String currency = "CNY";
  final List<Line.Related> secondaries = new CopyOnWriteArrayList<>();
  final List<Line.Related> bundle = new CopyOnWriteArrayList<>();
  String partyId = "P-" + n;
  long arrears;
  boolean portOutOpen;
  boolean portedIn;
  boolean deceased;
  boolean company;
  Line.Status status = Line.Status.ACTIVE;
  Line.SimKind sim = Line.SimKind.SIM;

  public static LineFixture aLine() {
    return new LineFixture();
  }

  /** Billed in this currency. */
  LineFixture in(String other) {
    currency = other;
    return this;
  }

  LineFixture withBalance(long fen) {
    balances.add(new Bill.Charge("prepaid-balance", "Balance", Money.of(currency, -fen)));
    return this;
  }

  /** Usage that no bill has yet. */
  LineFixture withUsage(long fen) {
    balances.add(new Bill.Charge(arrearsCharge(), "usage", "Roaming", Money.of(currency, fen)));
    return this;
  }

  /** The month is over: what was not billed stands on a bill that was sent. */
  void bills() {
    arrears = balances.stream().mapToLong(charge -> charge.amount().minor()).sum();
    balances.clear();
  }

  LineFixture withSecondary(LineFixture child) {
    secondaries.add(new Line.Related(child.id(), "SIM " + child.n));
    child.partyId = partyId();
    return this;
  }

  LineFixture withBundled(String product) {
    bundle.add(new Line.Related(new LineId(product), product));
    return this;
  }

  boolean hangs(LineId other) {
    return Stream.concat(secondaries.stream(), bundle.stream())
        .anyMatch(it -> it.id().equals(other));
  }

  boolean part(LineId other) {
    secondaries.removeIf(it -> it.id().equals(other));
    bundle.removeIf(it -> it.id().equals(other));
    return true;
  }

  /** A bill that was sent and is not paid, with one charge that has an id. */
  public LineFixture withArrears(long fen) {
    arrears = fen;
    return this;
  }

  String arrearsBill() {
    return "B-sent-" + id();
  }

  String arrearsCharge() {
    return "R-" + id();
  }

  /** Empty without arrears. */
  List<Bill> sent() {
    return arrears == 0
        ? List.of()
        : List.of(
            new Bill(
                arrearsBill(),
                "sent",
                List.of(
                    new Bill.Charge(
                        arrearsCharge(), "usage", "Roaming", Money.of(currency, arrears))),
                Money.of(currency, arrears),
                NOON,
                false));
  }

  LineFixture withPortOutOpen() {
    portOutOpen = true;
    return this;
  }

  public LineFixture ofTheDead() {
    deceased = true;
    return this;
  }

  public LineFixture ofACompany() {
    company = true;
    return this;
  }

  public LineId id() {
    return new LineId("L-%04d".formatted(n));
  }

  public Msisdn number() {
    return Msisdn.of("+861990000%04d".formatted(n));
  }

  Imsi imsi() {
    return new Imsi("46099000000%04d".formatted(n));
  }

  public String partyId() {
    return partyId;
  }

  public Line line() {
    return new Line(
        id(),
        number(),
        imsi(),
        new Iccid("8986099000000000%04d".formatted(n)),
        sim,
        status,
        "Smart",
        Line.PlanKind.PREPAID,
        false,
        true,
        false,
        false,
        false,
        null,
        LocalDate.of(2024, 5, 1),
        null,
        null,
        null,
        null,
        null,
        portOutOpen,
        false,
        null,
        false,
        false,
        false,
        portedIn,
        List.copyOf(bundle),
        List.copyOf(secondaries),
        new Line.Holder(
            partyId(),
            company ? "北京样例科技有限公司" : "张伟",
            company ? Line.Holder.Kind.COMPANY : Line.Holder.Kind.PERSON,
            company ? "company-registration" : "resident-id",
            company ? "91110105MA00000012" : DOCUMENT,
            deceased,
            Optional.of("zhang.wei@example.com"),
            Optional.empty()));
  }

  Bill bill(String id, boolean isFinal) {
    var charges = new ArrayList<>(balances);
    if (isFinal && arrears != 0) {
      charges.add(new Bill.Charge("R-final", "arrears", "Earlier", Money.of(currency, arrears)));
    }
    Money due = charges.stream().map(Bill.Charge::amount).reduce(Money.zero(currency), Money::plus);
    return new Bill(id, "new", List.copyOf(charges), due, NOON, isFinal);
  }

  static Money cny(long fen) {
    return Money.of("CNY", fen);
  }
}
