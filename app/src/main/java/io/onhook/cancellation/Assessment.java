package io.onhook.cancellation;

import io.onhook.cancellation.Eligibility.BillToSee;
import io.onhook.cancellation.Eligibility.Needed;
import io.onhook.cancellation.Eligibility.PaperNeeded;
import io.onhook.cancellation.Eligibility.UnusedPlan;
import io.onhook.cancellation.Eligibility.Verdict;
import io.onhook.line.Line;
import io.onhook.policy.Acting;
import io.onhook.policy.EndDate;
import io.onhook.policy.GateEffect;
import io.onhook.policy.MoneyRule.RefundWay;
import io.onhook.policy.Pack;
import io.onhook.policy.Paper;
import io.onhook.policy.Text;
import io.onhook.policy.Wording;
import io.onhook.settlement.Ending;
import io.onhook.settlement.Quote;
import io.onhook.settlement.QuoteCalculator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts findings, quote, end date and needs together to one answer. Pure. */
final class Assessment {
  private final Pack pack;
  private final Standing standing;
  private final Instant now;

  Assessment(Pack pack, Standing standing, Instant now) {
    this.pack = pack;
    this.standing = standing;
    this.now = now;
  }

  /**
   * @param askedFor the last day that the holder asks for; null for the earliest
   */
  Eligibility assess(@Nullable LocalDate askedFor) {
    EndDate wished = endDate(askedFor, List.of());
    List<GateFinding> moving =
        GateJudge.judge(pack, standing, now, wished.at()).stream()
            .filter(finding -> finding.effect() == GateEffect.MOVES_END_DATE)
            .toList();
    List<LocalDate> movedTo =
        moving.stream()
            .map(GateFinding::freeAt)
            .filter(Objects::nonNull)
            .map(pack.days()::lastDayBefore)
            .toList();
    EndDate end = endDate(askedFor, movedTo);
    // A gate that moved the end is told although the moved end satisfies it.
    List<GateFinding> findings =
        Stream.concat(
                GateJudge.judge(pack, standing, now, end.at()).stream()
                    .filter(finding -> finding.effect() != GateEffect.MOVES_END_DATE),
                moving.stream())
            .sorted(Comparator.comparing(GateFinding::effect))
            .toList();
    Quote quote = quote(findings, end.at());
    return new Eligibility(
        verdict(findings),
        findings,
        quote,
        possibleFrom(findings),
        end.at(),
        unused(end.lastDay()),
        needed(quote));
  }

  /** The quote for these findings: their fees are in it. */
  Quote quote(List<GateFinding> findings, Instant endsAt) {
    Ending ending = new Ending(endsAt, standing.line().periodEndsOn());
    return new QuoteCalculator(pack)
        .quote(standing.bills(), fees(findings), standing.disputed(), ending, now);
  }

  static List<Quote.Fee> fees(List<GateFinding> findings) {
    return findings.stream()
        .filter(finding -> finding.effect() == GateEffect.COSTS)
        .flatMap(
            finding ->
                finding.amount() == null || finding.amount().isZero()
                    ? Stream.empty()
                    : Stream.of(
                        new Quote.Fee(
                            finding.gate().key(),
                            finding.title(),
                            finding.rule(),
                            finding.amount())))
        .toList();
  }

  private EndDate endDate(@Nullable LocalDate askedFor, List<LocalDate> movedTo) {
    return EndDate.of(pack, now, askedFor, standing.line().periodEndsOn(), movedTo);
  }

  private static Verdict verdict(List<GateFinding> findings) {
    if (findings.stream().anyMatch(GateFinding::bars)) {
      return possibleFrom(findings) == null ? Verdict.CANNOT : Verdict.CAN_LATER;
    }
    if (!fees(findings).isEmpty()) {
      return Verdict.CAN_FOR_A_FEE;
    }
    boolean moved = findings.stream().anyMatch(f -> f.effect() == GateEffect.MOVES_END_DATE);
    return moved ? Verdict.CAN_LATER : Verdict.CAN;
  }

  /** When the last blocking gate has opened by itself; null if there is none or one never does. */
  private static @Nullable Instant possibleFrom(List<GateFinding> findings) {
    Instant last = null;
    for (GateFinding finding : findings) {
      if (!finding.bars()) {
        continue;
      }
      Instant free = finding.freeAt();
      if (free == null) {
        return null;
      }
      last = last == null || free.isAfter(last) ? free : last;
    }
    return last;
  }

  /** The period in which the line ends is the running one, or that of a later month. */
  private @Nullable UnusedPlan unused(LocalDate lastDay) {
    Line line = standing.line();
    LocalDate running = line.periodEndsOn();
    if (running == null) {
      return null;
    }
    LocalDate ends = running;
    for (int months = 1; ends.isBefore(lastDay); months++) {
      ends = running.plusMonths(months);
    }
    long left = ChronoUnit.DAYS.between(lastDay, ends);
    Text rule = pack.wording(Wording.UNUSED_PLAN);
    return left == 0
        ? null
        : new UnusedPlan(line.planName(), line.unlimited(), line.throttled(), left, rule);
  }

  Needed needed(Quote quote) {
    Acting.Rule rule = pack.actors().get(standing.acting());
    List<Paper> listed = rule == null ? List.of() : rule.papers();
    List<PaperNeeded> papers =
        listed.stream().filter(paper -> isNeeded(paper, listed, quote)).map(this::paper).toList();
    List<BillToSee> bills =
        standing.bills().stream()
            .filter(bill -> !bill.due().isZero())
            .map(bill -> new BillToSee(bill.id(), bill.due(), bill.billedAt()))
            .toList();
    List<Text> advice =
        Stream.of(Wording.BACK_UP, Wording.UNBIND, Wording.SIM, Wording.NUMBER, Wording.KEEP_PROOF)
            .map(pack::wording)
            .filter(text -> !text.isEmpty())
            .toList();
    return new Needed(
        papers, Copies.needed(pack, standing.line(), standing.acting()), bills, advice);
  }

  private boolean isNeeded(Paper paper, List<Paper> listed, Quote quote) {
    Line line = standing.line();
    return switch (paper) {
      case RESIDENT_ID, PASSPORT, IDENTITY_CARD, COMPANY_REGISTRATION ->
          isRegistered(paper, listed);
      case BANK_CARD ->
          quote.toRefund().isPositive() && pack.money().refundWays().contains(RefundWay.BANK_CARD);
      case SIM -> line.sim() == Line.SimKind.SIM;
      case ESIM -> line.sim() == Line.SimKind.ESIM;
      case BILLS -> standing.bills().stream().anyMatch(bill -> !bill.due().isZero());
      case AGENT_ID,
          AUTHORISATION,
          INTRODUCTION_LETTER,
          DEATH_CERTIFICATE,
          KINSHIP_PROOF,
          GUARDIANSHIP_PROOF ->
          true;
    };
  }

  /** Only the document that the holder is registered with; any listed one if it is another. */
  private boolean isRegistered(Paper paper, List<Paper> listed) {
    String registered = standing.line().holder().documentKind();
    boolean known =
        listed.stream().anyMatch(p -> p.isHolderIdentity() && p.key().equals(registered));
    return !known || paper.key().equals(registered);
  }

  private PaperNeeded paper(Paper paper) {
    Paper.Rule words = pack.papers().get(paper);
    return words == null
        ? new PaperNeeded(paper, Text.NONE, Text.NONE)
        : new PaperNeeded(paper, words.title(), words.text());
  }
}
