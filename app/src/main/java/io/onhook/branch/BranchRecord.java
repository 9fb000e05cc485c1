package io.onhook.branch;

import io.onhook.journal.Journal;
import io.onhook.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What happens in an office's queue is written down and told to the screens, both in the
 * transaction that does it.
 */
final class BranchRecord {
  /** The channel that screens' nodes listen to; the payload is an office's code. */
  static final String CHANNEL = "onhook_branch";

  private final Journal journal;
  private final JdbcClient jdbc;

  BranchRecord(Journal journal, JdbcClient jdbc) {
    this.journal = journal;
    this.jdbc = jdbc;
  }

  void ticket(Actor actor, String kind, Ticket ticket) {
    String window = ticket.window() == null ? "" : ",\"window\":" + ticket.window();
    write(
        ticket.office(),
        actor,
        kind,
        ticket.subject(),
        "{\"service\":\"" + ticket.service().key() + "\"" + window + "}");
  }

  void window(Actor actor, String kind, String office, int number) {
    write(office, actor, kind, office + "/" + number, "{}");
  }

  void booking(Actor actor, String kind, Booking booking) {
    write(
        booking.office(),
        actor,
        kind,
        booking.subject(),
        "{\"service\":\"%s\",\"at\":\"%s\"}"
            .formatted(booking.service().key(), booking.startsAt()));
  }

  private void write(String office, Actor actor, String kind, String subject, String detail) {
    journal.record("branch-" + office, actor, kind, subject, detail);
    jdbc.sql("SELECT pg_notify('" + CHANNEL + "', ?)").param(office).query().listOfRows();
  }
}
