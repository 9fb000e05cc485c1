package io.onhook.trials.check;

import io.onhook.trials.plan.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All that is judged, gathered once: our tables and journal as their owner reads them, the sandbox
 * operator's journal and its final books, and what the trial itself saw.
 *
 * @param now the product's clock at the end
 * @param installation the prefix of this installation's effect keys
 * @param graph each process's steps by {@code name/version}
 * @param cases running and ended
 * @param entries of the cases' chains, in their order
 * @param operations the operator's journal, in its order
 * @param books the operator's documents at the end, by collection and id
 * @param subjects the lines under trial
 * @param promises accepted requests
 * @param answers all that submissions were answered
 * @param chainFindings what the product's own proof of the journal found
 * @param leaks secrets that stand where they must not
 * @param unfinished cases that neither ended nor visibly wait for a person
 * @param strayWrites changes of a case by a node that did not own it
 * @param papers all that were ever taken in
 * @param turns what happened in the stores' queues, from the beginning on
 * @param tickets all that were ever given out
 * @param canDelete tables of proofs and journal from which the running role could delete
 */
public record Evidence(
    Instant now,
    String installation,
    Map<String, List<Place>> graph,
    List<Case> cases,
    List<Entry> entries,
    List<Request> requests,
    List<Verdict> verdicts,
    List<Number> numbers,
    List<Proof> proofs,
    List<Long> timers,
    List<String> openLines,
    List<Operation> operations,
    Map<String, Map<String, JsonNode>> books,
    List<Subject> subjects,
    List<Promise> promises,
    List<Answer> answers,
    List<String> chainFindings,
    List<String> leaks,
    List<String> unfinished,
    List<String> strayWrites,
    List<Paper> papers,
    List<Turn> turns,
    List<Ticket> tickets,
    List<String> canDelete) {

  /** One place in a process: its kind, and of what kind its undoing is; empty if it has none. */
  public record Place(String name, String kind, String undo) {}

  /**
   * A case at the end.
   *
   * @param phase {@code RUN}, {@code WAIT}, {@code DECISION}, {@code PARKED} or {@code ENDED}
   * @param ending {@code completed}, {@code retracted}, {@code refused:<code>}; null while it runs
   */
  public record Case(
      long id,
      String process,
      String key,
      String phase,
      String step,
      @Nullable String why,
      boolean undoing,
      @Nullable String ending,
      int sequence,
      JsonNode state) {
    public boolean is(String name) {
      return process.startsWith(name + "/");
    }

    public boolean ended(String how) {
      return ending != null && ending.equals(how) && phase.equals("ENDED");
    }
  }

  /** One journal entry of a case. */
  public record Entry(
      long caseId,
      int sequence,
      Instant at,
      String actor,
      String kind,
      String step,
      JsonNode detail) {
    /** The effect key whose intent this entry made durable; empty if none. */
    public String effect() {
      return detail.path("effect").asString("");
    }
  }

  /** A request as the cancellation module keeps it. */
  public record Request(
      String reference,
      long caseId,
      String line,
      String submittedBy,
      Instant receivedAt,
      @Nullable Instant endedAt,
      @Nullable String ending) {}

  /** What a person said. */
  public record Verdict(long caseId, String step, String staff, boolean approved) {}

  /** A number's life. */
  public record Number(
      String msisdn, String state, @Nullable String reference, @Nullable Instant restsUntil) {}

  /** A certificate or receipt. */
  public record Proof(String number, String kind, String reference, boolean revoked) {}

  /** An entry of the operator's journal. */
  public record Operation(
      long sequence,
      Instant at,
      String name,
      String key,
      JsonNode arguments,
      JsonNode result,
      boolean replayed,
      List<Changed> changes) {
    /** Whether it did something. */
    public boolean effective() {
      return !replayed && !changes.isEmpty();
    }
  }

  /** A document of the operator's that an operation changed; null if it was removed. */
  public record Changed(String collection, String id, @Nullable JsonNode document) {}

  /**
   * A paper that was taken in.
   *
   * @param reference of its case; null if it was never sent, or has been forgotten
   * @param dueAt from when on it is kept no longer; null while that is open
   * @param known whether its row is still there
   * @param pages how many sealed pictures there are
   * @param key whether the key to them is there
   */
  public record Paper(
      String id,
      @Nullable String reference,
      @Nullable Instant dueAt,
      boolean known,
      int pages,
      boolean key) {}

  /** An entry of a store's journal. */
  public record Turn(String kind, String subject) {}

  /** A number that somebody took; the subject is how the journal calls it. */
  public record Ticket(
      String subject, long id, String state, boolean priority, Instant takenAt, Instant placeAt) {}

  /** An accepted request. */
  public record Promise(Subject subject, String key, String reference) {}

  /** What a submission with this key and body was told. */
  public record Answer(String key, String body, String told) {}
}
