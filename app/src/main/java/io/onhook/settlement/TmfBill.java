package io.onhook.settlement;

import io.onhook.bss.Unreadable;
import io.onhook.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a TMF678 v4 {@code CustomerBill} that is read here. The specification requires
 * nothing, so anything may be missing.
 */
record TmfBill(
    @Nullable String id,
    @Nullable String state,
    @Nullable String category,
    @Nullable String runType,
    @Nullable String billDate,
    @Nullable Account billingAccount,
    @Nullable Amount amountDue,
    @Nullable Amount remainingAmount) {

  /** TMF678 {@code BillingAccountRef}; TMF676 {@code AccountRef}. */
  record Account(@Nullable String id) {}

  /** Money as TM Forum writes it. */
  record Amount(@Nullable String unit, @Nullable BigDecimal value) {
    Money money() {
      if (unit == null || value == null) {
        throw new Unreadable("an amount has no unit or no value");
      }
      return Money.ofDecimal(unit, value);
    }
  }

  /** TMF678 {@code AppliedCustomerBillingRate}: one line of a bill, or not billed yet. */
  record Rate(
      @Nullable String id,
      @Nullable String name,
      @Nullable String type,
      @Nullable Boolean isBilled,
      @Nullable Reference bill,
      @Nullable Account billingAccount,
      @Nullable Amount taxIncludedAmount) {
    Bill.Charge charge() {
      if (type == null || type.isBlank() || taxIncludedAmount == null) {
        throw new Unreadable("rate " + id + " has no type or no amount");
      }
      return new Bill.Charge(id, type, name == null ? type : name, taxIncludedAmount.money());
    }
  }

  record Reference(@Nullable String id) {}

  /** TMF678 {@code CustomerBillOnDemand}. */
  record OnDemand(
      @Nullable String id,
      @Nullable String name,
      @Nullable String state,
      @Nullable Reference customerBill) {}

  /** What TMF637 says of the line's account. */
  record Product(@Nullable String id, @Nullable Account billingAccount) {}

  String accountId() {
    if (billingAccount == null || billingAccount.id() == null) {
      throw new Unreadable("bill " + id + " has no account");
    }
    return billingAccount.id();
  }

  /** Neither paid, nor taken back, nor at zero. */
  boolean isOpen() {
    return !"settled".equals(state) && !"onHold".equals(state) && !due().isZero();
  }

  Money due() {
    Amount due = remainingAmount == null ? amountDue : remainingAmount;
    if (due == null) {
      throw new Unreadable("bill " + id + " has no amount");
    }
    return due.money();
  }

  Bill with(List<Rate> rates) {
    if (id == null || state == null || billDate == null) {
      throw new Unreadable("bill " + id + " has no id, no state or no date");
    }
    Instant billedAt = OffsetDateTime.parse(billDate).toInstant();
    return new Bill(
        id, state, rates.stream().map(Rate::charge).toList(), due(), billedAt, isFinal());
  }

  private boolean isFinal() {
    return "offCycle".equals(runType) || "final".equals(category);
  }
}
