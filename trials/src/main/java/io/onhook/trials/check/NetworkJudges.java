package io.onhook.trials.check;

import io.onhook.trials.check.Evidence.Case;
import io.onhook.trials.check.Evidence.Entry;
import io.onhook.trials.check.Evidence.Operation;
import io.onhook.trials.plan.Subject;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Judges what happened to SIMs and numbers. */
final class NetworkJudges {
  private static final List<String> IRREVOCABLE = List.of("bar-line", "final-bill", "deprovision");

  private NetworkJudges() {}

  static void deletedAtMostOnce(Facts facts, Judges judge) {
    for (String imsi : facts.touched()) {
      long deletions =
          facts.network(imsi).stream().filter(it -> it.what().equals("delete")).count();
      if (deletions > 1) {
        judge.violated(imsi, "the SIM %s was deleted %d times", imsi, deletions);
      }
    }
  }

  static void onlyOwnSims(Facts facts, Judges judge) {
    for (String imsi : facts.touched()) {
      Optional<Subject> subject = facts.byImsi(imsi);
      if (subject.isEmpty()) {
        judge.violated("", "the SIM %s is nobody's case, and was changed", imsi);
      } else if (firstIntent(facts, subject.get()).isEmpty()) {
        judge.violated(subject.get().line(), "its SIM was changed before any intent to");
      }
    }
  }

  /** When it was first decided to bar this line: for its end, or until it is found. */
  private static Optional<Instant> firstIntent(Facts facts, Subject subject) {
    return Stream.concat(
            facts.cancellations(subject).stream()
                .flatMap(it -> facts.intent(it, "bar-line").stream()),
            facts.bars(subject).stream().flatMap(it -> facts.intent(it, "bar").stream()))
        .map(Entry::at)
        .min(Comparator.naturalOrder());
  }

  static void neverTooEarly(Facts facts, Judges judge) {
    facts
        .cancellations()
        .forEach(
            it -> {
              JsonNode dates = it.state().path("terms").path("dates");
              Instant window = Instant.parse(dates.path("windowClosesAt").asString());
              Instant end = Instant.parse(dates.path("endsAt").asString());
              for (String step : IRREVOCABLE) {
                facts
                    .intent(it, step)
                    .filter(entry -> entry.at().isBefore(window) || entry.at().isBefore(end))
                    .ifPresent(
                        entry ->
                            judge.violated(
                                it, "%s was begun at %s, before %s", step, entry.at(), end));
              }
            });
    facts.evidence.subjects().forEach(subject -> notBeforeItsIntent(facts, judge, subject));
  }

  /** The operator's journal has nothing at the network that is older than the intent. */
  private static void notBeforeItsIntent(Facts facts, Judges judge, Subject subject) {
    Optional<Instant> intent = firstIntent(facts, subject);
    facts.network(subject.imsi()).stream()
        .findFirst()
        .map(first -> first.operation().at())
        // Both clocks are set within the same moment; seconds apart is apart. One that went back
        // between the intent and its call says no more than that.
        .filter(
            at ->
                intent.isPresent()
                    && at.isBefore(intent.get().minus(facts.clockMovedBack()).minusSeconds(5)))
        .ifPresent(
            at ->
                judge.violated(
                    subject.line(),
                    "the network was changed at %s, before the intent of %s",
                    at,
                    intent.get()));
  }

  static void barsAreLiftedOrCompleted(Facts facts, Judges judge) {
    for (Subject subject : facts.evidence.subjects()) {
      List<Case> ends = facts.cancellations(subject);
      List<Case> bars = facts.bars(subject);
      boolean still =
          ends.stream().allMatch(it -> it.phase().equals("ENDED"))
              && bars.stream().allMatch(it -> it.phase().equals("ENDED") || staysBarred(it));
      if (still && !(ends.isEmpty() && bars.isEmpty())) {
        judgeBar(facts, judge, subject, ends, bars);
      }
    }
  }

  private static void judgeBar(
      Facts facts, Judges judge, Subject subject, List<Case> ends, List<Case> bars) {
    var now = facts.book("subscriber", subject.imsi());
    int allowed = bars.stream().anyMatch(NetworkJudges::staysBarred) ? 0 : 1;
    if (ends.stream().anyMatch(it -> it.ended("completed"))) {
      if (now.isPresent()) {
        judge.violated(subject.line(), "it is completed, and the network knows the SIM");
      }
    } else if (now.isEmpty()) {
      judge.violated(subject.line(), "it came to nothing, and the SIM is deleted");
    } else if (now.get().path("nam_cs").asInt() != allowed
        || now.get().path("nam_ps").asInt() != allowed) {
      judge.violated(
          subject.line(),
          allowed == 1
              ? "it came to nothing, and the bar stays"
              : "its SIM is lost, and can be used");
    }
  }

  /** A lost SIM that nobody has found yet. */
  private static boolean staysBarred(Case bar) {
    return bar.phase().equals("WAIT") && bar.step().equals("lift");
  }

  static void nothingAfterTheEnd(Facts facts, Judges judge) {
    Map<String, Long> deleted = new HashMap<>();
    for (String imsi : facts.touched()) {
      facts.network(imsi).stream()
          .filter(it -> it.what().equals("delete"))
          .findFirst()
          .ifPresent(it -> deleted.put(imsi, it.operation().sequence()));
    }
    Map<String, Long> onTheirWay = new HashMap<>();
    facts
        .operations("sandbox.misbehaved")
        .filter(it -> it.arguments().path("operation").asString("").equals("sms.submit"))
        .filter(it -> it.result().path("mode").asString("").equals("late"))
        .forEach(
            it ->
                facts.evidence.subjects().stream()
                    .filter(
                        subject -> it.result().path("about").asString("").equals(subject.line()))
                    .filter(subject -> !after(deleted, subject, it))
                    .forEach(subject -> onTheirWay.merge(subject.line(), 1L, Long::sum)));
    facts
        .operations("sms.submit")
        .forEach(
            sms -> {
              String to = sms.arguments().path("to").asString("").replace("+", "");
              facts
                  .byNumber(to)
                  .filter(subject -> after(deleted, subject, sms))
                  // The operator had it before the end, and let it lie: nobody can call it back.
                  .filter(subject -> onTheirWay.merge(subject.line(), -1L, Long::sum) < 0)
                  .ifPresent(
                      subject -> judge.violated(subject.line(), "an SMS went to it after its end"));
            });
  }

  private static boolean after(Map<String, Long> deleted, Subject subject, Operation sms) {
    Long end = deleted.get(subject.imsi());
    return end != null && sms.sequence() > end;
  }

  /** Active, at rest, free: what a number is follows from how its case ended. */
  static void numbersGoTheirWay(Facts facts, Judges judge) {
    Map<String, Evidence.Number> numbers = new HashMap<>();
    facts.evidence.numbers().forEach(number -> numbers.put(digits(number.msisdn()), number));
    for (Subject subject : facts.evidence.subjects()) {
      List<Case> ends = facts.cancellations(subject);
      Evidence.Number number = numbers.get(subject.msisdn());
      Optional<Case> rested =
          ends.stream()
              .filter(it -> facts.entry(it, "done", "quarantine-number").isPresent())
              .findFirst();
      if (rested.isPresent()) {
        if (number == null || !number.state().matches("quarantine|free")) {
          judge.violated(rested.get(), "its number should rest, and is %s", number);
        } else if (!rested.get().key().equals(number.reference())) {
          judge.violated(rested.get(), "its number rests for another case: %s", number);
        }
      } else if (!ends.isEmpty() && number != null && !number.state().equals("active")) {
        judge.violated(ends.getLast(), "its number should be active, and is %s", number);
      }
    }
  }

  static void numbersRestToTheEnd(Facts facts, Judges judge) {
    for (Evidence.Number number : facts.evidence.numbers()) {
      Instant until = number.restsUntil();
      if (number.state().equals("free") && until != null && facts.evidence.now().isBefore(until)) {
        judge.violated("", "the number of %s is free before %s", number.reference(), until);
      }
    }
    facts
        .all()
        .filter(it -> it.is("number-rest"))
        .forEach(
            it -> {
              Instant until = Instant.parse(it.state().path("until").asString());
              facts
                  .entry(it, "done", "free-number")
                  .filter(entry -> entry.at().isBefore(until))
                  .ifPresent(entry -> judge.violated(it, "freed at %s, not %s", entry.at(), until));
            });
  }

  static void oneOwnerOfANumber(Facts facts, Judges judge) {
    Map<String, String> owners = new HashMap<>();
    facts
        .books("subscriber")
        .forEach(
            subscriber -> {
              String number = subscriber.path("msisdn").asString("");
              String before = owners.put(number, subscriber.path("imsi").asString(""));
              if (before != null && !number.isEmpty()) {
                judge.violated("", "two SIMs have the number of %s", before);
              }
            });
    Map<String, String> references = new HashMap<>();
    for (Evidence.Number number : facts.evidence.numbers()) {
      String before = references.put(digits(number.msisdn()), number.state());
      if (before != null) {
        judge.violated("", "one number stands twice, %s and %s", before, number.state());
      }
    }
  }

  private static String digits(String msisdn) {
    return msisdn.replace("+", "");
  }
}
