package io.onhook.cancellation;

import static io.onhook.engine.CaseProcess.process;

import io.onhook.engine.CaseProcess;
import io.onhook.line.LineId;
import io.onhook.policy.Switching;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import java.time.Instant;

/**
 * A code was redeemed while another cancellation of the line was open: that one is taken back, and
 * what was redeemed begins as soon as it is. The new operator has the holder's word, and waits for
 * nobody's review.
 *
 * @param reference of the case that the redemption begins
 * @param line that ends
 * @param partyId its holder when the code was redeemed
 * @param kind which code
 * @param hub who redeemed it
 * @param redeemedAt when
 * @param endsAt what the new operator was told
 */
record SwitchOver(
    CaseReference reference,
    LineId line,
    String partyId,
    Switching.Code kind,
    Actor hub,
    Instant redeemedAt,
    Instant endsAt) {
  static final String NAME = "switch-over";

  /** From the redemption to the case that it begins, top to bottom. */
  static final CaseProcess<SwitchOver> SWITCH_OVER =
      process(NAME, 1, SwitchOver.class).step("take-over", TakeOver.class).build();
}
