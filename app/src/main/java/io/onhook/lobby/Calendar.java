package io.onhook.lobby;

import io.onhook.branch.Bookings;
import io.onhook.branch.Office;
import io.onhook.web.Option;
import io.onhook.web.Say;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Free times, as pages show them: days to choose from, and the times of one of them. */
@Component
final class Calendar {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final Bookings bookings;

  Calendar(Bookings bookings) {
    this.bookings = bookings;
  }

  /** A day with free times. {@code chosen} where its times are shown. */
  public record Day(String value, String weekday, String date, boolean chosen) {}

  /** Reads a time as the form sends it. */
  static Optional<Instant> time(String typed) {
    if (!typed.matches("[0-9]{1,12}")) {
      return Optional.empty();
    }
    return Optional.of(Instant.ofEpochSecond(Long.parseLong(typed)));
  }

  /** Puts {@code days} and {@code times} into the model; of no day, those of the first. */
  void show(Office office, String wanted, Say say, Model model) {
    List<Bookings.Day> free = bookings.calendar(office);
    Optional<LocalDate> wish = day(wanted);
    Optional<Bookings.Day> chosen =
        free.stream()
            .filter(it -> it.day().equals(wish.orElse(null)))
            .findFirst()
            .or(() -> free.stream().findFirst());
    model.addAttribute(
        "days",
        free.stream()
            .map(
                it ->
                    new Day(
                        it.day().toString(),
                        it.day()
                            .getDayOfWeek()
                            .getDisplayName(TextStyle.SHORT, say.language().locale()),
                        it.day().getDayOfMonth() + "." + it.day().getMonthValue() + ".",
                        chosen.filter(c -> c.day().equals(it.day())).isPresent()))
            .toList());
    model.addAttribute("day", chosen.map(it -> it.day().toString()).orElse(""));
    model.addAttribute("dayName", chosen.map(it -> say.day(it.day())).orElse(""));
    model.addAttribute(
        "times",
        chosen
            .map(
                it ->
                    it.free().stream()
                        .map(
                            at ->
                                new Option(
                                    String.valueOf(at.getEpochSecond()),
                                    TIME.format(office.local(at)),
                                    null))
                        .toList())
            .orElse(List.of()));
  }

  private static Optional<LocalDate> day(String typed) {
    try {
      return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
