package io.onhook.visit;

import io.onhook.journal.Journal;
import io.onhook.shared.Actor;
import io.onhook.shared.Money;

/** What happens in visits is written down, each office in a stream of its own. */
final class VisitRecord {
  private final Journal journal;

  VisitRecord(Journal journal) {
    this.journal = journal;
  }

  void note(Visit visit, Actor staff, String kind) {
    note(visit, staff, kind, "{}");
  }

  /**
   * @param detail compact JSON without secrets
   */
  void note(Visit visit, Actor staff, String kind, String detail) {
    journal.record(
        "visits-" + visit.office(), staff, kind, visit.office() + "/" + visit.id(), detail);
  }

  void till(Till till, Actor staff, Money difference) {
    journal.record(
        "visits-" + till.office(),
        staff,
        "till-closed",
        till.office() + "/till-" + till.id(),
        "{\"cash\":\"%s\",\"difference\":\"%s\"}".formatted(till.cash(), difference));
  }
}
