package io.onhook.cancellation;

import io.onhook.line.Line;
import io.onhook.notice.Notice;
import io.onhook.policy.Pack;
import io.onhook.settlement.Quote;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Msisdn;
import io.onhook.shared.PersonName;
import io.onhook.shared.ReadableZone;
import io.onhook.vault.Sealed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the first state of a case out of a request that was found good. */
@Component
final class Receiving {
  private final CaseSecrets secrets;

  Receiving(CaseSecrets secrets) {
    this.secrets = secrets;
  }

  /**
   * What is promised to who asks now.
   *
   * @param via what they proved; who came by another contact has a cooling time before them
   */
  static PromisedDates dates(
      Pack pack, Eligibility eligibility, Instant now, Confirmation.Via via) {
    Instant given = pack.days().after(now, pack.end().withdrawalWindow());
    Instant cool = cool(pack, now, via);
    Instant window = cool.isAfter(given) ? cool : given;
    Instant ends = eligibility.endsAt().isBefore(window) ? window : eligibility.endsAt();
    Quote quote = eligibility.quote();
    Instant refund = quote.refundBy();
    return new PromisedDates(
        pack.isApplication() ? pack.days().after(now, pack.request().review().deadline()) : null,
        window,
        ends,
        refund != null && refund.isAfter(ends)
            ? refund
            : pack.days().after(ends, pack.money().refundDeadline()));
  }

  /** Nothing that is asked for now takes effect before this. */
  static Instant cool(Pack pack, Instant now, Confirmation.Via via) {
    return via == Confirmation.Via.OTHER_CONTACT
        ? pack.days().after(now, pack.request().authority().cooling())
        : now;
  }

  Cancellation receive(
      CaseReference reference,
      CancelLine request,
      Line line,
      Pack pack,
      Eligibility eligibility,
      Actor actor,
      @Nullable Confirmation confirmation,
      Instant now) {
    var via = confirmation == null ? Confirmation.Via.LINE : confirmation.via();
    Sealed number = secrets.seal(reference, line.msisdn().e164());
    return new Cancellation(
        reference,
        subject(line, number),
        applicant(reference, request, line, number, actor, confirmation, pack),
        new Terms(
            pack.id(),
            pack.version(),
            now,
            dates(pack, eligibility, now, via),
            eligibility.quote(),
            pack.money().duesBlock()),
        Progress.NONE);
  }

  private static Subject subject(Line line, Sealed number) {
    return new Subject(
        line.id(),
        line.holder().partyId(),
        number,
        line.msisdn().masked(),
        line.imsi(),
        line.iccid(),
        line.sim(),
        line.dataOnly(),
        line.portedIn(),
        line.planName(),
        line.activatedOn(),
        line.periodEndsOn());
  }

  private Applicant applicant(
      CaseReference reference,
      CancelLine request,
      Line line,
      Sealed number,
      Actor actor,
      @Nullable Confirmation confirmation,
      Pack pack) {
    Contact contact = request.contact();
    String name =
        request.holderName().isBlank()
            ? line.holder().name()
            : PersonName.typed(request.holderName()).text();
    return new Applicant(
        secrets.seal(reference, name),
        request.documentKind(),
        secrets.seal(reference, ReadableZone.numberIn(request.documentNumber())),
        request.language(),
        new Notice.Route(contact.channel(), secrets.seal(reference, contact.address().strip())),
        known(reference, contact, line, number),
        sealed(reference, request.refundAccount()),
        actor,
        request.way(),
        confirmation,
        onBehalf(reference, request.representative(), pack));
  }

  private @Nullable OnBehalf onBehalf(
      CaseReference reference, @Nullable Representative who, Pack pack) {
    if (who == null) {
      return null;
    }
    LocalDate until = who.mandateUntil();
    return new OnBehalf(
        who.acting(),
        secrets.seal(reference, PersonName.typed(who.name()).text()),
        who.documentKind(),
        secrets.seal(reference, ReadableZone.numberIn(who.documentNumber())),
        who.relation(),
        until == null ? null : pack.days().endOf(until));
  }

  /** The line itself and what else the account had, but not the contact that was just given. */
  private List<Notice.Route> known(
      CaseReference reference, Contact given, Line line, Sealed number) {
    var routes = new ArrayList<Notice.Route>();
    for (Msisdn phone : line.phones()) {
      if (phone.equals(line.msisdn())) {
        routes.add(new Notice.Route(Notice.Channel.SMS, number));
      } else if (!phone.e164().equals(given.address().strip())) {
        routes.add(new Notice.Route(Notice.Channel.SMS, secrets.seal(reference, phone.e164())));
      }
    }
    line.holder()
        .email()
        .filter(email -> !email.equalsIgnoreCase(given.address().strip()))
        .ifPresent(
            email ->
                routes.add(new Notice.Route(Notice.Channel.EMAIL, secrets.seal(reference, email))));
    return List.copyOf(routes);
  }

  private @Nullable Sealed sealed(CaseReference reference, @Nullable String text) {
    return text == null ? null : secrets.seal(reference, text);
  }
}
