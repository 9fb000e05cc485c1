package io.onhook.shared;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The machine readable zone of a passport (ICAO Doc 9303 part 4, TD3: two lines of 44 characters;
 * the second alone will do) or of a card (part 5, TD1: three lines of 30). All check digits hold.
 *
 * @param number the document's number, without filler
 * @param nationality three letters, without filler
 * @param born the holder's date of birth as {@code yyMMdd}; its century is not said
 * @param names what the zone says, surname first; empty where that line was left out. Names carry
 *     no check digit
 * @param cut whether the names fill their line, so that the last may be cut off
 */
public record ReadableZone(
    String number, String nationality, String born, List<String> names, boolean cut) {
  private static final Pattern SIGNS = Pattern.compile("[A-Z0-9<]+");
  private static final int PASSPORT = 44;
  private static final int CARD = 30;
  private static final int LONGEST = 400;
  private static final int[] WEIGHTS = {7, 3, 1};
  private static final String OTHER = "Compare with the document: a character was mistyped.";

  public ReadableZone {
    names = List.copyOf(names);
  }

  /**
   * Reads what a person or a scanner typed: spaces and ends of lines left out, small letters
   * raised, full-width signs, {@code «} for two fillers.
   *
   * @throws Malformed naming the part whose check digit does not fit
   */
  public static ReadableZone typed(String text) {
    String lines = text.length() > LONGEST ? "" : plain(text);
    if (!SIGNS.matcher(lines).matches()) {
      throw form();
    }
    return switch (lines.length()) {
      case PASSPORT -> passport("", lines);
      case 2 * PASSPORT -> passport(lines.substring(0, PASSPORT), lines.substring(PASSPORT));
      case 3 * CARD ->
          card(
              lines.substring(0, CARD), lines.substring(CARD, 2 * CARD), lines.substring(2 * CARD));
      default -> throw form();
    };
  }

  /** The zone, if a zone was typed where a number was asked for; a wrong one is no zone. */
  public static Optional<ReadableZone> in(String text) {
    try {
      return isMeant(text) ? Optional.of(typed(text)) : Optional.empty();
    } catch (Malformed e) {
      // Told when it was typed; here only a right one counts.
      return Optional.empty();
    }
  }

  /** Whether this is rather a zone than a number. */
  public static boolean isMeant(String text) {
    return text.contains("<") || text.contains("«") || text.strip().length() >= CARD;
  }

  /** The number of a document that was typed as a number or as a zone. */
  public static String numberIn(String text) {
    return in(text).map(ReadableZone::number).orElseGet(text::strip);
  }

  /** Whether this is the day of birth; unknown parts of a date fit each day. */
  public boolean fits(LocalDate bornOn) {
    String day =
        "%02d%02d%02d"
            .formatted(bornOn.getYear() % 100, bornOn.getMonthValue(), bornOn.getDayOfMonth());
    for (int i = 0; i < day.length(); i++) {
      if (born.charAt(i) != '<' && born.charAt(i) != day.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the holder can have this name: a zone without names fits each, and so does a name that
   * is not in Latin letters, for a passport's office chose how to write it.
   */
  public boolean fits(String name) {
    return names.isEmpty() || !LatinName.isLatin(name) || LatinName.isOf(this, name);
  }

  /** The names with spaces between, surname first; empty if that line was left out. */
  public String name() {
    return String.join(" ", names);
  }

  private static String plain(String text) {
    return Normalizer.normalize(text.replace("«", "<<"), Normalizer.Form.NFKC)
        .replaceAll("\\s", "")
        .toUpperCase(Locale.ROOT);
  }

  private static ReadableZone passport(String first, String line) {
    check(line.substring(0, 9), line.charAt(9), "passport.number");
    check(line.substring(13, 19), line.charAt(19), "passport.date-of-birth");
    check(line.substring(21, 27), line.charAt(27), "passport.expiry");
    String personal = line.substring(28, 42);
    // An empty personal number may have a filler in place of its digit.
    if (line.charAt(42) != '<' || !personal.chars().allMatch(c -> c == '<')) {
      check(personal, line.charAt(42), "passport.personal-number");
    }
    check(
        line.substring(0, 10) + line.substring(13, 20) + line.substring(21, 43),
        line.charAt(43),
        "passport.check-digit");
    return zone(
        line.substring(0, 9),
        line.substring(10, 13),
        line.substring(13, 19),
        first.isEmpty() ? null : first.substring(5));
  }

  private static ReadableZone card(String first, String second, String third) {
    String number = first.substring(5, 14);
    char digit = first.charAt(14);
    if (digit == '<') {
      // A number of more than nine characters goes on in the optional field, its digit at the end.
      String more = first.substring(15).split("<", 2)[0];
      if (more.length() < 2) {
        throw new Malformed("passport.number", OTHER);
      }
      number += more.substring(0, more.length() - 1);
      digit = more.charAt(more.length() - 1);
    }
    check(number, digit, "passport.number");
    check(second.substring(0, 6), second.charAt(6), "passport.date-of-birth");
    check(second.substring(8, 14), second.charAt(14), "passport.expiry");
    check(
        first.substring(5)
            + second.substring(0, 7)
            + second.substring(8, 15)
            + second.substring(18, 29),
        second.charAt(29),
        "passport.check-digit");
    return zone(number, second.substring(15, 18), second.substring(0, 6), third);
  }

  private static ReadableZone zone(
      String number, String nationality, String born, @Nullable String names) {
    if (!isDate(born)) {
      throw new Malformed("passport.date-of-birth", OTHER);
    }
    return new ReadableZone(
        number.replace("<", ""),
        nationality.replace("<", ""),
        born,
        names == null
            ? List.of()
            : Arrays.stream(names.split("<+")).filter(name -> !name.isEmpty()).toList(),
        names != null && !names.endsWith("<"));
  }

  /** Its parts may be unknown: then fillers stand there (part 3, 4.8). */
  private static boolean isDate(String born) {
    if (born.contains("<")) {
      return born.matches("(\\d\\d|<<){3}");
    }
    try {
      // Any leap year: of the century nothing is known.
      return LocalDate.of(
                  2000,
                  Integer.parseInt(born.substring(2, 4)),
                  Integer.parseInt(born.substring(4, 6)))
              .getYear()
          == 2000;
    } catch (NumberFormatException | DateTimeException e) {
      return false;
    }
  }

  private static void check(String part, char expected, String code) {
    int sum = 0;
    for (int i = 0; i < part.length(); i++) {
      sum += WEIGHTS[i % WEIGHTS.length] * value(part.charAt(i));
    }
    if (sum % 10 != value(expected) || !Character.isDigit(expected)) {
      throw new Malformed(code, OTHER);
    }
  }

  private static int value(char c) {
    if (c == '<') {
      return 0;
    }
    return c <= '9' ? c - '0' : c - 'A' + 10;
  }

  private static Malformed form() {
    return new Malformed(
        "passport.zone",
        "A passport has two lines of 44 characters at the bottom, a card three of 30: letters,"
            + " digits and <.");
  }

  /** Neither number nor name. */
  @Override
  public String toString() {
    return "ReadableZone[" + nationality + "]";
  }
}
