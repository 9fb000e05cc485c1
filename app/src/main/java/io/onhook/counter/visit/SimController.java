package io.onhook.counter.visit;

import io.onhook.access.StaffPrincipal;
import io.onhook.branch.Office;
import io.onhook.branch.Offices;
import io.onhook.branch.Windows;
import io.onhook.counter.OwnOffices;
import io.onhook.counter.Said;
import io.onhook.line.Line;
import io.onhook.visit.Sim;
import io.onhook.visit.SimAnswer;
import io.onhook.visit.Sims;
import io.onhook.visit.Visit;
import io.onhook.web.Problems;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The SIM in hand, or that there is none; and the drawer with those that are kept. */
@Controller
@RequestMapping("/staff/counter")
class SimController {
  private final VisitDesk desk;
  private final Sims sims;
  private final Windows windows;
  private final Offices offices;
  private final OwnOffices own;

  SimController(VisitDesk desk, Sims sims, Windows windows, Offices offices, OwnOffices own) {
    this.desk = desk;
    this.sims = sims;
    this.windows = windows;
    this.offices = offices;
    this.own = own;
  }

  @GetMapping("/visits/{id}/sim")
  String ask(
      @AuthenticationPrincipal StaffPrincipal staff, @PathVariable("id") long id, Model model) {
    return page(desk.visit(id), staff, "", false, Problems.NONE, model);
  }

  @PostMapping("/visits/{id}/sim")
  String answer(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("id") long id,
      @RequestParam(name = "iccid", defaultValue = "") String iccid,
      @RequestParam(name = "kind", defaultValue = "card") String kind,
      @RequestParam(name = "lost", defaultValue = "false") boolean lost,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      Model model,
      RedirectAttributes next) {
    Visit visit = desk.visit(id);
    var problems = new Problems();
    if (!lang.isEmpty()) {
      return page(visit, staff, iccid, lost, problems, model);
    }
    SimAnswer answer =
        switch (kind) {
          case "esim" -> sims.without(visit, Sim.Kind.ESIM, staff.actor());
          case "lost" -> {
            if (!lost) {
              problems.add("lost", "visit.lost.missing");
              yield new SimAnswer.NoNumber();
            }
            yield sims.without(visit, Sim.Kind.LOST, staff.actor());
          }
          default -> sims.take(visit, iccid, staff.actor());
        };
    if (!problems.any()) {
      switch (answer) {
        case SimAnswer.Taken(var sim) -> {
          next.addFlashAttribute("said", Said.done("sim-" + sim.kind().key(), sim.ending()));
          return "redirect:" + VisitDesk.path(visit);
        }
        case SimAnswer.TakenBefore(var sim) -> {
          next.addFlashAttribute("said", Said.no("sim-before"));
          return "redirect:" + VisitDesk.path(visit);
        }
        case SimAnswer.WrongDigit() -> problems.add("iccid", "visit.sim.wrong-digit");
        case SimAnswer.OtherSim() -> problems.add("iccid", "visit.sim.other");
        case SimAnswer.NoNumber() -> problems.add("iccid", "visit.sim.no-number");
        case SimAnswer.NoLine() -> problems.add("iccid", "visit.not-yours");
      }
    }
    return page(visit, staff, iccid, lost, problems, model);
  }

  private String page(
      Visit visit,
      StaffPrincipal staff,
      String iccid,
      boolean lost,
      Problems problems,
      Model model) {
    if (visit.line().isEmpty()) {
      return "redirect:" + VisitDesk.path(visit) + "/line";
    }
    model.addAttribute("iccid", iccid);
    model.addAttribute("lost", lost);
    model.addAttribute(
        "esim",
        desk.checked(visit, staff).map(it -> it.line().sim() == Line.SimKind.ESIM).orElse(false));
    return desk.page(visit, staff, problems, model, "sim");
  }

  /** The drawer of the office where this clerk sits; else of the first at which they may work. */
  @GetMapping("/sims")
  String kept(@AuthenticationPrincipal StaffPrincipal staff, Model model) {
    Optional<Office> office =
        windows
            .of(staff.username())
            .flatMap(window -> offices.find(window.office()))
            .or(() -> own.of(staff).stream().findFirst());
    model.addAttribute("office", office.orElse(null));
    model.addAttribute("kept", office.map(it -> sims.kept(it, staff.actor())).orElseGet(List::of));
    return "counter/visit/sims";
  }

  @PostMapping("/sims/{visit}")
  String leave(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("visit") long visit,
      @RequestParam(name = "how", defaultValue = "") String how,
      RedirectAttributes next) {
    Sim.Left left = how.equals("destroyed") ? Sim.Left.DESTROYED : Sim.Left.GIVEN_BACK;
    next.addFlashAttribute(
        "said",
        sims.leave(visit, left, staff.actor())
            ? Said.done("sim-" + left.key())
            : Said.no("sim-not-due"));
    return "redirect:/staff/counter/sims";
  }
}
