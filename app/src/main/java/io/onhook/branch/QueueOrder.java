package io.onhook.branch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The rules by which a queue is ordered, and why somebody is ahead. Pure. */
final class QueueOrder {
  private final QueueRules rules;

  QueueOrder(QueueRules rules) {
    this.rules = rules;
  }

  /**
   * For when a ticket counts as taken.
   *
   * @param sentHome whether it takes the place of one that was sent home on another day
   * @param opening the first moment of this day
   */
  Instant place(Instant taken, boolean priority, boolean sentHome, Instant opening) {
    if (sentHome) {
      return opening;
    }
    return priority ? taken.minus(rules.priorityLead()) : taken;
  }

  /** The nearest place behind another ticket. */
  static Instant behind(Ticket other) {
    return other.placeAt().plus(1, ChronoUnit.MICROS);
  }

  /**
   * Who is ahead of a waiting ticket, and why.
   *
   * @param open all open tickets of the day, in order
   */
  static List<Ahead> ahead(Ticket mine, List<Ticket> open) {
    List<Ahead> ahead = new ArrayList<>();
    for (Ticket other : open) {
      if (other.id() == mine.id()) {
        break;
      }
      if (other.state() == TicketState.WAITING) {
        ahead.add(new Ahead(other.label(), why(mine, other), other.service()));
      }
    }
    return List.copyOf(ahead);
  }

  private static Ahead.Why why(Ticket mine, Ticket other) {
    if (other.appointmentAt() != null) {
      return Ahead.Why.BOOKED;
    }
    if (!other.takenAt().isAfter(mine.takenAt())) {
      return Ahead.Why.EARLIER;
    }
    return mine.letPasses() > 0 && !other.priority() ? Ahead.Why.LET_PASS : Ahead.Why.PRIORITY;
  }
}
