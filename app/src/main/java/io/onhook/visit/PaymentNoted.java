package io.onhook.visit;

import io.onhook.engine.LocalWrite;
import io.onhook.shared.CaseReference;
import java.time.Instant;

/** Billing has noted a payment. */
record PaymentNoted(CaseReference reference, String paymentId, Instant at) implements LocalWrite {
  @Override
  public String key() {
    return reference.text();
  }
}
