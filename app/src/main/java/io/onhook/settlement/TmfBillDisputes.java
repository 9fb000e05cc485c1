package io.onhook.settlement;

import static io.onhook.bss.BssClient.encode;

import io.onhook.bss.BssClient;
import io.onhook.bss.BusinessSystems;
import io.onhook.bss.Unreadable;
import io.onhook.shared.Answer;
import io.onhook.shared.Money;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Bill disputes as TMF621 v4 trouble tickets. Ours is found again by {@code externalId}, which is
 * the effect key; {@code statusChangeReason} carries the decision.
 */
@Component
@ConditionalOnProperty("onhook.bss.url")
final class TmfBillDisputes implements BillDisputes {
  private static final String TYPE = "billDispute";

  private final BssClient bss;
  private final String tickets;

  TmfBillDisputes(BssClient bss, BusinessSystems systems) {
    this.bss = bss;
    tickets = systems.ticketPath() + "/troubleTicket";
  }

  /** The part of a TMF621 {@code TroubleTicket} that is read here. */
  record TmfTicket(@Nullable String id, @Nullable String status, @Nullable String externalId) {
    Ticket ticket() {
      if (id == null || status == null) {
        throw new Unreadable("a trouble ticket has no id or no status");
      }
      return new Ticket(id, status);
    }
  }

  @Override
  public Duration longest() {
    return bss.longest();
  }

  @Override
  public Answer<Ticket> open(String billId, String chargeId, Money amount, String effectKey) {
    return bss.write(
        bss.deadline(),
        "POST",
        tickets,
        effectKey,
        Map.of(
            "externalId",
            effectKey,
            "ticketType",
            TYPE,
            "severity",
            "normal",
            "description",
            "A charge is disputed",
            "relatedEntity",
            about(billId, chargeId),
            "ticketCharacteristic",
            List.of(
                Map.of(
                    "name",
                    "disputedAmount",
                    "valueType",
                    "Money",
                    "value",
                    Map.of("unit", amount.currency(), "value", amount.decimal())))),
        TmfTicket.class,
        ticket -> {
          if (!effectKey.equals(ticket.externalId())) {
            throw new Unreadable("trouble ticket " + ticket.id() + " is not what was opened");
          }
          return ticket.ticket();
        });
  }

  /** A charge that stands on no bill is disputed by itself. */
  private static List<Map<String, String>> about(String billId, String chargeId) {
    var charge = entity(chargeId, "AppliedCustomerBillingRate", "disputedCharge");
    return billId.equals(Bill.UNBILLED)
        ? List.of(charge)
        : List.of(entity(billId, "CustomerBill", "disputedBill"), charge);
  }

  private static Map<String, String> entity(String id, String type, String role) {
    return Map.of("id", id, "@referredType", type, "role", role);
  }

  @Override
  public Answer<Optional<Ticket>> find(String effectKey) {
    return bss.list(
        bss.deadline(),
        tickets + "?externalId=" + encode(effectKey),
        TmfTicket[].class,
        found -> {
          var ours = found.stream().filter(it -> effectKey.equals(it.externalId())).toList();
          if (ours.size() > 1) {
            throw new Unreadable(ours.size() + " trouble tickets have the same key");
          }
          return ours.stream().findFirst().map(TmfTicket::ticket);
        });
  }

  @Override
  public Answer<Optional<Ticket>> byId(String ticket) {
    return bss.find(bss.deadline(), path(ticket), TmfTicket.class, it -> same(ticket, it));
  }

  @Override
  public Answer<Ticket> close(String ticket, boolean upheld, String effectKey) {
    return bss.write(
        bss.deadline(),
        "PATCH",
        path(ticket),
        effectKey,
        Map.of("status", "resolved", "statusChangeReason", upheld ? "upheld" : "dropped"),
        TmfTicket.class,
        it -> {
          Ticket closed = same(ticket, it);
          if (!closed.closed()) {
            throw new Unreadable("trouble ticket " + ticket + " was to be closed but is open");
          }
          return closed;
        });
  }

  private static Ticket same(String id, TmfTicket found) {
    if (!id.equals(found.id())) {
      throw new Unreadable("another trouble ticket than " + id + " was given");
    }
    return found.ticket();
  }

  private String path(String ticket) {
    return tickets + "/" + encode(ticket);
  }
}
