package io.onhook.portal.verify;

import io.onhook.certificate.Certificates;
import io.onhook.certificate.Verification;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Anyone asks whether a certificate is true; the answer shows the least that proves it. */
@Controller
class VerifyController {
  private final Certificates certificates;

  VerifyController(Certificates certificates) {
    this.certificates = certificates;
  }

  @GetMapping("/verify")
  String ask(@RequestParam(name = "number", defaultValue = "") String number, Model model) {
    if (!number.isBlank() && number.length() <= 80) {
      return "redirect:"
          + UriComponentsBuilder.fromPath("/verify/{number}").build(number.strip()).toString();
    }
    model.addAttribute("number", "");
    return "portal/verify/ask";
  }

  @GetMapping("/verify/{number}")
  ModelAndView verify(@PathVariable("number") String number, Model model) {
    Verification answer = certificates.verify(number);
    model.addAttribute("answer", answer);
    model.addAttribute("typed", number.length() <= 80 ? number : "");
    model.addAttribute(
        "kind",
        switch (answer) {
          case Verification.Valid valid -> "valid";
          case Verification.ValidReceipt receipt -> "receipt";
          case Verification.Revoked revoked -> "revoked";
          case Verification.Erased erased -> "erased";
          case Verification.Unknown unknown -> "unknown";
          case Verification.Mistyped mistyped -> "mistyped";
        });
    boolean found = !List.of("unknown", "mistyped").contains(model.getAttribute("kind"));
    return new ModelAndView(
        "portal/verify/answer", model.asMap(), found ? HttpStatus.OK : HttpStatus.NOT_FOUND);
  }
}
