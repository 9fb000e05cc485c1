package io.onhook.backoffice;

import io.onhook.access.StaffPrincipal;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.Declarations;
import io.onhook.cancellation.Reports;
import io.onhook.dispute.Disputes;
import io.onhook.web.Problems;
import io.onhook.worklist.WorkItem;
import io.onhook.worklist.WorkQuery;
import io.onhook.worklist.Worklist;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Staff sign in, and see at a glance what waits for them. */
@Controller
@RequestMapping("/staff")
class StaffController {
  private final Worklist worklist;
  private final Clock clock;

  StaffController(Worklist worklist, Clock clock) {
    this.worklist = worklist;
    this.clock = clock;
  }

  /** The security chain takes the POST. */
  @GetMapping("/sign-in")
  String signIn(HttpServletRequest request, Model model) {
    var problems = new Problems();
    if (request.getParameter("refused") != null) {
      problems.add("username", "staff.refused");
    }
    if (request.getParameter("too-many") != null) {
      problems.add("username", "staff.too-many");
    }
    model.addAttribute("problems", problems);
    return "backoffice/sign-in";
  }

  @GetMapping
  String overview(@AuthenticationPrincipal StaffPrincipal staff, Model model) {
    WorkQuery reviews = WorkQuery.decisionsOf(Cancellations.PROCESS);
    model.addAttribute("name", staff.displayName());
    model.addAttribute("decisions", worklist.count(reviews));
    model.addAttribute("overdue", worklist.count(reviews.overdue(clock.instant())));
    model.addAttribute("declarations", worklist.count(WorkQuery.decisionsOf(Declarations.PROCESS)));
    model.addAttribute("disputes", worklist.count(WorkQuery.decisionsOf(Disputes.PROCESS)));
    model.addAttribute("reports", worklist.count(WorkQuery.decisionsOf(Reports.PROCESS)));
    model.addAttribute("parked", worklist.count(WorkQuery.of(WorkItem.Kind.PARKED)));
    return "backoffice/overview";
  }
}
