package io.onhook.cancellation;

import io.onhook.line.Line;
import io.onhook.notice.Notice;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.policy.Switching;
import io.onhook.shared.Language;

/** Makes the case that a redeemed code begins. */
final class Switched {
  private final Receiving receiving;
  private final Packs packs;

  Switched(Receiving receiving, Packs packs) {
    this.receiving = receiving;
    this.packs = packs;
  }

  /** Its first state, reckoned from the redemption. */
  Cancellation cancellation(SwitchOver over, Standing standing) {
    Pack pack = packs.current();
    Line line = standing.line();
    var eligibility =
        new Assessment(pack, standing.with(Standing.Identity.MATCHES), over.redeemedAt())
            .assess(null);
    var request =
        new CancelLine(
            line.id(),
            line.holder().name(),
            Applicant.DECLARED,
            Applicant.DECLARED,
            null,
            contact(line.holder()),
            null,
            Language.EN,
            over.kind() == Switching.Code.PAC
                ? SwitchCodes.WITH_NUMBER
                : SwitchCodes.WITHOUT_NUMBER);
    return receiving
        .receive(
            over.reference(), request, line, pack, eligibility, over.hub(), null, over.redeemedAt())
        .endingBy(over.endsAt());
  }

  /** Another contact of the account; by post to its address where it has none. */
  private static Contact contact(Line.Holder holder) {
    return holder
        .email()
        .map(email -> new Contact(Notice.Channel.EMAIL, email, null))
        .or(
            () ->
                holder
                    .otherPhone()
                    .map(phone -> new Contact(Notice.Channel.SMS, phone.e164(), null)))
        .orElseGet(() -> new Contact(Notice.Channel.LETTER, holder.name(), null));
  }
}
