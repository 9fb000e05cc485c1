package io.onhook.settlement;

import io.onhook.bss.Unreadable;
import io.onhook.settlement.Billing.PaymentTaken;
import io.onhook.settlement.Billing.RefundOrder;
import io.onhook.shared.Money;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** TMF676 v4 {@code Refund} or {@code Payment}, which are alike in what we read of them. */
record TmfMoney(
    @Nullable String id,
    @Nullable String status,
    @Nullable String correlatorId,
    TmfBill.@Nullable Amount totalAmount) {

  /** This, with all that we need in it. */
  TmfMoney whole(String kind) {
    if (id == null || status == null || totalAmount == null) {
      throw new Unreadable("a " + kind + " has no id, no status or no amount");
    }
    return this;
  }

  /** This, if it is what was asked for. */
  TmfMoney confirming(String kind, String effectKey, Money amount) {
    whole(kind);
    if (!effectKey.equals(correlatorId) || !amount().equals(amount)) {
      throw new Unreadable(kind + " " + id + " is not what was ordered");
    }
    return this;
  }

  RefundOrder refund() {
    return new RefundOrder(Objects.requireNonNull(id), Objects.requireNonNull(status), amount());
  }

  PaymentTaken payment() {
    return new PaymentTaken(Objects.requireNonNull(id), Objects.requireNonNull(status), amount());
  }

  private Money amount() {
    return Objects.requireNonNull(totalAmount).money();
  }
}
