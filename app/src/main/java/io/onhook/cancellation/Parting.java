package io.onhook.cancellation;

import io.onhook.line.LineId;
import io.onhook.policy.Fate;
import io.onhook.shared.CaseReference;
import java.time.Instant;

/**
 * A product on its way from a line that ends: it ends too, becomes a line of its own, or goes on.
 *
 * @param main the request of the main line
 * @param line the main line
 * @param product what hangs on it
 * @param name what it is called
 * @param isLine whether it is a line itself
 * @param fate what becomes of it
 * @param notBefore when the main line ends: until then all stays as it is
 * @param off whether the main line stays, so that nothing is to be done
 */
record Parting(
    CaseReference main,
    LineId line,
    LineId product,
    String name,
    boolean isLine,
    Fate fate,
    Instant notBefore,
    boolean off) {

  static Parting of(Cancellation main, Dependant it) {
    return new Parting(
        main.reference(),
        main.subject().line(),
        it.id(),
        it.name(),
        it.isLine(),
        it.fate(),
        main.endsAt(),
        false);
  }

  static String key(CaseReference main, LineId product) {
    return main.text() + "/" + product.value();
  }

  Parting calledOff() {
    return new Parting(main, line, product, name, isLine, fate, notBefore, true);
  }

  boolean ends() {
    return !off && fate == Fate.CANCEL;
  }
}
