package io.onhook.cancellation;

import io.onhook.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is not fixed yet when a quote is made: use until the end, and the end itself.
 *
 * @param usage what use may come to; null where the operator has rated none
 * @param choices ends that can be asked for, with what each costs, the earliest first; one only
 *     where there is no choice
 */
public record Outlook(@Nullable Usage usage, List<EndChoice> choices) {
  /**
   * Use beyond the plan, as it may go on.
   *
   * @param perDay what was rated in this period so far, by the day
   * @param soFar what was rated in this period
   * @param days how many days are left until the end
   * @param estimate what the rest of the days may come to at this rate
   * @param cap at most this can be charged, where the operator says so; a prepaid line can use up
   *     its balance and no more
   */
  public record Usage(Money perDay, Money soFar, long days, Money estimate, @Nullable Money cap) {}

  /**
   * An end that can be asked for.
   *
   * @param key why this day: {@code earliest}, {@code period-end}, {@code term-end}, {@code
   *     instalments-end}
   * @param lastDay the last day on which the line works
   * @param fees what is asked for leaving then
   * @param refundBy until when money is back; null where none is
   */
  public record EndChoice(
      String key,
      LocalDate lastDay,
      Money fees,
      Money toPay,
      Money toRefund,
      @Nullable Instant refundBy) {}
}
