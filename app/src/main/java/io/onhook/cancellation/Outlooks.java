package io.onhook.cancellation;

import io.onhook.cancellation.Outlook.EndChoice;
import io.onhook.cancellation.Outlook.Usage;
import io.onhook.line.Line;
import io.onhook.policy.EndRule;
import io.onhook.policy.Pack;
import io.onhook.settlement.Quote;
import io.onhook.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reckons what is not fixed yet. Pure. */
final class Outlooks {
  private static final String USAGE = "usage";
  private static final String BALANCE = "prepaid-balance";

  private final Pack pack;
  private final Standing standing;
  private final Instant now;
  private final Instant cool;

  Outlooks(Pack pack, Standing standing, Instant now) {
    this(pack, standing, now, now);
  }

  /**
   * @param cool before this nothing ends, whatever day is asked for
   */
  Outlooks(Pack pack, Standing standing, Instant now, Instant cool) {
    this.cool = cool;
    this.pack = pack;
    this.standing = standing;
    this.now = now;
  }

  Outlook outlook(Eligibility asked) {
    return new Outlook(usage(asked), choices());
  }

  private @Nullable Usage usage(Eligibility asked) {
    Line line = standing.line();
    LocalDate periodEnd = line.periodEndsOn();
    long soFar = sum(USAGE);
    if (periodEnd == null || soFar <= 0) {
      return null;
    }
    LocalDate today = pack.days().dateOf(now);
    LocalDate begin = periodEnd.plusDays(1).minusMonths(1);
    long passed = Math.max(1, ChronoUnit.DAYS.between(begin, today) + 1);
    LocalDate lastDay = pack.days().lastDayBefore(asked.endsAt());
    long left = Math.max(0, ChronoUnit.DAYS.between(today, lastDay));
    long perDay = Math.ceilDiv(soFar, passed);
    return new Usage(
        money(perDay), money(soFar), left, money(Math.multiplyExact(perDay, left)), cap(line));
  }

  private @Nullable Money cap(Line line) {
    return line.plan() == Line.PlanKind.PREPAID
        ? money(Math.max(0, -sum(BALANCE)))
        : line.usageCap();
  }

  /** Of what no bill has yet: it is of the running period. */
  private long sum(String bucket) {
    return standing.bills().stream()
        .filter(bill -> !bill.isAskedFor())
        .flatMap(bill -> bill.charges().stream())
        .filter(charge -> charge.bucket().equals(bucket))
        .mapToLong(charge -> charge.amount().minor())
        .sum();
  }

  private List<EndChoice> choices() {
    var assessment = new Assessment(pack, standing, now);
    var choices = new ArrayList<EndChoice>();
    add(choices, "earliest", assessment.assess(null));
    if (pack.end().at() != EndRule.At.ASKED_FOR) {
      return List.copyOf(choices);
    }
    Line line = standing.line();
    LocalDate latest = pack.days().lastDayBefore(pack.days().after(now, pack.end().longestAhead()));
    Stream.of(
            day("period-end", line.periodEndsOn()),
            day("term-end", line.termEndsOn()),
            day("instalments-end", line.instalmentsEndOn()))
        .flatMap(it -> it)
        .filter(it -> it.on().isAfter(choices.getFirst().lastDay()))
        .filter(it -> !it.on().isAfter(latest))
        .forEach(it -> add(choices, it.key(), assessment.assess(it.on())));
    return List.copyOf(choices);
  }

  private record Day(String key, LocalDate on) {}

  private static Stream<Day> day(String key, @Nullable LocalDate on) {
    return on == null ? Stream.empty() : Stream.of(new Day(key, on));
  }

  private void add(List<EndChoice> choices, String key, Eligibility then) {
    Instant ends = then.endsAt().isBefore(cool) ? cool : then.endsAt();
    LocalDate lastDay = pack.days().lastDayBefore(ends);
    Quote quote = then.quote();
    boolean there = choices.stream().anyMatch(it -> it.lastDay().equals(lastDay));
    if (!there) {
      choices.add(
          new EndChoice(
              key, lastDay, quote.fees(), quote.toPay(), quote.toRefund(), quote.refundBy()));
    }
  }

  private Money money(long minor) {
    return Money.of(pack.currency(), minor);
  }
}
