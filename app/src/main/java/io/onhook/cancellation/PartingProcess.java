package io.onhook.cancellation;

import static io.onhook.engine.CaseProcess.process;

import io.onhook.engine.CaseProcess;

/** Parting a product from a line that ends, top to bottom. */
final class PartingProcess {
  static final String NAME = "parting";

  static final CaseProcess<Parting> PARTING =
      process(NAME, 1, Parting.class)
          .wait("end-date", Parting::notBefore)
          .step("await-main-line", AwaitMainLine.class) // nothing is touched before it waits here
          .step("end-product", EndProduct.class) // only what ends too, and is no line
          .step("detach", Detach.class)
          .build();

  private PartingProcess() {}
}
