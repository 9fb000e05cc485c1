package io.onhook.backoffice;

import io.onhook.access.StaffPrincipal;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Cancellations;
import io.onhook.policy.Packs;
import io.onhook.policy.WorkingDays;
import io.onhook.worklist.WorkItem;
import io.onhook.worklist.WorkQuery;
import io.onhook.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A reviewer's list: what waits for a decision, the most urgent first. */
@Controller
class ReviewListController {

  /**
   * One line of the list.
   *
   * @param left how many of the pack's working days are left behind today
   */
  record Row(CancellationView it, WorkItem work, boolean overdue, int left) {}

  private final Cancellations cancellations;
  private final Worklist worklist;
  private final Packs packs;
  private final Clock clock;

  ReviewListController(Cancellations cancellations, Worklist worklist, Packs packs, Clock clock) {
    this.cancellations = cancellations;
    this.worklist = worklist;
    this.packs = packs;
    this.clock = clock;
  }

  @GetMapping("/staff/reviews")
  String list(
      @AuthenticationPrincipal StaffPrincipal staff,
      @RequestParam(name = "step", defaultValue = "") String step,
      @RequestParam(name = "state", defaultValue = "") String state,
      @RequestParam(name = "way", defaultValue = "") String way,
      @RequestParam(name = "overdue", defaultValue = "false") boolean overdue,
      @RequestParam(name = "mine", defaultValue = "false") boolean mine,
      @RequestParam(name = "from", defaultValue = "0") int from,
      Model model) {
    var filter = new ReviewFilter(step, state, way, overdue, mine, from);
    Instant now = clock.instant();
    WorkingDays days = packs.current().days();
    WorkQuery query = filter.query(staff.username(), now);
    int count = worklist.count(query);
    WorkQuery all = WorkQuery.decisionsOf(Cancellations.PROCESS);
    model.addAttribute(
        "rows",
        worklist.open(query, filter.from(), ReviewFilter.PAGE).stream()
            .flatMap(
                item ->
                    cancellations.find(item.caseId()).stream()
                        .map(
                            it ->
                                new Row(it, item, item.overdue(now), days.left(now, item.dueAt()))))
            .toList());
    model.addAttribute("filter", filter);
    model.addAttribute("groups", filter.groups());
    model.addAttribute("count", count);
    model.addAttribute("next", filter.next(count).orElse(null));
    model.addAttribute("previous", filter.previous().orElse(null));
    model.addAttribute("late", worklist.count(all.overdue(now)));
    model.addAttribute("rule", packs.current().request().review());
    model.addAttribute("me", staff.username());
    return "backoffice/reviews";
  }
}
