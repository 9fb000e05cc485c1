package io.onhook.cancellation;

import io.onhook.line.Line;
import io.onhook.line.LineId;
import io.onhook.policy.Acting;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A line with nothing in its way, and what a test puts there. */
final class GateLine {
  Line.SimKind sim = Line.SimKind.SIM;
  Line.Status status = Line.Status.ACTIVE;
  @Nullable LocalDate termEndsOn;
  @Nullable Money termFee;
  @Nullable LocalDate instalmentsEndOn;
  @Nullable Money instalmentsOpen;
  boolean portOutOpen;
  boolean promoRenews;
  boolean paymentInFlight;
  @Nullable Instant simSwappedAt;
  boolean reportedStolen;
  boolean disputed;
  boolean legalHold;
  List<Line.Related> bundle = List.of();
  List<Line.Related> secondaries = List.of();
  Line.Holder.Kind kind = Line.Holder.Kind.PERSON;
  String documentKind = "resident-id";
  boolean deceased;
  Acting acting = Acting.HOLDER;
  Standing.Identity identity = Standing.Identity.NOT_CHECKED;
  @Nullable Instant mandateUntil;
  Set<LineId> decided = Set.of();
  final List<Bill> bills = new ArrayList<>();

  static Money fen(long minor) {
    return Money.of("CNY", minor);
  }

  static Line.Related related(String id) {
    return new Line.Related(new LineId(id), "Product " + id);
  }

  GateLine bill(String id, String state, String bucket, long due) {
    bills.add(
        new Bill(
            id,
            state,
            List.of(new Bill.Charge(bucket, bucket, fen(due))),
            fen(due),
            Instant.parse("2026-11-01T00:00:00Z"),
            false));
    return this;
  }

  Standing standing() {
    return new Standing(
        line(), List.copyOf(bills), acting, identity, mandateUntil, decided, List.of());
  }

  private Line line() {
    return new Line(
        new LineId("L-0001"),
        new Msisdn("+8619900000001"),
        new Imsi("460990000000001"),
        new Iccid("8986099000000000001"),
        sim,
        status,
        "Smart",
        Line.PlanKind.PREPAID,
        false,
        true,
        false,
        promoRenews,
        false,
        null,
        LocalDate.of(2024, 1, 1),
        LocalDate.of(2026, 11, 30),
        termEndsOn,
        termFee,
        instalmentsEndOn,
        instalmentsOpen,
        portOutOpen,
        paymentInFlight,
        simSwappedAt,
        reportedStolen,
        disputed,
        legalHold,
        false,
        bundle,
        secondaries,
        new Line.Holder(
            "P-1",
            "张伟",
            kind,
            documentKind,
            "11010519491231002X",
            deceased,
            Optional.empty(),
            Optional.empty()));
  }
}
