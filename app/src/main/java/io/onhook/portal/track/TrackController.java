package io.onhook.portal.track;

import io.onhook.access.HolderPrincipal;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.Objections;
import io.onhook.cancellation.RetractAnswer;
import io.onhook.certificate.Certificates;
import io.onhook.certificate.Receipts;
import io.onhook.document.Custody;
import io.onhook.document.Documents;
import io.onhook.policy.Packs;
import io.onhook.policy.Wording;
import io.onhook.shared.CaseReference;
import io.onhook.web.Say;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a case stands, on two tracks; taking it back; receipt and certificate. */
@Controller
@RequestMapping("/track")
class TrackController {
  private static final String RECEIPT = "submission";

  private final OwnCases own;
  private final Cancellations cancellations;
  private final Certificates certificates;
  private final Receipts receipts;
  private final Documents documents;
  private final Objections objections;
  private final Packs packs;
  private final CasePage casePage;

  TrackController(
      OwnCases own,
      Cancellations cancellations,
      Certificates certificates,
      Receipts receipts,
      Documents documents,
      Objections objections,
      Packs packs,
      CasePage casePage) {
    this.own = own;
    this.cancellations = cancellations;
    this.certificates = certificates;
    this.receipts = receipts;
    this.documents = documents;
    this.objections = objections;
    this.packs = packs;
    this.casePage = casePage;
  }

  @GetMapping
  String all(@AuthenticationPrincipal HolderPrincipal holder, Model model) {
    List<CancellationView> cases = cancellations.ofHolder(holder.partyId());
    model.addAttribute("cases", cases);
    return cases.size() == 1
        ? "redirect:/track/" + cases.getFirst().reference()
        : "portal/track/all";
  }

  @GetMapping("/{reference}")
  String one(
      @AuthenticationPrincipal HolderPrincipal holder,
      @PathVariable("reference") String reference,
      @ModelAttribute("say") Say say,
      Model model,
      Locale locale) {
    CancellationView it = own.find(holder, reference);
    casePage.show(it, say, model, locale);
    Custody custody = documents.custody(it.reference(), holder.partyId());
    model.addAttribute("papers", !custody.documents().isEmpty());
    model.addAttribute(
        "objected",
        objections.of(it.reference(), holder.actor()).stream()
            .reduce((first, last) -> last)
            .orElse(null));
    return "portal/track/case";
  }

  /** The part of the page that moves; nothing where nothing has changed since. */
  @GetMapping("/{reference}/tracks")
  ModelAndView tracks(
      @AuthenticationPrincipal HolderPrincipal holder,
      @PathVariable("reference") String reference,
      @RequestParam(name = "seen", defaultValue = "") String seen,
      @ModelAttribute("say") Say say,
      Model model,
      Locale locale) {
    CancellationView it = own.find(holder, reference);
    if (Stages.version(it).equals(seen)) {
      var nothing = new ModelAndView();
      nothing.setView((content, request, response) -> response.setStatus(204));
      return nothing;
    }
    casePage.show(it, say, model, locale);
    return new ModelAndView("portal/track/tracks :: tracks", model.asMap());
  }

  @GetMapping("/{reference}/submitted")
  String submitted(
      @AuthenticationPrincipal HolderPrincipal holder,
      @PathVariable("reference") String reference,
      @ModelAttribute("say") Say say,
      Model model) {
    model.addAttribute("it", own.find(holder, reference));
    model.addAttribute("afterSubmit", say.text(packs.current().wording(Wording.AFTER_SUBMIT)));
    return "portal/track/submitted";
  }

  @GetMapping("/{reference}/retract")
  String retract(
      @AuthenticationPrincipal HolderPrincipal holder,
      @PathVariable("reference") String reference,
      Model model) {
    CancellationView it = own.find(holder, reference);
    model.addAttribute("it", it);
    return it.retractable() ? "portal/track/retract" : "redirect:/track/" + it.reference();
  }

  @PostMapping(path = "/{reference}/retract")
  String doRetract(
      @AuthenticationPrincipal HolderPrincipal holder,
      @PathVariable("reference") String reference,
      RedirectAttributes next) {
    CancellationView it = own.find(holder, reference);
    String outcome =
        switch (cancellations.retract(it.reference(), holder.actor())) {
          case RetractAnswer.Retracted done -> "retracted";
          case RetractAnswer.AlreadyRetracted before -> "retracted";
          case RetractAnswer.TooLate late -> "too-late";
          case RetractAnswer.AlreadyEnded ended -> "ended";
          case RetractAnswer.NoSuchCase none ->
              throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    next.addFlashAttribute("outcome", outcome);
    return "redirect:/track/" + it.reference();
  }

  @GetMapping("/{reference}/receipt")
  ResponseEntity<byte[]> receipt(
      @AuthenticationPrincipal HolderPrincipal holder,
      @PathVariable("reference") String reference) {
    CaseReference known = own.find(holder, reference).reference();
    return pdf(receipts.pdf(known, RECEIPT), "receipt-" + known);
  }

  @GetMapping("/{reference}/certificate")
  ResponseEntity<byte[]> certificate(
      @AuthenticationPrincipal HolderPrincipal holder,
      @PathVariable("reference") String reference) {
    CaseReference known = own.find(holder, reference).reference();
    return pdf(certificates.pdf(known), "certificate-" + known);
  }

  private static ResponseEntity<byte[]> pdf(Optional<byte[]> file, String name) {
    return file.map(
            bytes ->
                ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_PDF)
                    .cacheControl(CacheControl.noStore())
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name + ".pdf").build().toString())
                    .body(bytes))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
