package io.onhook.web;

import io.onhook.policy.Term;
import io.onhook.policy.Text;
import io.onhook.shared.Language;
import io.onhook.shared.Money;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Currency;

/**
 * Says values in the reader's language, in the pack's time zone; templates see it as {@code say}.
 *
 * @param language the reader's
 * @param zone where days begin and end
 */
public record Say(Language language, ZoneId zone) {

  /** A text of a pack. */
  public String text(Text text) {
    return text.in(language);
  }

  /** {@code 36.50 元}, {@code CNY 36.50} or {@code 36,50 €}. */
  public String money(Money money) {
    var digits = NumberFormat.getNumberInstance(language.locale());
    int places = Currency.getInstance(money.currency()).getDefaultFractionDigits();
    digits.setMinimumFractionDigits(places);
    digits.setMaximumFractionDigits(places);
    String amount = digits.format(money.decimal());
    return switch (language) {
      case ZH_CN ->
          money.currency().equals("CNY") ? amount + " 元" : amount + " " + money.currency();
      case EN -> money.currency() + " " + amount;
      case DE, FR -> amount + "\u00a0" + (money.currency().equals("EUR") ? "€" : money.currency());
    };
  }

  /** {@code 2026年11月22日} or {@code 22 November 2026}. */
  public String day(LocalDate day) {
    return day.format(format(dayPattern()));
  }

  /** The local day of an instant. */
  public String day(Instant at) {
    return day(at.atZone(zone).toLocalDate());
  }

  /** {@code 2026年11月22日 18:40} or {@code 22 November 2026, 18:40}. */
  public String moment(Instant at) {
    String between = language == Language.ZH_CN ? " HH:mm" : ", HH:mm";
    return at.atZone(zone).format(format(dayPattern() + between));
  }

  /** A deadline: the last day for one at midnight, else day and time. */
  public String until(Instant deadline) {
    ZonedDateTime local = deadline.atZone(zone);
    return local.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? day(local.toLocalDate().minusDays(1))
        : moment(deadline);
  }

  /** {@code 5 个工作日} or {@code 5 working days}. */
  public String term(Term term) {
    boolean one = term.count() == 1;
    return switch (language) {
      case ZH_CN -> term.count() + " " + chinese(term.unit());
      case EN -> term.toString();
      case DE -> term.count() + " " + german(term.unit(), one);
      case FR -> term.count() + " " + french(term.unit(), one);
    };
  }

  private static String chinese(Term.Unit unit) {
    return switch (unit) {
      case HOURS -> "小时";
      case DAYS -> "天";
      case WORKING_DAYS -> "个工作日";
      case MONTHS -> "个月";
    };
  }

  private static String german(Term.Unit unit, boolean one) {
    return switch (unit) {
      case HOURS -> one ? "Stunde" : "Stunden";
      case DAYS -> one ? "Tag" : "Tage";
      case WORKING_DAYS -> one ? "Werktag" : "Werktage";
      case MONTHS -> one ? "Monat" : "Monate";
    };
  }

  private static String french(Term.Unit unit, boolean one) {
    return switch (unit) {
      case HOURS -> one ? "heure" : "heures";
      case DAYS -> one ? "jour" : "jours";
      case WORKING_DAYS -> one ? "jour ouvré" : "jours ouvrés";
      case MONTHS -> "mois";
    };
  }

  private String dayPattern() {
    return switch (language) {
      case ZH_CN -> "yyyy年M月d日";
      case EN, FR -> "d MMMM yyyy";
      case DE -> "d. MMMM yyyy";
    };
  }

  private DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, language.locale());
  }
}
