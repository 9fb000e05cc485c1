package io.onhook.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * When a line ends, and why then. Pure.
 *
 * @param at from this instant on the line is ended
 * @param lastDay the last local day on which it works
 * @param why which rule settled it
 */
public record EndDate(Instant at, LocalDate lastDay, Why why) {
  /** Which rule settled the date. */
  public enum Why {
    /** The holder asked for it. */
    ASKED,
    /** The earliest that notice and the time to take it back allow. */
    EARLIEST,
    /** The day asked for was too early. */
    NOTICE,
    /** The day asked for was too far ahead. */
    TOO_FAR,
    /** The month's end. */
    MONTH_END,
    /** The billing period's end. */
    BILL_END,
    /** A gate moved it. */
    GATE,
    /** The law's latest. */
    LAW
  }

  /**
   * @param pack whose rule
   * @param receivedAt when the request was received
   * @param askedFor the last day that the holder asked for; null for the earliest
   * @param periodEndsOn last day of the running billing period; null if the line has none
   * @param movedTo last days that gates move the end to
   */
  public static EndDate of(
      Pack pack,
      Instant receivedAt,
      @Nullable LocalDate askedFor,
      @Nullable LocalDate periodEndsOn,
      Collection<LocalDate> movedTo) {
    return new Reckoning(pack.end(), pack.days(), receivedAt)
        .reckon(askedFor, periodEndsOn, movedTo);
  }

  private record Reckoning(EndRule rule, WorkingDays days, Instant receivedAt) {
    EndDate reckon(
        @Nullable LocalDate askedFor, @Nullable LocalDate periodEndsOn, Collection<LocalDate> to) {
      EndDate wished = wished(askedFor);
      EndDate ruled =
          switch (rule.at()) {
            case ASKED_FOR -> wished;
            case IMMEDIATELY -> earliest();
            case MONTH_END -> end(days.endOfMonth(wished.lastDay), Why.MONTH_END);
            case BILL_END ->
                periodEndsOn == null
                    ? wished
                    : end(days.endOf(periodEnd(periodEndsOn, wished.lastDay)), Why.BILL_END);
          };
      EndDate moved = ruled;
      for (LocalDate day : to) {
        Instant at = days.endOf(day);
        moved = at.isAfter(moved.at) ? end(at, Why.GATE) : moved;
      }
      return legal(moved, wished);
    }

    private EndDate earliest() {
      Instant notice = days.after(receivedAt, rule.notice());
      Instant window = days.after(receivedAt, rule.withdrawalWindow());
      return end(notice.isAfter(window) ? notice : window, Why.EARLIEST);
    }

    private EndDate wished(@Nullable LocalDate askedFor) {
      EndDate earliest = earliest();
      if (askedFor == null) {
        return earliest;
      }
      Instant asked = days.endOf(askedFor);
      Instant farthest = days.after(receivedAt, rule.longestAhead());
      if (asked.isBefore(earliest.at)) {
        return end(earliest.at, Why.NOTICE);
      }
      if (asked.isAfter(farthest) && farthest.isAfter(earliest.at)) {
        return end(farthest, Why.TOO_FAR);
      }
      return end(asked, Why.ASKED);
    }

    /** The first period end that is not before this day, a period being a month. */
    private static LocalDate periodEnd(LocalDate running, LocalDate notBefore) {
      LocalDate end = running;
      for (int months = 1; end.isBefore(notBefore); months++) {
        end = running.plusMonths(months);
      }
      return end;
    }

    /** A review, a gate or a period can't move the end past the law's latest; a wish can. */
    private EndDate legal(EndDate end, EndDate wished) {
      Term latest = rule.latest();
      if (latest == null) {
        return end;
      }
      Instant limit = days.after(receivedAt, latest);
      Instant most = wished.at.isAfter(limit) ? wished.at : limit;
      return end.at.isAfter(most) ? end(most, Why.LAW) : end;
    }

    private EndDate end(Instant at, Why why) {
      return new EndDate(at, days.lastDayBefore(at), why);
    }
  }
}
