package io.onhook.cancellation;

import io.onhook.cancellation.CancellationRefusal.WrongField;
import io.onhook.policy.Acting;
import io.onhook.policy.Pack;
import io.onhook.policy.Paper;
import io.onhook.policy.Way;
import io.onhook.shared.Malformed;
import io.onhook.shared.PersonName;
import io.onhook.shared.ReadableZone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds every wrong value of who asks in the holder's place. Pure. */
public final class RepresentativeCheck {
  private final List<WrongField> wrong = new ArrayList<>();

  private RepresentativeCheck() {}

  /** What is wrong for this way and pack, on this day. */
  static List<WrongField> of(CancelLine request, Pack pack, LocalDate today) {
    Representative it = request.representative();
    return it == null ? List.of() : of(it, request.way(), request.documentNumber(), pack, today);
  }

  /**
   * The same before there is a request.
   *
   * @param way as requests have it, {@code branch} say
   * @param ofHolder the number of the holder's document; nobody acts for themself
   */
  public static List<WrongField> of(
      Representative it, String way, String ofHolder, Pack pack, LocalDate today) {
    var check = new RepresentativeCheck();
    check.acting(it.acting(), way, pack);
    check.name(it.name());
    check.document(it, ofHolder);
    check.relation(it, pack);
    check.mandate(it, today);
    return List.copyOf(check.wrong);
  }

  private void acting(Acting acting, String way, Pack pack) {
    var rule = pack.actors().get(acting);
    boolean may =
        switch (way) {
          case Copies.ONLINE -> pack.mayAct(Way.WEB, acting);
          case Copies.BRANCH -> pack.mayAct(Way.BRANCH, acting);
          default -> rule != null && rule.allowed();
        };
    if (acting == Acting.HOLDER || !may) {
      wrong("acting", "acting.not-here", "Choose a role that may act this way.");
    }
  }

  private void name(String typed) {
    try {
      PersonName.typed(typed);
    } catch (Malformed e) {
      wrong("name", e.code(), String.valueOf(e.getMessage()));
    }
  }

  private void document(Representative it, String ofHolder) {
    if (it.documentKind().equals(Paper.COMPANY_REGISTRATION.key())) {
      wrong("documentKind", "document-kind.of-a-person", "Give the ID of the person who acts.");
      return;
    }
    try {
      DocumentNumber.check(it.documentKind(), it.documentNumber());
      String number = ReadableZone.numberIn(it.documentNumber());
      if (plain(number).equals(plain(ReadableZone.numberIn(ofHolder)))) {
        wrong(
            "documentNumber", "representative.is-holder", "Give the number of your own document.");
      }
    } catch (Malformed e) {
      boolean unknown = e.code().equals("document-kind.unknown");
      wrong(unknown ? "documentKind" : "documentNumber", e.code(), String.valueOf(e.getMessage()));
    }
  }

  private static String plain(String number) {
    return number.replaceAll("[\\s\\p{Punct}]", "").toUpperCase(Locale.ROOT);
  }

  private void relation(Representative it, Pack pack) {
    var rule = pack.actors().get(it.acting());
    if (rule != null
        && !rule.relations().isEmpty()
        && !rule.relations().containsKey(it.relation())) {
      wrong("relation", "relation.missing", "Say what you are to the holder.");
    }
  }

  private void mandate(Representative it, LocalDate today) {
    if (!Representative.needsMandate(it.acting())) {
      return;
    }
    LocalDate until = it.mandateUntil();
    if (until == null) {
      wrong("mandateUntil", "mandate.missing", "Give the last day on which the mandate is good.");
    } else if (until.isBefore(today)) {
      wrong("mandateUntil", "mandate.over", "Ask the holder for a new mandate.");
    }
  }

  private void wrong(String field, String code, String remedy) {
    wrong.add(new WrongField("representative." + field, code, remedy));
  }
}
