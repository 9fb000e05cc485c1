package io.onhook.cancellation;

import io.onhook.cancellation.CancellationRefusal.WrongField;
import io.onhook.policy.Pack;
import io.onhook.shared.EmailAddress;
import io.onhook.shared.Invisible;
import io.onhook.shared.Malformed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is missing in a declaration for it to be matched and confirmed. Pure. */
final class DeclarationCheck {
  private static final int LONGEST = 100;
  private static final int LONGEST_REASON = 1000;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final List<WrongField> wrong = new ArrayList<>();

  private DeclarationCheck() {}

  static List<WrongField> of(Declared it, Pack pack, Instant now) {
    var check = new DeclarationCheck();
    if (it.kind() == Declared.Kind.EXTRAORDINARY) {
      check.text("reason", it.reason(), LONGEST_REASON);
    }
    check.text("name", it.name(), LONGEST);
    check.text("contract", it.contract(), LONGEST);
    try {
      EmailAddress.typed(it.email());
    } catch (Malformed e) {
      check.wrong("email", e.code(), "An e-mail address looks like name@example.com.");
    }
    if (it.endsOn() != null && it.endsOn().isBefore(pack.days().dateOf(now))) {
      check.wrong("endsOn", "ends-on.past", "Give today or a later day.");
    }
    return List.copyOf(check.wrong);
  }

  private void text(String field, String typed, int longest) {
    if (typed.isBlank()) {
      wrong(field, "declare." + field + ".missing", "Fill it in.");
    } else if (typed.length() > longest || field.equals("name") && CONTROL.matcher(typed).find()) {
      wrong(field, "declare." + field + ".too-long", "Use at most " + longest + " characters.");
    } else if (Invisible.in(typed)) {
      wrong(field, "text.invisible", "Type it by hand: it has invisible signs.");
    }
  }

  private void wrong(String field, String code, String remedy) {
    wrong.add(new WrongField(field, code, remedy));
  }
}
