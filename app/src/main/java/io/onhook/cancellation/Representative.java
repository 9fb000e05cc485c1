package io.onhook.cancellation;

import io.onhook.line.Line;
import io.onhook.policy.Acting;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who asks in the holder's place, as typed: with papers that a person compares.
 *
 * @param acting as what; never {@link Acting#HOLDER}
 * @param name of the one who asks, as on their own document
 * @param documentKind of their own document: {@code resident-id}, {@code passport} or {@code
 *     identity-card}
 * @param documentNumber of their own document
 * @param relation what they are to the holder: a key of the pack's; empty where it names none
 * @param mandateUntil the last day on which the mandate is good; null where none is needed
 */
public record Representative(
    Acting acting,
    String name,
    String documentKind,
    String documentNumber,
    String relation,
    @Nullable LocalDate mandateUntil) {

  /** Who commonly acts for a line that is held so: nobody asks a company or the dead. */
  public static Acting usual(Line line) {
    if (line.holder().deceased()) {
      return Acting.HEIR;
    }
    return line.holder().kind() == Line.Holder.Kind.COMPANY ? Acting.COMPANY : Acting.HOLDER;
  }

  /** Whether somebody who acts so shows a mandate that runs out. */
  public static boolean needsMandate(Acting acting) {
    return acting == Acting.AGENT || acting == Acting.GUARDIAN;
  }

  /** Only as what: the rest is personal. */
  @Override
  public String toString() {
    return "Representative[" + acting + "]";
  }
}
