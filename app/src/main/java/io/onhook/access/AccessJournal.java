package io.onhook.access;

import io.onhook.journal.Journal;
import io.onhook.shared.Actor;
import java.util.Set;
import java.util.TreeSet;

/** What this module writes to the journal's stream {@code access}. No addresses, no codes. */
final class AccessJournal {
  private static final String STREAM = "access";

  private final Journal journal;

  AccessJournal(Journal journal) {
    this.journal = journal;
  }

  void signedIn(Actor who, String way) {
    write(who, "signed-in", who.toString(), "{\"way\":\"" + way + "\"}");
  }

  /**
   * @param reason stable, in kebab-case
   */
  void refused(Actor who, String way, String reason) {
    write(
        who,
        "sign-in-refused",
        who.toString(),
        "{\"way\":\"%s\",\"reason\":\"%s\"}".formatted(way, reason));
  }

  /** Somebody looked at this without signing in. */
  void looked(Actor who, String way, String subject) {
    write(who, "looked-at", subject, "{\"way\":\"" + way + "\"}");
  }

  void steppedUp(Actor who, String way) {
    write(who, "stepped-up", who.toString(), "{\"way\":\"" + way + "\"}");
  }

  void keyIssued(Actor by, String client) {
    write(by, "api-key-issued", client, "{}");
  }

  void keyUsed(Actor by, String what, String subject) {
    write(by, "api-key-used", subject, "{\"for\":\"" + what + "\"}");
  }

  void keyRevoked(Actor by, String client) {
    write(by, "api-key-revoked", client, "{}");
  }

  void accountAdded(Actor by, String username) {
    write(by, "staff-added", username, "{}");
  }

  void accountBound(Actor by, String username, Set<String> offices) {
    write(
        by,
        "staff-bound",
        username,
        "{\"offices\":\"" + String.join(",", new TreeSet<>(offices)) + "\"}");
  }

  private void write(Actor who, String kind, String subject, String detail) {
    journal.record(STREAM, who, kind, subject, detail);
  }
}
