package io.onhook.cancellation;

import io.onhook.line.Line;
import io.onhook.policy.Acting;
import io.onhook.policy.Pack;
import io.onhook.policy.Paper;
import io.onhook.policy.Text;
import io.onhook.settlement.Bill;
import io.onhook.settlement.Quote;
import io.onhook.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a line can be ended now, all that stands before it, and all that is needed.
 *
 * @param verdict in one word
 * @param findings every gate that has something to say, blocking ones first
 * @param quote what it would cost and bring back now
 * @param possibleFrom when the last blocking gate opens by itself; null where there is none or one
 *     does not
 * @param endsAt when the line would end if it were asked for now
 * @param unused what of the plan would be left over; null where nothing would
 * @param needed what to have at hand
 */
public record Eligibility(
    Verdict verdict,
    List<GateFinding> findings,
    Quote quote,
    @Nullable Instant possibleFrom,
    Instant endsAt,
    @Nullable UnusedPlan unused,
    Needed needed) {
  /**
   * Judges every gate, reckons the quote and lists what is needed.
   *
   * @param now when it is asked; deadlines count from here
   * @param askedFor the last day on which the line shall work; null for the earliest end
   */
  public static Eligibility assess(
      Pack pack, Standing standing, Instant now, @Nullable LocalDate askedFor) {
    return new Assessment(pack, standing, now).assess(askedFor);
  }

  /**
   * What somebody who acts in this role needs for this line.
   *
   * @param quote the quote: a card is needed only where something comes back
   */
  public static Needed needed(Pack pack, Line line, List<Bill> bills, Quote quote, Acting acting) {
    return new Assessment(pack, Standing.ofHolder(line, bills).as(acting), quote.madeAt())
        .needed(quote);
  }

  /** The answer in one word. */
  public enum Verdict {
    CAN,
    /** It can be ended now for a fee. */
    CAN_FOR_A_FEE,
    /** Not now, but it opens by itself; or it can be asked for and ends later. */
    CAN_LATER,
    /** Not before something is done about it. */
    CANNOT
  }

  /**
   * What of a plan is left over when the line ends within its period.
   *
   * @param plan the plan's name
   * @param unlimited whether its data is unlimited
   * @param throttled whether it is slowed down after some amount
   * @param daysLeft whole days of the period after the line's last day, from 1
   * @param rule what becomes of them, in the pack's words
   */
  public record UnusedPlan(
      String plan, boolean unlimited, boolean throttled, long daysLeft, Text rule) {}

  /**
   * What to have at hand.
   *
   * @param papers to bring or upload
   * @param copies of which papers a request that is made online needs a copy
   * @param bills to look at
   * @param advice to follow before the end: back-up, unbinding accounts, the SIM
   */
  public record Needed(
      List<PaperNeeded> papers,
      List<CopyNeeded> copies,
      List<BillToSee> bills,
      List<Text> advice) {}

  /** One paper, in the pack's words. */
  public record PaperNeeded(Paper paper, Text title, Text text) {}

  /** One open bill. */
  public record BillToSee(String id, Money due, Instant billedAt) {}

  /** Whether a request can be submitted now. */
  public boolean canBeAsked() {
    return findings.stream().noneMatch(GateFinding::bars);
  }
}
