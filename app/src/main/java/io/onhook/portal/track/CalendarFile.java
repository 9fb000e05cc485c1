package io.onhook.portal.track;

import io.onhook.shared.CaseReference;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * The dates of a case for the holder's own calendar: iCalendar, RFC 5545. A file fetched again
 * replaces its events, as their UIDs stay.
 */
final class CalendarFile {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int LONGEST_LINE = 75;

  private final StringBuilder text = new StringBuilder();
  private final ZoneId zone;

  private CalendarFile(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * One event.
   *
   * @param deadline what it is about
   * @param summary its title
   * @param description what it means, and where to look
   */
  record Event(Deadline deadline, String summary, String description) {}

  /**
   * Writes the file.
   *
   * @param zone in which a deadline at midnight is the whole day before
   * @param now when it is written
   */
  static byte[] of(CaseReference reference, List<Event> events, ZoneId zone, Instant now) {
    var file = new CalendarFile(zone);
    file.line("BEGIN:VCALENDAR");
    file.line("VERSION:2.0");
    file.line("PRODID:-//Onhook//Onhook//EN");
    events.forEach(event -> file.event(reference, event, now));
    file.line("END:VCALENDAR");
    return file.text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void event(CaseReference reference, Event event, Instant now) {
    line("BEGIN:VEVENT");
    line("UID:" + reference + "-" + event.deadline().key() + "@onhook");
    line("DTSTAMP:" + MOMENT.format(now));
    // Each later file has a higher number: calendars take the newer dates over.
    line("SEQUENCE:" + now.getEpochSecond());
    line(start(event.deadline().at()));
    line("SUMMARY:" + escaped(event.summary()));
    line("DESCRIPTION:" + escaped(event.description()));
    line("TRANSP:TRANSPARENT");
    line("BEGIN:VALARM");
    line("ACTION:DISPLAY");
    line("DESCRIPTION:" + escaped(event.summary()));
    line("TRIGGER:-P1D");
    line("END:VALARM");
    line("END:VEVENT");
  }

  private String start(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    if (!local.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return "DTSTART:" + MOMENT.format(at);
    }
    LocalDate last = local.toLocalDate().minusDays(1);
    return "DTSTART;VALUE=DATE:" + last.format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  /** RFC 5545, 3.3.11. */
  private static String escaped(String words) {
    return words
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r", "")
        .replace("\n", "\\n");
  }

  /** A content line, folded so that no line has more than 75 octets (3.1). */
  private void line(String content) {
    int octets = 0;
    for (int at = 0; at < content.length(); ) {
      int point = content.codePointAt(at);
      String one = Character.toString(point);
      int size = one.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > LONGEST_LINE) {
        text.append("\r\n ");
        octets = 1;
      }
      text.append(one);
      octets += size;
      at += Character.charCount(point);
    }
    text.append("\r\n");
  }
}
