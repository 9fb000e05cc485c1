package io.onhook.cancellation;

import io.onhook.cancellation.CancellationRefusal.NotConfirmed;
import io.onhook.policy.AuthorityRule;
import io.onhook.policy.Pack;
import io.onhook.settlement.Quote;
import io.onhook.shared.Actor;
import io.onhook.vault.Vault;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether who asks has proved enough, freshly, for this content. Staff and programs answer for the
 * person themselves.
 */
final class Confirming {
  private final Vault vault;

  Confirming(Vault vault) {
    this.vault = vault;
  }

  /**
   * What a code just before the submit is bound to: line, day, amounts, account, contact, and what
   * becomes of lines that hang on this one. A digest, the same on every node.
   */
  String content(CancelLine request, Quote quote) {
    return vault.digest(
        "step-up",
        String.join(
            "\n",
            request.line().value(),
            String.valueOf(request.endsOn()),
            quote.toPay().toString(),
            quote.toRefund().toString(),
            String.valueOf(request.refundAccount()),
            String.valueOf(new TreeMap<>(request.dependants())),
            request.acting().key(),
            request.contact().channel() + " " + request.contact().address().strip()));
  }

  /** What is missing; empty if the request may be taken. */
  Optional<NotConfirmed> missing(
      CancelLine request,
      Actor actor,
      @Nullable Confirmation given,
      Quote quote,
      Pack pack,
      Instant now) {
    if (actor.kind() != Actor.Kind.HOLDER || !request.way().equals(Copies.ONLINE)) {
      return Optional.empty();
    }
    AuthorityRule rule = pack.request().authority();
    if (given == null || now.isAfter(pack.days().after(given.at(), rule.fresh()))) {
      return no(NotConfirmed.Why.NOT_FRESH);
    }
    return switch (given.kind()) {
      case SIGN_IN -> signIn(request, given, rule);
      case STEP_UP ->
          !content(request, quote).equals(given.content())
              ? no(NotConfirmed.Why.OTHER_CONTENT)
              : given.via() == Confirmation.Via.CONTACT
                  ? no(NotConfirmed.Why.NOT_THE_LINE)
                  : Optional.empty();
    };
  }

  private static Optional<NotConfirmed> signIn(
      CancelLine request, Confirmation given, AuthorityRule rule) {
    if (given.via() != Confirmation.Via.LINE) {
      return no(NotConfirmed.Why.NOT_THE_LINE);
    }
    return rule.newAccount() && request.refundAccount() != null
        ? no(NotConfirmed.Why.NEW_ACCOUNT)
        : Optional.empty();
  }

  private static Optional<NotConfirmed> no(NotConfirmed.Why why) {
    return Optional.of(new NotConfirmed(why));
  }
}
