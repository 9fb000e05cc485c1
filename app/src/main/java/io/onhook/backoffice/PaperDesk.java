package io.onhook.backoffice;

import io.onhook.access.Role;
import io.onhook.access.StaffPrincipal;
import io.onhook.cancellation.CancellationView;
import io.onhook.document.Document;
import io.onhook.document.Documents;
import io.onhook.document.Purpose;
import io.onhook.document.Viewer;
import io.onhook.policy.Packs;
import io.onhook.policy.Paper;
import io.onhook.web.Say;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Lets staff look at the papers of a case: for a purpose that their role and the case's standing
 * allow, and never at those of their own case.
 */
@Component
class PaperDesk {

  /**
   * A paper of the case.
   *
   * @param title in the pack's words
   * @param erased whether its pictures are gone
   */
  record Copy(String id, String title, int pages, boolean erased) {}

  private final Documents documents;
  private final Packs packs;

  PaperDesk(Documents documents, Packs packs) {
    this.documents = documents;
    this.packs = packs;
  }

  /** What this member of staff may look for; nothing if there is no reason to look. */
  static List<Purpose> purposes(StaffPrincipal staff, CancellationView it) {
    var purposes = new ArrayList<Purpose>();
    if (it.isOwnOf(staff.actor())) {
      return purposes;
    }
    if (staff.roles().contains(Role.REVIEWER)) {
      if (it.decision().isPresent()) {
        purposes.add(Purpose.REVIEW);
      } else {
        purposes.add(Purpose.COMPLAINT);
        purposes.add(Purpose.SECURITY);
      }
    }
    if (staff.roles().contains(Role.AUDITOR)) {
      purposes.add(Purpose.AUDIT);
    }
    return purposes;
  }

  /**
   * Tells the page which papers there are, and whether they are open.
   *
   * @param opened the key of the purpose that they are looked at for; empty while they are closed
   */
  void show(CancellationView it, StaffPrincipal staff, String opened, Say say, Model model) {
    List<Purpose> purposes = purposes(staff, it);
    model.addAttribute(
        "papers",
        documents.ofCase(it.reference()).stream().map(document -> copy(document, say)).toList());
    model.addAttribute("own", it.isOwnOf(staff.actor()));
    model.addAttribute("purposes", purposes.stream().map(Purpose::key).toList());
    model.addAttribute(
        "opened", Purpose.of(opened).filter(purposes::contains).map(Purpose::key).orElse(""));
  }

  /** A page, marked and journalled; empty if there is none, or no purpose to look at it. */
  Optional<byte[]> look(
      CancellationView it, StaffPrincipal staff, String purpose, String id, int page) {
    return Purpose.of(purpose)
        .filter(purposes(staff, it)::contains)
        .flatMap(
            known -> documents.view(new Viewer(staff.actor(), it.reference(), known), id, page));
  }

  private Copy copy(Document document, Say say) {
    Paper.Rule words = packs.current().papers().get(document.paper());
    return new Copy(
        document.id(),
        words == null ? document.paper().key() : say.text(words.title()),
        document.pages(),
        document.erasedAt() != null);
  }
}
