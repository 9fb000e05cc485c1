package io.onhook.backoffice;

import io.onhook.access.StaffPrincipal;
import io.onhook.cancellation.Cancellations;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Malformed;
import io.onhook.web.Pictures;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One page of a holder's paper, as staff may see it. Each answer is an entry of the journal. */
@Controller
class PaperController {
  private final Cancellations cancellations;
  private final PaperDesk desk;

  PaperController(Cancellations cancellations, PaperDesk desk) {
    this.cancellations = cancellations;
    this.desk = desk;
  }

  @GetMapping("/staff/reviews/{reference}/papers/{id}/{page}")
  ResponseEntity<byte[]> look(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("reference") String reference,
      @PathVariable("id") String id,
      @PathVariable("page") int page,
      @RequestParam(name = "for", defaultValue = "") String purpose) {
    return Pictures.answer(
        known(reference)
            .flatMap(known -> cancellations.find(known, staff.actor()))
            .flatMap(it -> desk.look(it, staff, purpose, id, page)));
  }

  private static Optional<CaseReference> known(String typed) {
    try {
      return Optional.of(CaseReference.typed(typed));
    } catch (Malformed e) {
      return Optional.empty();
    }
  }
}
