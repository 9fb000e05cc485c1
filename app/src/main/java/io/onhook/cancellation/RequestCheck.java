package io.onhook.cancellation;

import io.onhook.cancellation.CancellationRefusal.WrongField;
import io.onhook.line.Line;
import io.onhook.notice.Notice;
import io.onhook.policy.Pack;
import io.onhook.shared.Malformed;
import io.onhook.shared.Msisdn;
import io.onhook.shared.ResidentId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds every wrong value of a request at once. Pure. */
final class RequestCheck {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_ADDRESS = 254;
  private static final int LONGEST_TOKEN = 200;

  /** Names are letters with their marks, and what stands between them; never markup. */
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{M}\\p{Nd}](?:[\\p{L}\\p{M}\\p{Nd} .,·・•‧'’()（）&/-])*");

  private static final Pattern PASSPORT = Pattern.compile("[A-Za-z0-9]{5,15}");
  private static final Pattern REGISTRATION = Pattern.compile("[A-Za-z0-9-]{8,30}");
  private static final Pattern CARD = Pattern.compile("[A-Za-z0-9-]{5,30}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]{2,}");

  private final List<CancellationRefusal> wrong = new ArrayList<>();

  private RequestCheck() {}

  /** What is wrong with the values by themselves. */
  static List<CancellationRefusal> typed(CancelLine request) {
    var check = new RequestCheck();
    check.name(request.holderName());
    check.document(request.documentKind(), request.documentNumber());
    check.contact(request.contact());
    String account = request.refundAccount();
    if (account != null && (account.isBlank() || account.length() > LONGEST_TOKEN)) {
      check.wrong("refundAccount", "refund-account.form", "Give the token of an account.");
    }
    return List.copyOf(check.wrong);
  }

  /** What is wrong with them for this line and pack. */
  static List<CancellationRefusal> fitting(CancelLine request, Line line, Pack pack, Instant now) {
    var check = new RequestCheck();
    if (request.contact().channel() == Notice.Channel.SMS
        && request.contact().address().equals(line.msisdn().e164())) {
      check.wrong(
          "contact.address",
          "contact.is-the-line",
          "Give a contact other than this line: it will not reach you once the line has ended.");
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
    if (name.isBlank()) {
      wrong("holderName", "name.missing", "Type the name as it stands on the document.");
    } else if (name.strip().length() > LONGEST_NAME) {
      wrong("holderName", "name.too-long", "Use at most " + LONGEST_NAME + " characters.");
    } else if (!NAME.matcher(name.strip()).matches()) {
      wrong("holderName", "name.characters", "Use letters, spaces, dots and dashes only.");
    }
  }

  private void document(String kind, String number) {
    switch (kind) {
      case "resident-id" -> {
        try {
          ResidentId.typed(number);
        } catch (Malformed e) {
          wrong("documentNumber", e.code(), e.getMessage());
        }
      }
      case "passport" ->
          form(
              PASSPORT,
              number,
              "passport.form",
              "A passport number has 5 to 15 letters and digits.");
      case "identity-card" ->
          form(
              CARD,
              number,
              "identity-card.form",
              "The number of a card has 5 to 30 letters, digits and dashes.");
      case "company-registration" ->
          form(REGISTRATION, number, "company-registration.form", "Copy the registration number.");
      default ->
          wrong(
              "documentKind",
              "document-kind.unknown",
              "Choose resident-id, passport, identity-card or company-registration.");
    }
  }

  private void form(Pattern form, String number, String code, String remedy) {
    if (!form.matcher(number.strip()).matches()) {
      wrong("documentNumber", code, remedy);
    }
  }

  private void contact(Contact contact) {
    String address = contact.address().strip();
    if (address.isEmpty() || address.length() > LONGEST_ADDRESS) {
      wrong("contact.address", "contact.form", "Give an address of at most 254 characters.");
      return;
    }
    switch (contact.channel()) {
      case EMAIL -> {
        if (!EMAIL.matcher(address).matches()) {
          wrong("contact.address", "email.form", "An e-mail address looks like name@example.com.");
        }
      }
      case SMS -> {
        try {
          Msisdn.of(address);
        } catch (Malformed e) {
          wrong("contact.address", e.code(), e.getMessage());
        }
      }
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
