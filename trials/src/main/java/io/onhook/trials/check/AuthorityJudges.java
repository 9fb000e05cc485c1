package io.onhook.trials.check;

import io.onhook.trials.check.Evidence.Case;
import io.onhook.trials.check.Evidence.Entry;
import io.onhook.trials.check.Evidence.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Judges who proved what before a case began, and who may let it go on after an objection. */
final class AuthorityJudges {
  private static final Duration FRESH = Duration.ofHours(1);
  private static final String OBJECTION = "objection-";
  private static final String SETTLED = "objection-settled-";

  private AuthorityJudges() {}

  /**
   * A holder's request that came online has a code behind it: to the line or to another contact of
   * the account, fresh, never one that confirmed another request, and never a thief's, which are
   * for other content, old, or of a contact that proves too little.
   */
  static void confirmed(Facts facts, Judges judge) {
    Set<String> used = new HashSet<>();
    facts
        .cancellations()
        .forEach(
            it -> {
              JsonNode code = it.state().path("applicant").path("confirmation");
              boolean given = code.isObject();
              Optional<Request> request = facts.request(it);
              boolean online =
                  it.state().path("applicant").path("way").asString("").equals("web")
                      && request.filter(at -> at.submittedBy().startsWith("holder")).isPresent();
              if (online && !given) {
                judge.violated(it, "a holder asked online, and proved nothing");
              }
              if (!given || request.isEmpty()) {
                return;
              }
              String id = code.path("id").asString();
              if (!used.add(id)) {
                judge.violated(it, "its code had confirmed another request");
              }
              if (id.startsWith("thief")) {
                judge.violated(it, "a thief's code confirmed it");
              }
              Instant at = Instant.parse(code.path("at").asString());
              Instant received = request.get().receivedAt();
              if (at.isAfter(received) || at.plus(FRESH).isBefore(received)) {
                judge.violated(it, "its code came back at %s, it at %s", at, received);
              }
              if (code.path("kind").asString().equals("STEP_UP")
                  && code.path("content").asString("").isEmpty()) {
                judge.violated(it, "its code is bound to nothing");
              }
            });
  }

  /** From an objection on, until two people have said that it is none, only undoing has effects. */
  static void twoPeopleAfterAnObjection(Facts facts, Judges judge) {
    facts
        .cancellations()
        .forEach(
            it -> {
              Set<String> open = new HashSet<>();
              for (Entry entry : facts.journal(it)) {
                if (entry.kind().equals("signal") && entry.step().startsWith(SETTLED)) {
                  String contact = entry.step().substring(SETTLED.length());
                  open.remove(contact);
                  int people = people(facts, it, contact);
                  if (people < 2) {
                    judge.violated(it, "%d people let it go on after an objection", people);
                  }
                } else if (entry.kind().equals("signal") && entry.step().startsWith(OBJECTION)) {
                  open.add(entry.step().substring(OBJECTION.length()));
                }
                if (!open.isEmpty() && isBehindTheEndDate(entry.effect())) {
                  judge.violated(it, "%s was begun in spite of an objection", entry.effect());
                }
              }
            });
  }

  /** What is announced in the operator's books can be taken back; all later ones touch the line. */
  private static boolean isBehindTheEndDate(String effect) {
    return !effect.isEmpty() && !effect.endsWith("-announce-end") && !effect.endsWith("-undo");
  }

  private static int people(Facts facts, Case it, String contact) {
    return facts
        .child("objection", it.key() + "/" + contact)
        .map(
            objection ->
                facts.evidence.verdicts().stream()
                    .filter(verdict -> verdict.caseId() == objection.id() && verdict.approved())
                    .map(Evidence.Verdict::staff)
                    .collect(Collectors.toSet())
                    .size())
        .orElse(0);
  }
}
