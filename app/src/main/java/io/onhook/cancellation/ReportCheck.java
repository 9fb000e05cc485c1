package io.onhook.cancellation;

import io.onhook.cancellation.CancellationRefusal.WrongField;
import io.onhook.policy.Pack;
import io.onhook.shared.EmailAddress;
import io.onhook.shared.Invisible;
import io.onhook.shared.Malformed;
import io.onhook.shared.Msisdn;
import io.onhook.shared.PersonName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is wrong in a report. Whether there is such a line is not looked at: nothing may show it.
 */
final class ReportCheck {
  static final int LONGEST = 1000;

  private final List<WrongField> wrong = new ArrayList<>();

  private ReportCheck() {}

  static List<WrongField> of(Reported it, Pack pack) {
    var check = new ReportCheck();
    check.read("name", it.name(), PersonName::typed);
    if (it.number().isBlank()) {
      check.wrong("number", "number.missing", "Give the number of the line.");
    } else {
      check.read("number", it.number(), typed -> Msisdn.typed(typed, pack.country()));
    }
    check.read("email", it.email(), EmailAddress::typed);
    if (it.words().length() > LONGEST) {
      check.wrong("words", "words.too-long", "Use at most " + LONGEST + " characters.");
    } else if (Invisible.in(it.words())) {
      check.wrong("words", "text.invisible", "Type it by hand: it has invisible signs.");
    }
    return List.copyOf(check.wrong);
  }

  private void read(String field, String typed, Consumer<String> reader) {
    try {
      reader.accept(typed);
    } catch (Malformed e) {
      wrong(field, e.code(), String.valueOf(e.getMessage()));
    }
  }

  private void wrong(String field, String code, String remedy) {
    wrong.add(new WrongField(field, code, remedy));
  }
}
