package io.onhook.policy;

import java.time.Instant;
import java.time.temporal.TemporalAdjusters;

/**
 * How long a kind of data is kept.
 *
 * @param keep for how long
 * @param from counted from what
 * @param toYearEnd kept on to the end of the calendar year in which that falls
 * @param source where the rule stands
 */
public record Retention(Term keep, From from, boolean toYearEnd, String source) {
  /** The moment from which it is kept no longer, if it is counted from this one. */
  public Instant until(Instant since, WorkingDays days) {
    Instant end = days.after(since, keep);
    return toYearEnd
        ? days.endOf(days.lastDayBefore(end).with(TemporalAdjusters.lastDayOfYear()))
        : end;
  }

  /** What the time is counted from. */
  public enum From {
    CREATED,
    DECIDED,
    ENDED
  }

  /** Kinds of data that a pack must speak of. */
  public enum Kind {
    /** What is filled in and not sent, since its last change; its copies go after 31 days. */
    DRAFT,
    IDENTITY_COPY,
    SUBSCRIBER,
    CASE,
    /** The holder's words about a charge that they disputed, once it is settled. */
    DISPUTE,
    LEDGER,
    CERTIFICATE,
    NOTICE,
    CODE,
    ACCESS_LOG
  }
}
