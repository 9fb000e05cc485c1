package io.onhook.cancellation;

import io.onhook.policy.FeeSpec;
import io.onhook.policy.Pack;
import io.onhook.policy.WorkingDays;
import io.onhook.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The fee for leaving before a term is over. Pure. */
final class LeavingFee {
  private LeavingFee() {}

  /**
   * @param said what the operator's inventory says; null counts as no fee
   * @param endsAt when the line ends, before the term does
   * @param lastDay last day of the term
   */
  static Money of(FeeSpec fee, @Nullable Money said, Pack pack, Instant endsAt, LocalDate lastDay) {
    long part =
        switch (fee.basis()) {
          case OPERATOR -> said == null ? 0 : said.minor();
          case FIXED -> fee.minor();
          case PER_MONTH_LEFT ->
              Math.multiplyExact(fee.minor(), monthsLeft(pack.days(), endsAt, lastDay));
        };
    long all = Math.addExact(part, fee.plus());
    return Money.of(pack.currency(), fee.cap() == null ? all : Math.min(all, fee.cap()));
  }

  /** Months from the end of the line to the end of the term, a begun one counting whole. */
  private static long monthsLeft(WorkingDays days, Instant endsAt, LocalDate lastDay) {
    LocalDate from = days.lastDayBefore(endsAt);
    long whole = ChronoUnit.MONTHS.between(from, lastDay);
    return from.plusMonths(whole).isBefore(lastDay) ? whole + 1 : whole;
  }
}
