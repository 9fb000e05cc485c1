package io.onhook.cancellation;

import static io.onhook.engine.CaseProcess.process;

import io.onhook.engine.CaseProcess;

/** Collecting what is owed, top to bottom. */
final class CollectionProcess {
  static final CaseProcess<Dues> COLLECTION =
      process("collection", 1, Dues.class)
          .step("await-payment", AwaitPayment.class)
          .step("tell-paid", TellPaid.class)
          .build();

  private CollectionProcess() {}
}
