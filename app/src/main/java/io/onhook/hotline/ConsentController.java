package io.onhook.hotline;

import io.onhook.access.StaffPrincipal;
import io.onhook.call.Asking;
import io.onhook.call.Call;
import io.onhook.call.PhoneRequests;
import io.onhook.cancellation.CancelLine;
import io.onhook.cancellation.CancellationRefusal;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.CheckAnswer;
import io.onhook.cancellation.SubmitAnswer;
import io.onhook.shared.Actor;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is asked for is read to the caller, word for word; their yes is recorded and submitted. */
@Controller
@RequestMapping("/staff/hotline/calls/{id}/consent")
class ConsentController {
  private final OwnCall own;
  private final PhoneRequests requests;
  private final Cancellations cancellations;
  private final SpokenText spoken;

  ConsentController(
      OwnCall own, PhoneRequests requests, Cancellations cancellations, SpokenText spoken) {
    this.own = own;
    this.requests = requests;
    this.cancellations = cancellations;
    this.spoken = spoken;
  }

  @GetMapping
  String show(
      @AuthenticationPrincipal StaffPrincipal agent, @PathVariable("id") String id, Model model) {
    Call call = own.find(agent, id);
    return page(call, own.holder(call), false, Problems.NONE, model);
  }

  @PostMapping
  String submit(
      @AuthenticationPrincipal StaffPrincipal agent,
      @PathVariable("id") String id,
      @RequestParam(name = "yes", defaultValue = "false") boolean yes,
      @RequestParam(name = "read", defaultValue = "") String read,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @ModelAttribute("say") Say say,
      Model model,
      RedirectAttributes next) {
    Call call = own.find(agent, id);
    Call.Caller caller = own.holder(call);
    if (!lang.isEmpty()) {
      return page(call, caller, yes, Problems.NONE, model);
    }
    Optional<Asking> asking = requests.kept(call);
    Optional<CheckAnswer.Checked> checked = asking.flatMap(it -> check(caller, it));
    if (asking.isEmpty() || checked.isEmpty()) {
      return "redirect:/staff/hotline/calls/" + id;
    }
    var problems = new Problems();
    String text = spoken.of(call, asking.get(), checked.get());
    if (!yes) {
      problems.add("yes", "consent.missing");
    } else if (!text.equals(read)) {
      // An amount or a day has moved since it was read: the caller hears it again.
      problems.add("yes", "consent.changed");
    }
    Optional<CancelLine> request =
        requests.request(call, asking.get(), checked.get().line(), caller.at());
    if (request.isEmpty()) {
      problems.add("yes", "send.no-contact");
    }
    if (!problems.any()) {
      switch (requests.submit(call, request.get(), text)) {
        case SubmitAnswer.Submitted sent -> {
          next.addFlashAttribute("opened", sent.reference().text());
          return "redirect:/staff/hotline/calls/" + id;
        }
        case SubmitAnswer.AlreadyOpen(var reference) -> {
          next.addFlashAttribute("said", "already-open");
          return "redirect:/staff/hotline/calls/" + id;
        }
        case SubmitAnswer.Refused(var because) -> refused(because, problems, say);
        case SubmitAnswer.PartnerUnavailable unavailable -> problems.add("yes", "unavailable");
        case SubmitAnswer.NotReckonable odd -> problems.add("yes", "not-reckonable");
      }
    }
    return page(call, caller, false, problems, model);
  }

  /** In words that can be read aloud; each leads to where it is put right. */
  private static void refused(List<CancellationRefusal> because, Problems problems, Say say) {
    int at = 0;
    for (CancellationRefusal refusal : because) {
      // One field can't have two problems, and all reasons are to be read.
      String field = at == 0 ? "yes" : "yes-" + at;
      at++;
      switch (refusal) {
        case CancellationRefusal.WrongField(var name, var code, var remedy) ->
            problems.add(field, code);
        case CancellationRefusal.Blocked blocked ->
            problems.add(
                field,
                "blocked",
                say.text(blocked.finding().title()),
                say.text(blocked.finding().remedy()));
        case CancellationRefusal.CopyMissing(var paper, var sides) ->
            problems.add(field, "copy.missing", sides);
        case CancellationRefusal.NotConfirmed asked -> problems.add(field, "consent.not-confirmed");
        case CancellationRefusal.NoSuchLine gone -> problems.add(field, gone.code());
        case CancellationRefusal.KeyReused reused -> problems.add(field, "consent.submitted");
      }
    }
  }

  private Optional<CheckAnswer.Checked> check(Call.Caller caller, Asking asking) {
    return cancellations.check(caller.line(), asking.endsOn(), Actor.holder(caller.partyId()))
            instanceof CheckAnswer.Checked found
        ? Optional.of(found)
        : Optional.empty();
  }

  private String page(Call call, Call.Caller caller, boolean yes, Problems problems, Model model) {
    Optional<Asking> asking = requests.kept(call);
    Optional<CheckAnswer.Checked> checked = asking.flatMap(it -> check(caller, it));
    if (asking.isEmpty() || checked.isEmpty() || checked.get().open().isPresent()) {
      return "redirect:/staff/hotline/calls/" + call.id();
    }
    model.addAttribute("call", call);
    model.addAttribute("text", spoken.of(call, asking.get(), checked.get()));
    model.addAttribute("quote", checked.get().eligibility().quote());
    model.addAttribute("yes", yes);
    model.addAttribute("problems", problems);
    return "hotline/consent";
  }
}
