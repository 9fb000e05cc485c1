package io.onhook.cancellation;

import io.onhook.shared.Malformed;
import io.onhook.shared.ReadableZone;
import io.onhook.shared.ResidentId;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The number of an identity document as typed, by the kind of the document. */
public final class DocumentNumber {
  /** The number's form, and what to do where it does not fit. */
  private record Form(Pattern pattern, Malformed otherwise) {}

  private static final Map<String, Form> FORMS =
      Map.of(
          "passport",
          new Form(
              Pattern.compile("[A-Za-z0-9]{5,15}"),
              new Malformed("passport.form", "A passport number has 5 to 15 letters and digits.")),
          "identity-card",
          new Form(
              Pattern.compile("[A-Za-z0-9-]{5,30}"),
              new Malformed(
                  "identity-card.form",
                  "The number of a card has 5 to 30 letters, digits and dashes.")),
          "company-registration",
          new Form(
              Pattern.compile("[A-Za-z0-9-]{8,30}"),
              new Malformed("company-registration.form", "Copy the registration number.")));

  private DocumentNumber() {}

  /**
   * Lets a number pass that can be one. Of a passport or a card its machine readable zone does as
   * well.
   *
   * @param kind {@code resident-id}, {@code passport}, {@code identity-card} or {@code
   *     company-registration}
   * @throws Malformed if it can't be one, or if the kind is none of these
   */
  public static void check(String kind, String number) {
    if (kind.equals("resident-id")) {
      ResidentId.typed(number);
    } else if (hasZone(kind) && ReadableZone.isMeant(number)) {
      ReadableZone.typed(number);
    } else {
      Form form = FORMS.get(kind);
      Malformed problem = form == null ? unknown() : problem(form, number);
      if (problem != null) {
        throw problem;
      }
    }
  }

  private static @Nullable Malformed problem(Form form, String number) {
    return form.pattern().matcher(number.strip()).matches() ? null : form.otherwise();
  }

  private static boolean hasZone(String kind) {
    return kind.equals("passport") || kind.equals("identity-card");
  }

  private static Malformed unknown() {
    return new Malformed(
        "document-kind.unknown",
        "Choose resident-id, passport, identity-card or company-registration.");
  }
}
