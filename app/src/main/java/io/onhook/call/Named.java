package io.onhook.call;

import io.onhook.shared.CaseReference;
import io.onhook.shared.Malformed;
import io.onhook.shared.Msisdn;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a caller names: a number, a case's reference, or a ticket of a branch. */
public sealed interface Named {
  /** How it is stored and compared. */
  String text();

  /** {@code number}, {@code reference} or {@code ticket}. */
  String kind();

  /** The number of a line. */
  record Number(Msisdn msisdn) implements Named {
    @Override
    public String text() {
      return msisdn.e164();
    }

    @Override
    public String kind() {
      return "number";
    }
  }

  /** A case's reference. */
  record Reference(CaseReference reference) implements Named {
    @Override
    public String text() {
      return reference.text();
    }

    @Override
    public String kind() {
      return "reference";
    }
  }

  /**
   * A ticket.
   *
   * @param text its label, as {@code A012}, or its token
   */
  record Ticket(String text) implements Named {
    @Override
    public String kind() {
      return "ticket";
    }

    /** What is shown of it: a token opens its page, so it never is. */
    @Override
    public String toString() {
      return "Ticket";
    }
  }

  /**
   * Reads what was typed into the one box.
   *
   * @param country ISO 3166 code, for numbers without a country code
   * @throws Malformed if it is none of the three
   */
  static Named typed(String typed, String country) {
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    if (plain.length() > Forms.LONGEST) {
      throw none();
    }
    if (Forms.TICKET.matcher(plain).matches()) {
      return new Ticket(plain.toUpperCase(Locale.ROOT));
    }
    if (Forms.TOKEN.matcher(plain).matches()) {
      return new Ticket(plain.toLowerCase(Locale.ROOT));
    }
    if (Forms.NUMBER.matcher(plain).matches() && !Forms.DIGITS.matcher(plain).matches()) {
      return new Number(Msisdn.typed(plain, country));
    }
    try {
      return new Reference(CaseReference.typed(plain));
    } catch (Malformed e) {
      throw plain.length() == Forms.REFERENCE ? e : none();
    }
  }

  private static Malformed none() {
    return new Malformed(
        "named.form", "Type a number, a reference such as 7K3QX-0M9TW, or a ticket such as A012.");
  }

  /** Reads it back. */
  static Named stored(String kind, String text) {
    return switch (kind) {
      case "number" -> new Number(Msisdn.of(text));
      case "reference" -> new Reference(new CaseReference(text));
      case "ticket" -> new Ticket(text);
      default -> throw new IllegalArgumentException("Nobody names a " + kind);
    };
  }

  /** What the three look like. */
  final class Forms {
    private static final int LONGEST = 40;
    private static final Pattern TICKET = Pattern.compile("[A-Za-z]\\d{3}");
    private static final Pattern TOKEN = Pattern.compile("[0-9a-fA-F]{32}");
    private static final Pattern NUMBER = Pattern.compile("\\+?[\\d\\s().-]{5,}");

    /** A reference that happens to have digits only; written with its dash it is no number. */
    private static final Pattern DIGITS = Pattern.compile("\\d{5}-\\d{5}");

    private static final int REFERENCE = 11;

    private Forms() {}
  }
}
