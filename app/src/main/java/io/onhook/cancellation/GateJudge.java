package io.onhook.cancellation;

import io.onhook.line.Line;
import io.onhook.line.LineId;
import io.onhook.policy.Acting;
import io.onhook.policy.FeeSpec;
import io.onhook.policy.Gate;
import io.onhook.policy.GateEffect;
import io.onhook.policy.GateRule;
import io.onhook.policy.Pack;
import io.onhook.settlement.Bill;
import io.onhook.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges every gate at once, blocking ones first. Pure. Asked for an eligibility check, at
 * submission, and again when the end date has come.
 */
final class GateJudge {
  private final Pack pack;
  private final Standing standing;
  private final Instant now;
  private final Instant endsAt;

  private GateJudge(Pack pack, Standing standing, Instant now, Instant endsAt) {
    this.pack = pack;
    this.standing = standing;
    this.now = now;
    this.endsAt = endsAt;
  }

  /**
   * @param now when it is judged
   * @param endsAt when the line would end: a term that is over by then stands in nobody's way
   */
  static List<GateFinding> judge(Pack pack, Standing standing, Instant now, Instant endsAt) {
    var judge = new GateJudge(pack, standing, now, endsAt);
    var findings = new ArrayList<GateFinding>();
    for (Gate gate : Gate.values()) {
      GateRule rule = pack.gate(gate);
      if (rule.effect() == GateEffect.ABSENT) {
        continue;
      }
      Shut shut = judge.look(gate, rule);
      if (shut != null) {
        findings.add(judge.finding(gate, rule, shut));
      }
    }
    findings.sort(Comparator.comparing(GateFinding::effect));
    return List.copyOf(findings);
  }

  /**
   * Why a gate is shut.
   *
   * @param amount what is owed, or null
   * @param freeAt when it opens by itself, or null
   * @param about names of what it concerns
   */
  private record Shut(@Nullable Money amount, @Nullable Instant freeAt, List<String> about) {
    static final Shut PLAINLY = new Shut(null, null, List.of());
  }

  private @Nullable Shut look(Gate gate, GateRule rule) {
    Line line = standing.line();
    return switch (gate) {
      case PORT_OUT_OPEN -> when(line.portOutOpen());
      case ARREARS -> arrears();
      case PAYMENT_IN_FLIGHT -> when(line.paymentInFlight());
      case PROMO_RENEWS -> when(line.promoRenews());
      // What leaving early would cost is no news to whom this pack does not charge it.
      case CONTRACT_TERM ->
          term(rule, line.termEndsOn(), rule.fee() == null ? null : line.termFee());
      case DEVICE_INSTALMENT -> term(rule, line.instalmentsEndOn(), line.instalmentsOpen());
      case BUNDLE -> undecided(line.bundle());
      case SECONDARY_SIM -> undecided(line.secondaries());
      case IDENTITY_MISMATCH -> when(standing.identity() == Standing.Identity.DIFFERS);
      case REPORTED_STOLEN -> when(line.reportedStolen());
      case DISPUTED -> when(line.disputed());
      case SIM_SWAPPED_RECENTLY -> cooling(rule, line.simSwappedAt());
      case LEGAL_HOLD -> when(line.legalHold());
      case HOLDER_DECEASED -> when(line.holder().deceased() && standing.acting() != Acting.HEIR);
      case COMPANY_LINE -> when(isCompany(line) && standing.acting() != Acting.COMPANY);
      case MANDATE_INVALID -> when(needsMandate() && !mandateIsGood());
      case ALREADY_ENDED -> when(line.status() == Line.Status.TERMINATED);
    };
  }

  private static @Nullable Shut when(boolean shut) {
    return shut ? Shut.PLAINLY : null;
  }

  private @Nullable Shut arrears() {
    List<Bill> unpaid =
        standing.bills().stream()
            .filter(bill -> bill.isAskedFor() && asked(bill).isPositive())
            .toList();
    if (unpaid.isEmpty()) {
      return null;
    }
    Money due = unpaid.stream().map(this::asked).reduce(Money.zero(pack.currency()), Money::plus);
    if (due.minor() <= pack.money().smallWriteOff()) {
      return null; // It will be let go, so it must not stand in the way.
    }
    return new Shut(due, null, unpaid.stream().map(Bill::id).toList());
  }

  /** What of a bill is asked for: what is disputed is set aside. */
  private Money asked(Bill bill) {
    long aside =
        standing.disputed().stream()
            .filter(it -> it.standsOn(bill))
            .mapToLong(it -> it.amount().minor())
            .sum();
    return Money.of(bill.due().currency(), Math.max(0, bill.due().minor() - aside));
  }

  private @Nullable Shut term(GateRule rule, @Nullable LocalDate lastDay, @Nullable Money said) {
    if (lastDay == null) {
      return null;
    }
    Instant over = pack.days().endOf(lastDay);
    if (!endsAt.isBefore(over)) {
      return null;
    }
    Money amount =
        rule.fee() == null ? said : LeavingFee.of(rule.fee(), said, pack, endsAt, lastDay);
    return new Shut(amount, over, List.of());
  }

  private @Nullable Shut undecided(List<Line.Related> related) {
    Set<LineId> decided = standing.decided();
    List<String> open =
        related.stream()
            .filter(product -> !decided.contains(product.id()))
            .map(Line.Related::name)
            .toList();
    return open.isEmpty() ? null : new Shut(null, null, open);
  }

  private @Nullable Shut cooling(GateRule rule, @Nullable Instant since) {
    if (since == null || rule.cooling() == null) {
      return null;
    }
    Instant over = pack.days().after(since, rule.cooling());
    return now.isBefore(over) ? new Shut(null, over, List.of()) : null;
  }

  private static boolean isCompany(Line line) {
    return line.holder().kind() == Line.Holder.Kind.COMPANY;
  }

  private boolean needsMandate() {
    return standing.acting() == Acting.AGENT || standing.acting() == Acting.GUARDIAN;
  }

  private boolean mandateIsGood() {
    Instant until = standing.mandateUntil();
    return until != null && now.isBefore(until);
  }

  private GateFinding finding(Gate gate, GateRule rule, Shut shut) {
    boolean waived =
        rule.effect() == GateEffect.COSTS
            && standing.line().holder().deceased()
            && !pack.money().feesAfterDeath();
    return new GateFinding(
        gate,
        waived ? GateEffect.WARNS : rule.effect(),
        rule.title(),
        rule.rule(),
        rule.remedy(),
        waived ? Money.zero(pack.currency()) : amount(rule, shut),
        shut.freeAt(),
        shut.about(),
        !rule.choices().isEmpty());
  }

  /** A gate without a term of its own can only have a fixed fee. */
  private @Nullable Money amount(GateRule rule, Shut shut) {
    FeeSpec fee = rule.fee();
    if (shut.amount() != null || fee == null || fee.basis() != FeeSpec.Basis.FIXED) {
      return shut.amount();
    }
    return Money.of(pack.currency(), Math.addExact(fee.minor(), fee.plus()));
  }
}
