package io.onhook.settlement;

import io.onhook.shared.Money;

/**
 * An amount that its holder disputes: nobody asks for it until that is decided.
 *
 * @param reference what people quote of the dispute
 * @param billId the bill it stood on; {@link Bill#UNBILLED} if it had none
 * @param chargeId the charge
 * @param text what the charge is called there
 * @param amount above zero
 */
public record SetAside(
    String reference, String billId, String chargeId, String text, Money amount) {
  /** Whether it stands on this bill now: what had none when it was disputed may have got one. */
  public boolean standsOn(Bill bill) {
    return billId.equals(bill.id())
        || (billId.equals(Bill.UNBILLED)
            && bill.charges().stream().anyMatch(charge -> chargeId.equals(charge.id())));
  }
}
