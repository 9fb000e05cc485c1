package io.onhook.certificate;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people write them, with the distance from GMT so that no zone has to be guessed. */
final class PlainTime {
  private static final DateTimeFormatter ZH_DATE =
      DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.SIMPLIFIED_CHINESE);
  private static final DateTimeFormatter EN_DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern(" HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter OFFSET =
      DateTimeFormatter.ofPattern(" '('O')'", Locale.ENGLISH);

  private PlainTime() {}

  /** {@code 2026年11月22日} and {@code 22 November 2026}. */
  static Words date(Instant at, ZoneId zone) {
    ZonedDateTime local = at.atZone(zone);
    return new Words(ZH_DATE.format(local), EN_DATE.format(local));
  }

  /** {@code 2026年11月22日 20:15:30} and {@code 22 November 2026 20:15:30}. */
  static Words time(Instant at, ZoneId zone) {
    return with(TIME, date(at, zone), at.atZone(zone));
  }

  /** {@code 2026年11月22日 20:15:30 (GMT+8)} and {@code 22 November 2026 20:15:30 (GMT+8)}. */
  static Words moment(Instant at, ZoneId zone) {
    return with(OFFSET, time(at, zone), at.atZone(zone));
  }

  private static Words with(DateTimeFormatter more, Words words, ZonedDateTime local) {
    String end = more.format(local);
    return new Words(words.zh() + end, words.en() + end);
  }
}
