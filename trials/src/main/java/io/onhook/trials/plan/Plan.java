package io.onhook.trials.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is tried with one line: who asks for its end, what is said to it, and what goes wrong
 * meanwhile. Everything follows from the seed.
 *
 * @param seed of this plan alone
 * @param way how its end is asked for
 * @param daysAhead so many days from the request the line is to end; 0 for as soon as possible
 * @param situation of the line, as the sandbox calls it
 * @param review what the reviewer says
 * @param settle what is said of a final bill that differs from the quote
 * @param refundAccount token of the account to which a credit goes; null for the way it was paid
 * @param pays whether dues are paid
 * @param repeats how often the same request is sent once more, with the same key
 * @param lateUsage fen that are rated after the request; 0 for none
 * @param retraction when it is taken back; null if it is not
 * @param persons how often somebody has a parked step run again before the case stays parked
 * @param faults what the operator's systems do wrong for this line
 * @param beside what else is asked about this line
 */
public record Plan(
    long seed,
    Way way,
    int daysAhead,
    String situation,
    Verdict review,
    Verdict settle,
    @Nullable String refundAccount,
    boolean pays,
    int repeats,
    int lateUsage,
    @Nullable Retraction retraction,
    int persons,
    List<Fault> faults,
    List<Beside> beside) {

  /** What else is asked about a line, beside its end. */
  public enum Beside {
    /** Somebody who has not signed in says that it is theirs by right, or was never opened. */
    REPORT,
    /** A charge of an open bill is disputed before, rightly. */
    DISPUTE,
    /** The same, and it turns out to be owed. */
    DISPUTE_IN_VAIN,
    /** What is bundled with it ends with it. */
    BUNDLE_ENDS,
    /** What is bundled with it goes on by itself. */
    BUNDLE_STAYS,
    /** Its SIM is lost: it is barred by itself while its end is on its way, and found again. */
    LOST_AND_FOUND,
    /** The same, but it is found when the end has barred the line too, if that comes at all. */
    LOST_AND_FOUND_LATE,
    /** Its SIM stays lost. */
    LOST,
    /** A new operator redeems its holder's code while the request waits for its review. */
    SWITCHED,
    /** The same just before the bar. */
    SWITCHED_LATE,
    /** What is owed is paid at a window. */
    PAID_AT_WINDOW,
    /** Its holder sends a picture of a paper along. */
    PAPER,
    /** Its holder takes a number at a store. */
    TICKET,
    /** Billing has an amount in a currency that nothing is reckoned in. */
    OTHER_CURRENCY;

    public boolean lost() {
      return this == LOST_AND_FOUND || this == LOST_AND_FOUND_LATE || this == LOST;
    }

    public boolean bundle() {
      return this == BUNDLE_ENDS || this == BUNDLE_STAYS;
    }

    public boolean dispute() {
      return this == DISPUTE || this == DISPUTE_IN_VAIN;
    }

    /** The situation of a line for which this can be asked, as the sandbox calls it. */
    public String situation(String otherwise) {
      return bundle()
          ? "bundle"
          : dispute() ? "arrears" : this == PAID_AT_WINDOW ? "plain-004" : otherwise;
    }
  }

  /** How the end of a line is asked for. */
  public enum Way {
    /** By a program, which answers for its holder. */
    REQUEST,
    /** By its holder online, who has a code for exactly that; a thief tries before without one. */
    ONLINE,
    /** By somebody who has not signed in; it is matched by itself. */
    DECLARATION,
    /** The same for an important reason, which a person looks at. */
    DECLARATION_AT_ONCE;

    public boolean declared() {
      return this == DECLARATION || this == DECLARATION_AT_ONCE;
    }
  }

  /** What a person says who decides. */
  public enum Verdict {
    APPROVE,
    APPROVE_TWICE,
    /** Something is missing; the holder says nothing to it, and it is approved all the same. */
    ASK_FIRST,
    /** An owner objects, it is approved all the same, and two people let it go on. */
    OBJECTED,
    /** An owner objects, it is approved all the same, and one person takes it back. */
    OBJECTED_RIGHTLY,
    REFUSE,
    NOBODY;

    public boolean objected() {
      return this == OBJECTED || this == OBJECTED_RIGHTLY;
    }
  }

  /**
   * Taking it back.
   *
   * @param at the step at which the case is seen
   * @param afterHop whether the clock is moved over the wait first, so that it meets running steps
   * @param pauseMillis how long after that, in real time
   * @param times two for a doubled request
   */
  public record Retraction(String at, boolean afterHop, int pauseMillis, int times) {}

  /**
   * One misbehaviour of the sandbox.
   *
   * @param mode as the sandbox calls it; {@code opaque} makes the operation one that knows no keys
   *     and can't be asked
   */
  public record Fault(String operation, String mode, int times, String after) {
    @Override
    public String toString() {
      return operation + ":" + mode + (times > 1 ? "×" + times : "");
    }
  }

  /** The same with other faults. */
  public Plan with(List<Fault> others) {
    return new Plan(
        seed,
        way,
        daysAhead,
        situation,
        review,
        settle,
        refundAccount,
        pays,
        repeats,
        lateUsage,
        retraction,
        persons,
        others,
        beside);
  }

  /** The same with something else asked beside. */
  public Plan beside(List<Beside> others) {
    return new Plan(
        seed,
        way,
        daysAhead,
        situation,
        review,
        settle,
        refundAccount,
        pays,
        repeats,
        lateUsage,
        retraction,
        persons,
        faults,
        others);
  }

  /** The step at which a new operator redeems the holder's code; null if none does. */
  public @Nullable String switchedAt() {
    return beside.contains(Beside.SWITCHED)
        ? "review"
        : beside.contains(Beside.SWITCHED_LATE) ? "last-words" : null;
  }

  /** Where a credit goes: who declares the end names no account. */
  public @Nullable String payee() {
    return way.declared() ? null : refundAccount;
  }

  /** The same without what is done to it beside its faults, where that is something. */
  public Plan plain() {
    return new Plan(
        seed,
        way,
        daysAhead,
        situation,
        review,
        settle,
        refundAccount,
        pays,
        0,
        0,
        null,
        persons,
        faults,
        beside);
  }
}
