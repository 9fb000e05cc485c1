package io.onhook.call;

import io.onhook.journal.Journal;
import io.onhook.shared.Actor;
import org.springframework.stereotype.Component;

/** What this module writes to the journal's stream {@code hotline}: nothing of what was said. */
@Component
final class CallJournal {
  private static final String STREAM = "hotline";

  private final Journal journal;

  CallJournal(Journal journal) {
    this.journal = journal;
  }

  /**
   * @param kind what happened, in kebab-case
   * @param subject a call's or a call-back's id
   */
  void write(Actor who, String kind, String subject) {
    journal.record(STREAM, who, kind, subject, "{}");
  }

  /**
   * @param name of the one detail
   * @param value opaque: an id, a digest, a reference, a stable key
   */
  void write(Actor who, String kind, String subject, String name, String value) {
    if (!value.matches("[A-Za-z0-9:._/-]{0,120}")) {
      throw new IllegalArgumentException("The journal takes opaque values only");
    }
    journal.record(STREAM, who, kind, subject, "{\"" + name + "\":\"" + value + "\"}");
  }
}
