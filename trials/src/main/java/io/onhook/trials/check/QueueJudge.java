package io.onhook.trials.check;

import io.onhook.trials.check.Evidence.Ticket;
import io.onhook.trials.check.Evidence.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Plays a store's day again from its journal, by a model of its own: who waits, and at which place.
 * Whoever was called must have waited, and have been the first.
 */
final class QueueJudge {
  /** As the queue's rules have it unless they are set. */
  private static final Duration PRIORITY_LEAD = Duration.ofMinutes(30);

  private final Judges judge;
  private final Map<String, Ticket> tickets;
  private final Map<String, Instant> places = new HashMap<>();
  private final Map<String, String> states = new TreeMap<>();

  private QueueJudge(Judges judge, List<Ticket> tickets) {
    this.judge = judge;
    this.tickets = new HashMap<>();
    tickets.forEach(ticket -> this.tickets.put(ticket.subject(), ticket));
  }

  static void calledOnceInOrder(Facts facts, Judges judge) {
    var queue = new QueueJudge(judge, facts.evidence.tickets());
    facts.evidence.turns().forEach(queue::play);
    queue.compare();
  }

  private void play(Turn turn) {
    String subject = turn.subject();
    String before = states.getOrDefault(subject, "");
    switch (turn.kind()) {
      case "ticket-taken" -> {
        Ticket ticket = tickets.get(subject);
        if (ticket == null || !before.isEmpty()) {
          judge.violated(subject, "it was given out twice, or is lost");
          return;
        }
        places.put(
            subject, ticket.priority() ? ticket.takenAt().minus(PRIORITY_LEAD) : ticket.takenAt());
        states.put(subject, "waiting");
      }
      case "let-pass" -> {
        Optional<String> next = behind(subject);
        if (!before.equals("waiting") || next.isEmpty()) {
          judge.violated(subject, "it let somebody pass while it was %s", before);
        }
        next.ifPresent(other -> places.put(subject, place(other).plusNanos(1_000)));
      }
      case "called" -> {
        String first = first(day(subject)).orElse("nobody");
        if (!before.equals("waiting")) {
          judge.violated(subject, "it was called while it was %s", before);
        } else if (!first.equals(subject)) {
          judge.violated(subject, "it was called, and %s was first", first);
        }
        states.put(subject, "called");
      }
      case "begun" -> follows(subject, before, "called", "serving");
      case "served" -> follows(subject, before, "serving", "served");
      case "sent-home" -> follows(subject, before, "waiting", "sent-home");
      case "ticket-cancelled" -> {
        if (!before.matches("waiting|called")) {
          judge.violated(subject, "it was given up while it was %s", before);
        }
        states.put(subject, "cancelled");
      }
      case "window-opened", "window-closed" -> {}
      default -> judge.violated(subject, "nobody did \"%s\" to it", turn.kind());
    }
  }

  private void follows(String subject, String before, String from, String to) {
    if (!before.equals(from)) {
      judge.violated(subject, "it was %s while it was %s", to, before);
    }
    states.put(subject, to);
  }

  /** The tables tell what the journal came to. */
  private void compare() {
    for (Ticket ticket : tickets.values()) {
      String state = states.getOrDefault(ticket.subject(), "");
      if (!ticket.state().equals(state)) {
        judge.violated(ticket.subject(), "it is %s, and by the journal %s", ticket.state(), state);
      } else if (!ticket.placeAt().equals(places.get(ticket.subject()))) {
        judge.violated(ticket.subject(), "its place does not follow from the rules");
      }
    }
  }

  private Optional<String> first(String day) {
    return waiting(day).min(order());
  }

  private Optional<String> behind(String subject) {
    return waiting(day(subject)).filter(other -> order().compare(other, subject) > 0).min(order());
  }

  private java.util.stream.Stream<String> waiting(String day) {
    return states.entrySet().stream()
        .filter(it -> it.getValue().equals("waiting") && day(it.getKey()).equals(day))
        .map(Map.Entry::getKey);
  }

  private Comparator<String> order() {
    return Comparator.comparing(this::place)
        .thenComparing(subject -> Objects.requireNonNull(tickets.get(subject)).id());
  }

  private Instant place(String subject) {
    return Objects.requireNonNull(places.get(subject));
  }

  /** Office and day: {@code city-hall/2026-11-29/A012}. */
  private static String day(String subject) {
    return subject.substring(0, subject.lastIndexOf('/'));
  }
}
