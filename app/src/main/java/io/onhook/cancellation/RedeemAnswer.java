package io.onhook.cancellation;

import io.onhook.shared.CaseReference;
import java.time.Instant;

/** What the porting hub is told that redeems a switching code. */
public sealed interface RedeemAnswer {
  /**
   * The line ends, without review.
   *
   * @param endsAt by the end of this instant's working day at the latest
   */
  record Redeemed(CaseReference reference, Instant endsAt) implements RedeemAnswer {}

  /** Number and code do not belong together. Whether there is such a number is not told. */
  record NoSuchCode() implements RedeemAnswer {}

  /** It was good until then. */
  record Expired(Instant goodUntil) implements RedeemAnswer {}

  /** The line's end is under way already, by this case. */
  record AlreadyOpen(CaseReference reference) implements RedeemAnswer {}

  /** The operator's systems can't be asked just now; nothing was redeemed. */
  record Unavailable() implements RedeemAnswer {}
}
