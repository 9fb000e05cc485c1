package io.onhook.trials.check;

import io.onhook.trials.check.Evidence.Case;
import io.onhook.trials.check.Evidence.Entry;
import io.onhook.trials.check.Evidence.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Judges what people were promised, and what is kept of it: requests, decisions, proofs, journal.
 */
final class RecordJudges {
  private RecordJudges() {}

  /**
   * What can't be undone, or costs money, has an approval before it; where a code was redeemed, the
   * holder's word to the new operator is enough.
   */
  static void approvedFirst(Facts facts, Judges judge) {
    facts
        .cancellations()
        .forEach(
            it -> {
              Set<Integer> approvals = new HashSet<>();
              boolean approved = false;
              for (Entry entry : facts.journal(it)) {
                if (entry.kind().equals("signal")
                    && entry.step().equals("review")
                    && entry.detail().path("approved").asBoolean(false)) {
                  approvals.add(entry.sequence());
                }
                if (entry.kind().equals("done") && entry.step().equals("review")) {
                  approved =
                      entry
                          .detail()
                          .path("used")
                          .valueStream()
                          .anyMatch(used -> approvals.contains(used.asInt()));
                }
                if (!entry.effect().isEmpty() && !approved && !facts.switches(it)) {
                  judge.violated(it, "%s was begun without an approval", entry.effect());
                }
              }
            });
  }

  static void nobodyApprovesTheirOwn(Facts facts, Judges judge) {
    Map<Long, Case> cases = new HashMap<>();
    facts.cancellations().forEach(it -> cases.put(it.id(), it));
    for (Evidence.Verdict verdict : facts.evidence.verdicts()) {
      Case it = cases.get(verdict.caseId());
      if (it != null
          && facts
              .request(it)
              .filter(request -> request.submittedBy().endsWith(":" + verdict.staff()))
              .isPresent()) {
        judge.violated(it, "%s decided their own request", verdict.staff());
      }
    }
  }

  /** Erased is what is due, and nothing else; and what a case has no use for any more is due. */
  static void papersAreErasedInTime(Facts facts, Judges judge) {
    Set<String> over = new HashSet<>();
    facts.evidence.requests().stream()
        .filter(request -> request.endedAt() != null)
        .forEach(request -> over.add(request.reference()));
    // By how much a node's clock may have been behind when it looked last.
    Instant now = facts.evidence.now().minusSeconds(10);
    for (Evidence.Paper paper : facts.evidence.papers()) {
      Instant due = paper.dueAt();
      boolean isDue = !paper.known() || (due != null && !due.isAfter(now));
      if (isDue && (paper.key() || paper.pages() > 0)) {
        judge.violated(paper.id(), "its time was over at %s, and it can be read", due);
      } else if (paper.known()
          && !paper.key()
          && (due == null || due.isAfter(now.plusSeconds(20)))) {
        judge.violated(paper.id(), "it is erased, and was due at %s", due);
      } else if (due == null && over.contains(String.valueOf(paper.reference()))) {
        judge.violated(paper.id(), "its case is over, and it has no day");
      }
    }
  }

  /** A certificate stands exactly where a line has ended. */
  static void certificateMeansEnded(Facts facts, Judges judge) {
    Map<String, Long> standing = new HashMap<>();
    facts.evidence.proofs().stream()
        .filter(proof -> proof.kind().equals("certificate") && !proof.revoked())
        .forEach(proof -> standing.merge(proof.reference(), 1L, Long::sum));
    facts
        .cancellations()
        .forEach(
            it -> {
              long proofs = standing.getOrDefault(it.key(), 0L);
              boolean completed = it.ended("completed");
              if (proofs > 1) {
                judge.violated(it, "%d certificates stand", proofs);
              }
              if (completed && proofs == 0) {
                judge.violated(it, "it is completed, and has no certificate");
              }
              if (proofs > 0 && facts.subject(it).isPresent()) {
                String imsi = facts.subject(it).get().imsi();
                String line = facts.subject(it).get().line();
                boolean contract =
                    facts
                        .book("product", line)
                        .filter(doc -> doc.path("status").asString("").equals("terminated"))
                        .isPresent();
                if (facts.book("subscriber", imsi).isPresent() || !contract) {
                  judge.violated(it, "a certificate stands, and the line has not ended");
                }
              }
            });
  }

  /** The same key and content has one answer, whoever asks how often. */
  static void oneAnswerToAKey(Facts facts, Judges judge) {
    Map<String, String> first = new HashMap<>();
    for (Evidence.Answer answer : facts.evidence.answers()) {
      String before = first.putIfAbsent(answer.key() + " " + answer.body(), answer.told());
      if (before != null && !before.equals(answer.told())) {
        judge.violated(answer.body(), "key %s had two answers", answer.key());
      }
    }
  }

  /** What was accepted is there, whatever died afterwards. */
  static void acceptedIsKept(Facts facts, Judges judge) {
    Set<String> kept = new HashSet<>();
    facts
        .cancellations()
        .filter(it -> facts.request(it).isPresent())
        .forEach(it -> kept.add(it.key()));
    // A declaration waits for its line; from then on it is a cancellation like any other.
    // What a code was redeemed for waits until the other case is taken back.
    facts
        .all()
        .filter(it -> it.is("declaration") || it.is("switch-over"))
        .filter(it -> !it.ended("completed"))
        .forEach(it -> kept.add(it.key()));
    for (Evidence.Promise promise : facts.evidence.promises()) {
      if (!kept.contains(promise.reference())) {
        judge.violated(
            promise.subject().line(), "%s was accepted and is lost", promise.reference());
      }
    }
  }

  static void oneOpenCaseOfALine(Facts facts, Judges judge) {
    Map<String, List<Request>> byLine = new TreeMap<>();
    facts
        .evidence
        .requests()
        .forEach(it -> byLine.computeIfAbsent(it.line(), unused -> new ArrayList<>()).add(it));
    Duration back = facts.clockMovedBack();
    byLine.forEach(
        (line, requests) -> {
          requests.sort(Comparator.comparingLong(Request::caseId));
          for (int i = 1; i < requests.size(); i++) {
            Instant ended = requests.get(i - 1).endedAt();
            if (ended == null || ended.isAfter(begunAt(facts, requests.get(i)).plus(back))) {
              judge.violated(line, "two cases were open at once");
            }
          }
        });
    Set<String> open = new HashSet<>(facts.evidence.openLines());
    for (Request request : facts.evidence.requests()) {
      if (open.contains(request.line()) != (request.endedAt() == null)
          && byLine.getOrDefault(request.line(), List.of()).size() == 1) {
        judge.violated(
            request.line(),
            "the claim on the line says otherwise than the request: ended %s",
            request.endedAt());
      }
    }
  }

  /** What a code was redeemed for is received before the other case ends, and begins after it. */
  private static Instant begunAt(Facts facts, Request request) {
    return facts.journal(request.caseId()).stream()
        .map(Entry::at)
        .findFirst()
        .orElse(request.receivedAt());
  }

  static void theProofHolds(Facts facts, Judges judge) {
    facts.evidence.chainFindings().forEach(finding -> judge.violated("", "%s", finding));
  }

  /** As many entries as the case's version says, and one for each effect that was done. */
  static void oneEntryEach(Facts facts, Judges judge) {
    facts
        .all()
        .forEach(
            it -> {
              int entries = facts.journal(it).size();
              if (entries != it.sequence()) {
                judge.violated(it, "its version is %d, its entries are %d", it.sequence(), entries);
              }
              Map<String, Long> done = new HashMap<>();
              facts.journal(it).stream()
                  .filter(entry -> entry.kind().equals("done") || entry.kind().equals("undone"))
                  .forEach(entry -> done.merge(entry.kind() + " " + entry.step(), 1L, Long::sum));
              done.forEach(
                  (what, times) -> {
                    if (times > 1) {
                      judge.violated(it, "%s stands %d times", what, times);
                    }
                  });
            });
  }

  static void nothingLeaks(Facts facts, Judges judge) {
    facts.evidence.leaks().forEach(leak -> judge.violated("", "%s", leak));
  }

  static void nothingCanBeDeleted(Facts facts, Judges judge) {
    facts
        .evidence
        .canDelete()
        .forEach(table -> judge.violated("", "the running role can change or delete in %s", table));
  }
}
