package io.onhook.policy;

import java.util.List;

/**
 * Codes by which a holder changes the operator: asking for one ends nothing, and its redemption by
 * the new operator ends the line (Ofcom, General Conditions, C7).
 *
 * @param codes which there are
 * @param goodFor how long a code can be redeemed
 * @param endsWithin from the redemption to the end of the line, without review and without notice
 */
public record Switching(List<Code> codes, Term goodFor, Term endsWithin) {
  /** What can be asked for. */
  public enum Code {
    /** The number comes along. */
    PAC,
    /** The number stays behind. */
    STAC,
    /** No code: only what leaving costs and brings back. */
    INFO
  }

  public Switching {
    codes = List.copyOf(codes);
  }
}
