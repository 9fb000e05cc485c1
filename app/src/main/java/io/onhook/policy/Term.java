package io.onhook.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.onhook.shared.Malformed;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A stretch of time as rules say it: {@code 72 hours}, {@code 90 days}, {@code 5 working days},
 * {@code 1 month}. {@link WorkingDays} turns it into an instant.
 *
 * @param count how many; 0 to 36500
 * @param unit of what
 */
public record Term(int count, Unit unit) {
  /** What is counted. */
  public enum Unit {
    /** Exact: 24 hours are 24 hours, whatever the clocks do. */
    HOURS,
    /** Whole local days; the day it starts on isn't counted, the last one runs to midnight. */
    DAYS,
    /** As days, but only those that the pack's calendar calls working days. */
    WORKING_DAYS,
    /** To the same day of a later month, or that month's last day; runs to midnight. */
    MONTHS
  }

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,5}) (hour|day|working day|month)s?", Pattern.CASE_INSENSITIVE);
  private static final int MOST = 36_500;

  /** No time at all. */
  public static final Term NONE = new Term(0, Unit.HOURS);

  public Term {
    if (count < 0 || count > MOST) {
      throw new Malformed("term.count", "Count between 0 and " + MOST + ".");
    }
  }

  public static Term hours(int count) {
    return new Term(count, Unit.HOURS);
  }

  public static Term days(int count) {
    return new Term(count, Unit.DAYS);
  }

  public static Term workingDays(int count) {
    return new Term(count, Unit.WORKING_DAYS);
  }

  public static Term months(int count) {
    return new Term(count, Unit.MONTHS);
  }

  /**
   * Reads {@code 5 working days}.
   *
   * @throws Malformed if it is written otherwise
   */
  @JsonCreator
  public static Term parse(String text) {
    var match = FORM.matcher(text);
    if (!match.matches()) {
      throw new Malformed(
          "term.form", "Write a number and a unit: 72 hours, 90 days, 5 working days, 1 month.");
    }
    String unit = match.group(2).toUpperCase(Locale.ROOT).replace(' ', '_') + "S";
    return new Term(Integer.parseInt(match.group(1)), Unit.valueOf(unit));
  }

  public boolean isNone() {
    return count == 0;
  }

  /** {@code 5 working days}, as packs write it. */
  @JsonValue
  @Override
  public String toString() {
    String units = unit.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return count + " " + (count == 1 ? units.substring(0, units.length() - 1) : units);
  }
}
