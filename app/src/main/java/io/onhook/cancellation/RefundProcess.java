package io.onhook.cancellation;

import static io.onhook.engine.CaseProcess.process;

import io.onhook.engine.CaseProcess;

/** Sending a credit back, top to bottom. It is a refund only once the bank says so. */
final class RefundProcess {
  static final CaseProcess<Refund> REFUND =
      process("refund", 1, Refund.class)
          .pointOfNoReturn() // the money is the holder's: nobody may take this back
          .step("order-refund", OrderRefund.class)
          .step("tell-sent", TellRefundSent.class)
          .step("await-arrival", AwaitArrival.class)
          .step("tell-arrived", TellRefundArrived.class)
          .build();

  private RefundProcess() {}
}
