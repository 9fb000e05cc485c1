package io.onhook.cancellation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a holder who asks for a switching code is told. The line goes on either way. */
public sealed interface SwitchAnswer {
  /**
   * What leaving costs and brings back, and the code.
   *
   * @param code to be given to the new operator; null where only the information was asked for
   * @param goodUntil until when it can be redeemed; null without a code
   */
  record Given(@Nullable String code, @Nullable Instant goodUntil, CheckAnswer.Checked checked)
      implements SwitchAnswer {
    /** Never the code. */
    @Override
    public String toString() {
      return "Given[" + goodUntil + "]";
    }
  }

  /** The pack has no such code. */
  record NotOffered() implements SwitchAnswer {}

  /** There is no such line, or it is not this holder's. */
  record NoSuchLine() implements SwitchAnswer {}

  /** The operator's systems can't be asked just now. */
  record Unavailable() implements SwitchAnswer {}

  /** What leaving costs can't be reckoned: an amount is in another currency. A person is told. */
  record NotReckonable() implements SwitchAnswer {}
}
