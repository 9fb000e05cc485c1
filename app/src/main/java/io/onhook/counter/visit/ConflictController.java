package io.onhook.counter.visit;

import io.onhook.access.StaffPrincipal;
import io.onhook.branch.Counter;
import io.onhook.branch.Offices;
import io.onhook.branch.ServeAnswer;
import io.onhook.branch.Ticket;
import io.onhook.branch.Windows;
import io.onhook.counter.Said;
import io.onhook.visit.Conflicts;
import io.onhook.visit.Visit;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "I know this person": a colleague takes over, and finds all that was done. */
@Controller
class ConflictController {
  private final VisitDesk desk;
  private final Conflicts conflicts;
  private final Counter counter;
  private final Offices offices;
  private final Windows windows;

  ConflictController(
      VisitDesk desk, Conflicts conflicts, Counter counter, Offices offices, Windows windows) {
    this.desk = desk;
    this.conflicts = conflicts;
    this.counter = counter;
    this.offices = offices;
    this.windows = windows;
  }

  @PostMapping("/staff/counter/visits/{id}/conflict")
  String handOver(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("id") long id,
      RedirectAttributes next) {
    Visit visit = desk.visit(id);
    Optional<Ticket> present =
        counter.present(staff.username()).filter(ticket -> ticket.id() == visit.ticket());
    if (present.isEmpty()) {
      next.addFlashAttribute("said", Said.no("hand-over.none"));
      return "redirect:/staff/counter";
    }
    // First said, then handed over: whoever is cut off in between serves no more all the same.
    conflicts.declare(visit, staff.actor());
    next.addFlashAttribute("said", said(staff, counter.handOver(staff.username())));
    return "redirect:/staff/counter";
  }

  private Said said(StaffPrincipal staff, ServeAnswer answer) {
    if (!(answer instanceof ServeAnswer.Now(var ticket))) {
      return Said.no("hand-over.none");
    }
    return Said.done(
        colleagueServes(staff, ticket) ? "hand-over" : "hand-over.nobody", ticket.label());
  }

  private boolean colleagueServes(StaffPrincipal staff, Ticket ticket) {
    return offices.find(ticket.office()).stream()
        .flatMap(office -> windows.of(office).stream())
        .filter(window -> !window.onBreak() && !window.staff().equals(staff.username()))
        .anyMatch(window -> window.services().contains(ticket.service()));
  }
}
