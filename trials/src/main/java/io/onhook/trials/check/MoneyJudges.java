package io.onhook.trials.check;

import io.onhook.trials.check.Evidence.Case;
import io.onhook.trials.check.Evidence.Operation;
import io.onhook.trials.plan.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Judges what happened to money. */
final class MoneyJudges {
  private MoneyJudges() {}

  /** The refunds of an account that did not come back. */
  private static List<JsonNode> refunds(Facts facts, String account) {
    return facts
        .books("refund")
        .filter(refund -> refund.path("account").path("id").asString("").equals(account))
        .filter(refund -> !refund.path("status").asString("").equals("declined"))
        .toList();
  }

  /** What a cancellation's final statement sends back, in fen. */
  private static long due(Case it) {
    return it.state().path("progress").path("statement").path("toRefund").path("minor").asLong();
  }

  /** A line that a new operator took over had two cases: one of them at most sends money. */
  static void refundsAddUp(Facts facts, Judges judge) {
    for (Subject subject : facts.evidence.subjects()) {
      List<Case> ordered =
          facts.cancellations(subject).stream()
              .filter(it -> facts.child("refund", it.key()).isPresent())
              .toList();
      long due = ordered.stream().mapToLong(MoneyJudges::due).sum();
      long sent =
          refunds(facts, subject.account()).stream()
              .mapToLong(refund -> Facts.fen(refund.path("totalAmount")))
              .sum();
      boolean settled =
          ordered.stream()
              .flatMap(it -> facts.child("refund", it.key()).stream())
              .anyMatch(refund -> refund.ended("completed"));
      if (sent > due || (settled && sent != due)) {
        judge.violated(subject.line(), "%d fen are due to the holder, %d were sent", due, sent);
      }
    }
  }

  static void billBeforeMoney(Facts facts, Judges judge) {
    Map<String, Long> billed = new HashMap<>();
    for (Operation operation : facts.evidence.operations()) {
      if (!operation.effective()) {
        continue;
      }
      String body = "body";
      switch (operation.name()) {
        case "billOnDemand.create" ->
            billed.putIfAbsent(
                operation.arguments().path(body).path("billingAccount").path("id").asString(""),
                operation.sequence());
        case "refund.create" -> {
          String account = operation.arguments().path(body).path("account").path("id").asString("");
          if (!billed.containsKey(account)) {
            Case owner = facts.owner(operation.key());
            if (owner == null) {
              judge.violated("", "money was sent from %s before its final bill", account);
            } else {
              judge.violated(owner, "money was sent before the final bill");
            }
          }
        }
        default -> {
          // No money.
        }
      }
    }
  }

  /** Each try of an order is the same to the byte, and no two orders share a key. */
  static void retriesAreIdentical(Facts facts, Judges judge) {
    Map<String, String> bodies = new TreeMap<>();
    facts
        .operations("refund.create")
        .forEach(
            operation -> {
              String body = operation.arguments().path("body").toString();
              String before = bodies.putIfAbsent(operation.key(), body);
              if (before != null && !before.equals(body)) {
                violated(facts, judge, operation, "was tried with another content");
              }
              if (!operation
                  .arguments()
                  .path("body")
                  .path("correlatorId")
                  .asString("")
                  .equals(operation.key())) {
                violated(facts, judge, operation, "carries another id than its key");
              }
            });
  }

  static void oneInstruction(Facts facts, Judges judge) {
    Map<String, List<Operation>> byAccount =
        facts
            .operations("refund.create")
            .filter(Operation::effective)
            .collect(
                Collectors.groupingBy(
                    operation ->
                        operation
                            .arguments()
                            .path("body")
                            .path("account")
                            .path("id")
                            .asString("")));
    byAccount.forEach(
        (account, instructions) -> {
          if (instructions.size() > 1) {
            violated(
                facts,
                judge,
                instructions.getLast(),
                "is instruction %d for %s".formatted(instructions.size(), account));
          }
        });
  }

  static void statementAndInstructionMatch(Facts facts, Judges judge) {
    facts
        .operations("refund.create")
        .filter(Operation::effective)
        .forEach(
            operation -> {
              Case owner = facts.owner(operation.key());
              if (owner == null) {
                judge.violated("", "the instruction %s belongs to no case", operation.key());
                return;
              }
              long due = facts.child("cancellation", owner.key()).map(MoneyJudges::due).orElse(0L);
              long sent = Facts.fen(operation.arguments().path("body").path("totalAmount"));
              if (due != sent) {
                judge.violated(owner, "the statement says %d fen, the instruction %d", due, sent);
              }
            });
  }

  static void payeeIsTheOneNamed(Facts facts, Judges judge) {
    facts
        .operations("refund.create")
        .forEach(
            operation -> {
              Case owner = facts.owner(operation.key());
              Optional<Case> end =
                  owner == null ? Optional.empty() : facts.child("cancellation", owner.key());
              Optional<Subject> subject = end.flatMap(facts::subject);
              if (owner == null || subject.isEmpty()) {
                return;
              }
              JsonNode body = operation.arguments().path("body");
              if (!body.path("paymentMethod")
                  .path("id")
                  .asString("")
                  .equals(payee(facts, end.get(), subject.get()))) {
                judge.violated(owner, "the money goes to another account than was named");
              }
              if (!body.path("account").path("id").asString("").equals(subject.get().account())) {
                judge.violated(owner, "the money comes from another holder's account");
              }
              if (Facts.fen(body.path("totalAmount")) <= 0) {
                judge.violated(owner, "an instruction over nothing or less");
              }
            });
  }

  /** A new operator, who redeems a code, names no account. */
  private static String payee(Facts facts, Case end, Subject subject) {
    String named = facts.switches(end) ? null : subject.plan().payee();
    return Objects.requireNonNullElse(named, "original-payment-method");
  }

  private static void violated(Facts facts, Judges judge, Operation operation, String what) {
    Case owner = facts.owner(operation.key());
    if (owner == null) {
      judge.violated("", "the instruction %s %s", operation.key(), what);
    } else {
      judge.violated(owner, "the instruction %s %s", operation.key(), what);
    }
  }
}
