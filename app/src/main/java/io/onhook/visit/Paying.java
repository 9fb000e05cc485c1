package io.onhook.visit;

import static io.onhook.engine.CaseProcess.process;

import io.onhook.engine.CaseProcess;
import io.onhook.line.LineId;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Money was taken at a window: billing is told, once whatever happens, and then it is noted.
 *
 * @param reference of the payment
 * @param line whose bills it pays
 * @param method {@code cash} or {@code card}
 * @param takenAt when the visitor paid
 * @param paymentId what billing calls it; null before
 */
record Paying(
    CaseReference reference,
    LineId line,
    Money amount,
    String method,
    Instant takenAt,
    @Nullable String paymentId) {

  static final CaseProcess<Paying> PAYING =
      process("counter-payment", 1, Paying.class)
          .pointOfNoReturn() // the money is in the till
          .step("tell-billing", TellBilling.class)
          .step("note-payment", NotePaid.class)
          .build();

  Paying noted(String id) {
    return new Paying(reference, line, amount, method, takenAt, id);
  }

  /** Makes the engine know the process. */
  @Configuration(proxyBeanMethods = false)
  static class Known {
    @Bean
    CaseProcess<Paying> counterPayment() {
      return PAYING;
    }
  }
}
