package io.onhook.counter;

import io.onhook.access.StaffPrincipal;
import io.onhook.branch.Windows;
import io.onhook.web.Say;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** Tells somebody that they work at other offices, and at which. */
@Controller
class OtherOfficeController {
  private final OwnOffices own;
  private final Windows windows;

  OtherOfficeController(OwnOffices own, Windows windows) {
    this.own = own;
    this.windows = windows;
  }

  @RequestMapping(
      path = OfficeGate.REFUSED,
      method = {RequestMethod.GET, RequestMethod.POST})
  ModelAndView refused(
      @AuthenticationPrincipal StaffPrincipal staff, @ModelAttribute("say") Say say) {
    return new ModelAndView(
        "counter/other-office",
        Map.of(
            "mine",
            own.of(staff).stream().map(it -> Desk.name(it, say)).toList(),
            "sits",
            windows
                .of(staff.username())
                .filter(window -> !own.allow(staff, Set.of(window.office())))
                .isPresent()),
        HttpStatus.FORBIDDEN);
  }
}
