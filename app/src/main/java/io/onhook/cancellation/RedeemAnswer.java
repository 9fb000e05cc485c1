package io.onhook.cancellation;

import io.onhook.shared.CaseReference;
import java.time.Instant;

/** What the porting hub is told that redeems a switching code. */
public sealed interface RedeemAnswer {
  /**
   * The line ends, without review.
   *
   * @param endsAt by the end of this instant's working day at the latest
   * @param byAnother whether it is ending already, by a case that it is too late to take back
   */
  record Redeemed(CaseReference reference, Instant endsAt, boolean byAnother)
      implements RedeemAnswer {}

  /** Number and code do not belong together. Whether there is such a number is not told. */
  record NoSuchCode() implements RedeemAnswer {}

  /** It was good until then. */
  record Expired(Instant goodUntil) implements RedeemAnswer {}

  /** Another case of the line began at this very moment: asked again, it is dealt with. */
  record AlreadyOpen(CaseReference reference) implements RedeemAnswer {}

  /** The operator's systems can't be asked just now; nothing was redeemed. */
  record Unavailable() implements RedeemAnswer {}

  /**
   * An amount of the line is in a currency that nothing here is reckoned in. Nothing was redeemed;
   * a person is told.
   */
  record NotReckonable() implements RedeemAnswer {}
}
