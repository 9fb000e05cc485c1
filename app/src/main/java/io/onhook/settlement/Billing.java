package io.onhook.settlement;

import io.onhook.line.LineId;
import io.onhook.shared.Answer;
import io.onhook.shared.Money;
import io.onhook.shared.NeedsSetting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The operator's billing and payments: the port behind which {@code TmfBilling} speaks TMF678 and
 * TMF676.
 */
@NeedsSetting(
    value = "onhook.bss.url",
    remedy =
        "Set it to where the operator's TM Forum APIs are, as https://bss.example:8443;"
            + " docs/runbook.md has all settings. To try Onhook without an operator: ./onhook")
public interface Billing {
  /**
   * The longest that a call of this port takes. After it, whoever called is dead or has its answer,
   * and nothing of the call is still to come.
   */
  Duration longest();

  /** In which it reckons, ISO 4217: every amount that it tells is in it. */
  String currency();

  /** Open bills and balances of the line. */
  Answer<List<Bill>> openBills(LineId line);

  /** Asks for the final bill ({@code customerBillOnDemand}); the key makes a repeat harmless. */
  Answer<Bill> finalBill(LineId line, String effectKey);

  /** The final bill that this key asked for, if it was made. */
  Answer<Optional<Bill>> findFinalBill(LineId line, String effectKey);

  /** A bill of the line by its own id, if there is one. */
  Answer<Optional<Bill>> bill(LineId line, String billId);

  /** Takes a final bill back, where a cancellation was taken back. Idempotent. */
  Answer<Bill> cancelBill(String billId, String effectKey);

  /** Sends money back (TMF676 {@code refund}); the key makes a repeat harmless. */
  Answer<RefundOrder> refund(LineId line, Money amount, String accountToken, String effectKey);

  /** The refund that this key ordered, if it was. */
  Answer<Optional<RefundOrder>> findRefund(String effectKey);

  /**
   * Tells payments that somebody has paid at a counter (TMF676 {@code payment}); the key makes a
   * repeat harmless. Billing pays open bills with it.
   *
   * @param method {@code cash} or {@code card}
   */
  Answer<PaymentTaken> pay(LineId line, Money amount, String method, String effectKey);

  /** The payment that this key told of, if it did. */
  Answer<Optional<PaymentTaken>> findPayment(String effectKey);

  /** A payment as the operator's payments know it; {@code status} is TMF676's. */
  record PaymentTaken(String id, String status, Money amount) {}

  /** A refund as the operator's payments know it; {@code status} is TMF676's. */
  record RefundOrder(String id, String status, Money amount) {
    /**
     * States from which no money arrives any more: TMF676's own ({@code canceled}, {@code denied},
     * {@code failed}), and the words that payments say instead.
     */
    public static final Set<String> LOST =
        Set.of(
            "canceled",
            "cancelled",
            "declined",
            "denied",
            "disputed",
            "failed",
            "rejected",
            "returned");

    public boolean arrived() {
      return status.equals("done");
    }

    /** Whether it came to nothing: the bank would not take it, or gave it back. */
    public boolean cameBack() {
      return LOST.contains(status);
    }
  }
}
