package io.onhook.cancellation;

import io.onhook.cancellation.CancellationRefusal.WrongField;
import io.onhook.line.Line;
import io.onhook.notice.Notice;
import io.onhook.policy.Pack;
import io.onhook.shared.Actor;
import io.onhook.shared.EmailAddress;
import io.onhook.shared.Invisible;
import io.onhook.shared.Malformed;
import io.onhook.shared.Msisdn;
import io.onhook.shared.PersonName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds every wrong value of a request at once. Pure. */
final class RequestCheck {
  private static final int LONGEST_ADDRESS = 254;
  private static final int LONGEST_TOKEN = 200;

  private final List<CancellationRefusal> wrong = new ArrayList<>();

  private RequestCheck() {}

  /** What is wrong with the values by themselves. */
  static List<CancellationRefusal> typed(CancelLine request) {
    var check = new RequestCheck();
    if (!request.documentKind().equals(CancelLine.NO_DOCUMENT)) {
      check.name(request.holderName());
      check.document(request.documentKind(), request.documentNumber());
    }
    check.contact(request.contact());
    String account = request.refundAccount();
    if (account != null && (account.isBlank() || account.length() > LONGEST_TOKEN)) {
      check.wrong("refundAccount", "refund-account.form", "Give the token of an account.");
    }
    return List.copyOf(check.wrong);
  }

  /** What is wrong with them for this line and pack. */
  static List<CancellationRefusal> fitting(
      CancelLine request, Line line, Pack pack, Actor actor, Instant now) {
    var check = new RequestCheck();
    // A program can't see who asks; staff have checked the caller, or whoever acts, before.
    boolean seen =
        request.way().equals(CancelLine.BY_PHONE)
            || (request.way().equals(Copies.BRANCH) && request.representative() != null);
    boolean checked = actor.kind() == Actor.Kind.STAFF && seen;
    boolean proven = (actor.kind() == Actor.Kind.HOLDER || checked) && !pack.asksIdentity();
    if (request.documentKind().equals(CancelLine.NO_DOCUMENT) && !proven) {
      check.unknownDocument();
    }
    if (request.contact().channel() == Notice.Channel.SMS
        && request.contact().address().equals(line.msisdn().e164())) {
      check.wrong(
          "contact.address",
          "contact.is-the-line",
          "Give a contact other than this line: it will not reach you once the line has ended.");
    }
    if (pack.request().contacts().stream()
        .noneMatch(it -> it.name().equals(request.contact().channel().name()))) {
      check.wrong("contact.channel", "contact.closed", "Give a contact of another channel.");
    }
    LocalDate asked = request.endsOn();
    if (asked != null && asked.isBefore(pack.days().dateOf(now))) {
      check.wrong("endsOn", "ends-on.past", "Give today or a later day.");
    }
    if (asked != null
        && pack.days().endOf(asked).isAfter(pack.days().after(now, pack.end().longestAhead()))) {
      check.wrong(
          "endsOn",
          "ends-on.too-far",
          "Give a day at most " + pack.end().longestAhead() + " ahead.");
    }
    return List.copyOf(check.wrong);
  }

  private void name(String name) {
    read("holderName", name, PersonName::typed);
  }

  private void read(String field, String typed, Consumer<String> reader) {
    try {
      reader.accept(typed);
    } catch (Malformed e) {
      wrong(field, e.code(), e.getMessage());
    }
  }

  private void unknownDocument() {
    wrong(
        "documentKind",
        "document-kind.unknown",
        "Choose resident-id, passport, identity-card or company-registration.");
  }

  private void document(String kind, String number) {
    try {
      DocumentNumber.check(kind, number);
    } catch (Malformed e) {
      boolean unknown = e.code().equals("document-kind.unknown");
      wrong(unknown ? "documentKind" : "documentNumber", e.code(), e.getMessage());
    }
  }

  private void contact(Contact contact) {
    String address = contact.address().strip();
    if (address.isEmpty() || address.length() > LONGEST_ADDRESS) {
      wrong("contact.address", "contact.form", "Give an address of at most 254 characters.");
      return;
    }
    if (Invisible.in(address)) {
      wrong("contact.address", "text.invisible", "Type it by hand: it has invisible signs.");
      return;
    }
    switch (contact.channel()) {
      case EMAIL -> read("contact.address", address, EmailAddress::typed);
      case SMS -> read("contact.address", address, Msisdn::of);
      case LETTER -> {
        // A postal address has no form that all countries share.
      }
    }
    if (contact.channel() != Notice.Channel.LETTER && contact.confirmedAt() == null) {
      wrong(
          "contact.address",
          "contact.not-confirmed",
          "Confirm this contact by the code that was sent there.");
    }
  }

  private void wrong(String field, String code, @Nullable String remedy) {
    wrong.add(new WrongField(field, code, remedy == null ? code : remedy));
  }
}
