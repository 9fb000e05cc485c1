package io.onhook.demo.history;

import io.onhook.cancellation.CancelLine;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.CheckAnswer;
import io.onhook.cancellation.Confirmation;
import io.onhook.cancellation.Contact;
import io.onhook.cancellation.Inquiries;
import io.onhook.cancellation.Inquiry;
import io.onhook.cancellation.InquiryAnswer;
import io.onhook.cancellation.MoneyTrack;
import io.onhook.cancellation.RetractAnswer;
import io.onhook.cancellation.SubmitAnswer;
import io.onhook.demo.history.OperatorDoor.Subscriber;
import io.onhook.document.Documents;
import io.onhook.document.Drawer;
import io.onhook.document.TakeAnswer;
import io.onhook.line.LineId;
import io.onhook.notice.Notice;
import io.onhook.policy.Packs;
import io.onhook.policy.Paper;
import io.onhook.shared.Actor;
import io.onhook.shared.BankCard;
import io.onhook.shared.Language;
import io.onhook.shared.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What holders do: ask, send what was missing, pay, take it back. */
final class Leaving {
  private static final String RESIDENT_ID = "resident-id";
  private static final String ONLINE = "web";

  private final OperatorDoor operator;
  private final Cancellations cancellations;
  private final Inquiries inquiries;
  private final Documents documents;
  private final SpecimenPhoto photo;
  private final Packs packs;
  private final Clock clock;

  Leaving(
      OperatorDoor operator,
      Cancellations cancellations,
      Inquiries inquiries,
      Documents documents,
      SpecimenPhoto photo,
      Packs packs,
      Clock clock) {
    this.operator = operator;
    this.cancellations = cancellations;
    this.inquiries = inquiries;
    this.documents = documents;
    this.photo = photo;
    this.packs = packs;
    this.clock = clock;
  }

  /** Asks for the end of the line. */
  void ask(Leaver leaver) {
    Subscriber subscriber = operator.subscriber(leaver);
    boolean online = leaver.way().equals(ONLINE) && packs.current().isApplication();
    CancelLine request = request(leaver, subscriber, online);
    SubmitAnswer answer =
        online
            ? confirmed(request, subscriber, leaver)
            : cancellations.submit(request, sender(leaver), leaver.key());
    if (!(answer instanceof SubmitAnswer.Submitted)) {
      throw new Unlived(leaver, answer);
    }
  }

  private SubmitAnswer confirmed(CancelLine request, Subscriber subscriber, Leaver leaver) {
    Actor holder = Actor.holder(subscriber.party());
    return switch (cancellations.check(request.line(), null, holder)) {
      case CheckAnswer.Checked checked ->
          cancellations.submit(
              request,
              holder,
              leaver.key(),
              new Confirmation(
                  leaver.key(),
                  Confirmation.Kind.STEP_UP,
                  Confirmation.Via.LINE,
                  clock.instant(),
                  cancellations.content(request, checked.eligibility().quote())));
      case CheckAnswer.NoSuchLine none -> throw new Unlived(leaver, none);
      case CheckAnswer.PartnerUnavailable away -> throw new Unlived(leaver, away);
      case CheckAnswer.NotReckonable odd -> throw new Unlived(leaver, odd);
    };
  }

  private CancelLine request(Leaver leaver, Subscriber subscriber, boolean online) {
    Instant shortlyBefore = clock.instant().minusSeconds(60);
    return new CancelLine(
        new LineId(subscriber.id()),
        subscriber.holder(),
        RESIDENT_ID,
        subscriber.document(),
        null,
        new Contact(Notice.Channel.EMAIL, subscriber.email(), shortlyBefore),
        leaver.fate() == Fate.BOUNCED ? BankCard.typed(OperatorBank.CLOSED_CARD).digits() : null,
        language(leaver),
        online ? ONLINE : way(leaver),
        online ? photographed(leaver, subscriber) : null,
        Map.of(),
        null);
  }

  private String way(Leaver leaver) {
    return packs.current().isApplication() ? leaver.way() : "api";
  }

  private Actor sender(Leaver leaver) {
    return switch (way(leaver)) {
      case "phone" -> Actor.staff("hotline");
      case "branch" -> Actor.staff("clerk2");
      default -> Actor.api("demo");
    };
  }

  private Language language(Leaver leaver) {
    List<Language> spoken = packs.current().spoken();
    return leaver.readsChinese() && spoken.contains(Language.ZH_CN)
        ? Language.ZH_CN
        : spoken.stream().filter(it -> it != Language.ZH_CN).findFirst().orElse(Language.EN);
  }

  /** Both sides of the card, as many as the pack asks for. */
  private Drawer photographed(Leaver leaver, Subscriber subscriber) {
    var drawer = new Drawer(leaver.key(), subscriber.party());
    int sides = packs.current().sides(Paper.RESIDENT_ID);
    for (int side = documents.inDrawer(drawer).size(); side < sides; side++) {
      if (documents.take(drawer, Paper.RESIDENT_ID, photo.jpeg())
          instanceof TakeAnswer.Refused refused) {
        throw new Unlived(leaver, refused);
      }
    }
    return drawer;
  }

  /** Sends what the reviewer found missing. */
  void sendMore(Leaver leaver) {
    Subscriber subscriber = operator.subscriber(leaver);
    Actor holder = Actor.holder(subscriber.party());
    Optional<CancellationView> view = of(subscriber);
    Optional<Inquiry> open = view.flatMap(it -> inquiries.open(it.reference(), holder));
    if (open.isEmpty()) {
      return; // The day is lived a second time, and it was sent the first time.
    }
    InquiryAnswer answer =
        inquiries.answer(
            view.orElseThrow().reference(),
            open.get(),
            leaver.readsChinese() ? "证件在手机上重拍了，请再看一下。" : "I took the picture again, please look.",
            holder);
    if (!(answer instanceof InquiryAnswer.Sent)) {
      throw new Unlived(leaver, answer);
    }
  }

  /** Takes the request back, if it is not too late. */
  void retract(Leaver leaver) {
    Subscriber subscriber = operator.subscriber(leaver);
    of(subscriber)
        .map(it -> cancellations.retract(it.reference(), Actor.holder(subscriber.party())))
        .filter(RetractAnswer.NoSuchCase.class::isInstance)
        .ifPresent(
            answer -> {
              throw new Unlived(leaver, answer);
            });
  }

  /** Pays what the final bill came to, if it is owed and still open. */
  void pay(Leaver leaver) {
    Subscriber subscriber = operator.subscriber(leaver);
    of(subscriber)
        .filter(it -> it.moneyTrack() == MoneyTrack.TO_PAY)
        .flatMap(CancellationView::finalBalance)
        .filter(Money::isPositive)
        .ifPresent(
            due -> operator.pay(subscriber, due.decimal(), due.currency(), leaver.key() + "-pay"));
  }

  /** The case of this leaver, once there is one. */
  Optional<CancellationView> of(Leaver leaver) {
    return of(operator.subscriber(leaver));
  }

  private Optional<CancellationView> of(Subscriber subscriber) {
    return cancellations.ofHolder(subscriber.party()).stream().findFirst();
  }
}
