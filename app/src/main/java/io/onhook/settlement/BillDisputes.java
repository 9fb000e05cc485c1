package io.onhook.settlement;

import io.onhook.shared.Answer;
import io.onhook.shared.Money;
import io.onhook.shared.NeedsSetting;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the operator is told that a charge is disputed: the port behind which {@code
 * TmfBillDisputes} speaks TMF621. TMF678 has no resource for it; a bill dispute is a trouble ticket
 * about a bill.
 */
@NeedsSetting(
    value = "onhook.bss.url",
    remedy =
        "Set it to where the operator's TM Forum APIs are, as https://bss.example:8443;"
            + " docs/runbook.md has all settings. To try Onhook without an operator: ./onhook")
public interface BillDisputes {
  /** The longest that a call of this port takes. */
  Duration longest();

  /**
   * Opens a ticket; the key makes a repeat harmless.
   *
   * @param billId the bill; {@link Bill#UNBILLED} where the charge stands on none
   * @param chargeId the {@code appliedCustomerBillingRate}
   */
  Answer<Ticket> open(String billId, String chargeId, Money amount, String effectKey);

  /** The ticket that this key opened, if it did. */
  Answer<Optional<Ticket>> find(String effectKey);

  /** A ticket by the operator's own id, if there is one. */
  Answer<Optional<Ticket>> byId(String ticket);

  /** Closes it. Upheld, billing takes the amount off the bill; dropped, it asks for it again. */
  Answer<Ticket> close(String ticket, boolean upheld, String effectKey);

  /** A ticket as the operator knows it; {@code status} is TMF621's. */
  record Ticket(String id, String status) {
    public boolean closed() {
      return status.equals("resolved") || status.equals("closed");
    }
  }
}
