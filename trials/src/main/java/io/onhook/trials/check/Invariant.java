package io.onhook.trials.check;

import java.util.List;
import java.util.stream.Stream;

/** The invariants of docs/trust.md that are judged, each with its number there. */
public enum Invariant {
  APPROVED_FIRST(
      1, "every effect has an earlier approval of its case", RecordJudges::approvedFirst),
  NOBODY_APPROVES_THEIR_OWN(2, "approver ≠ maker", RecordJudges::nobodyApprovesTheirOwn),
  CONFIRMED(
      4,
      "a code just before the submit is fresh, single-use, and for that content",
      AuthorityJudges::confirmed),
  TWO_PEOPLE_AFTER_AN_OBJECTION(
      5,
      "after an objection nothing takes effect without two people",
      AuthorityJudges::twoPeopleAfterAnObjection),
  DELETED_AT_MOST_ONCE(6, "a line is deprovisioned at most once", NetworkJudges::deletedAtMostOnce),
  ONLY_OWN_SIMS(7, "only the case's own SIM is touched", NetworkJudges::onlyOwnSims),
  NEVER_TOO_EARLY(8, "nothing before the window and the end date", NetworkJudges::neverTooEarly),
  BARS_LIFTED_OR_COMPLETED(
      10,
      "a bar is lifted to what it was, or ends in completion",
      NetworkJudges::barsAreLiftedOrCompleted),
  REFUNDS_ADD_UP(12, "refunds add up to the final credit, once", MoneyJudges::refundsAddUp),
  BILL_BEFORE_MONEY(13, "no instruction before the final bill", MoneyJudges::billBeforeMoney),
  RETRIES_IDENTICAL(14, "a retry is the same to the byte", MoneyJudges::retriesAreIdentical),
  ONE_INSTRUCTION(15, "unknown never yields a second instruction", MoneyJudges::oneInstruction),
  STATEMENT_IS_INSTRUCTION(
      17, "statement and instruction match", MoneyJudges::statementAndInstructionMatch),
  PAYEE_AS_NAMED(
      18, "the payee is the account named, the amount above zero", MoneyJudges::payeeIsTheOneNamed),
  NUMBERS_GO_THEIR_WAY(
      19, "active, at rest, free, and nothing else", NetworkJudges::numbersGoTheirWay),
  NUMBERS_REST(20, "no number is free before its rest is over", NetworkJudges::numbersRestToTheEnd),
  ONE_OWNER(21, "a number has one owner", NetworkJudges::oneOwnerOfANumber),
  CERTIFICATE_MEANS_ENDED(
      22,
      "a certificate stands exactly where a line has ended",
      RecordJudges::certificateMeansEnded),
  NOTHING_DELETED(24, "revoking never deletes", RecordJudges::nothingCanBeDeleted),
  INTENT_FIRST(25, "keys are unique, the intent is stored first", ExecutionJudges::intentFirst),
  ONE_EFFECT(26, "each remote effect is one intent's", ExecutionJudges::oneEffectEach),
  ALONG_THE_GRAPH(
      27, "transitions follow the process, without gaps", ExecutionJudges::alongTheGraph),
  ONLY_THE_OWNER(28, "a stale fencing token changes nothing", ExecutionJudges::onlyTheOwnerWrites),
  ONE_ANSWER(30, "same key and content, same answer", RecordJudges::oneAnswerToAKey),
  ACCEPTED_IS_KEPT(31, "what was accepted is durable", RecordJudges::acceptedIsKept),
  STAYS_ON_VERSION(32, "a case stays on its process version", ExecutionJudges::staysOnItsVersion),
  RETRACTED_STAYS(
      33, "after a retraction nothing but the undoing", ExecutionJudges::retractedStaysRetracted),
  ONE_OPEN_CASE(34, "one open case of a line", RecordJudges::oneOpenCaseOfALine),
  DEAD_TIMERS(35, "cancelled timers never fire", ExecutionJudges::deadTimersStaySilent),
  CHAIN_HOLDS(36, "the hash chains hold", RecordJudges::theProofHolds),
  ONE_ENTRY(37, "each state and effect has one entry", RecordJudges::oneEntryEach),
  NOTHING_LEAKS(
      38, "no number, document, account or address in journal or log", RecordJudges::nothingLeaks),
  PAPERS_ERASED(
      39,
      "a paper's key is destroyed when its time is over, and not before",
      RecordJudges::papersAreErasedInTime),
  CALLED_ONCE_IN_ORDER(
      40,
      "no ticket is called twice, and who is called was first by the rules",
      QueueJudge::calledOnceInOrder),
  COMES_TO_REST(
      41, "every case ends or visibly waits for a person", ExecutionJudges::everythingComesToRest),
  SILENT_AFTER_END(42, "nothing is sent to an ended number", NetworkJudges::nothingAfterTheEnd);

  private final int number;
  private final String text;
  private final Judges.Judge judge;

  Invariant(int number, String text, Judges.Judge judge) {
    this.number = number;
    this.text = text;
    this.judge = judge;
  }

  /** In docs/trust.md. */
  public int number() {
    return number;
  }

  public String text() {
    return text;
  }

  /** What of this evidence violates it. */
  public List<Violation> judge(Evidence evidence) {
    return judge(new Facts(evidence));
  }

  private List<Violation> judge(Facts facts) {
    var judges = new Judges(number, facts);
    judge.accept(facts, judges);
    return judges.found();
  }

  /** What of this evidence violates any. */
  public static List<Violation> judgeAll(Evidence evidence) {
    var facts = new Facts(evidence);
    return Stream.of(values()).flatMap(invariant -> invariant.judge(facts).stream()).toList();
  }

  /** Those that wait for a part that the product does not have yet, and for which. */
  public static List<String> waiting() {
    return List.of(
        "3 (changing the payout account; nobody can, once it is sent)",
        "9 (port-out)",
        "11 (ledger)",
        "16 (paying a returned refund again; it waits for a person today)",
        "23 (judged by the certificate's own tests)",
        "29 (callbacks; the product asks today)");
  }
}
