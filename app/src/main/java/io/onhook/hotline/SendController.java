package io.onhook.hotline;

import io.onhook.access.StaffPrincipal;
import io.onhook.call.Call;
import io.onhook.call.Sending;
import io.onhook.cancellation.CheckAnswer;
import io.onhook.cancellation.Eligibility;
import io.onhook.cancellation.GateFinding;
import io.onhook.shared.Language;
import io.onhook.web.Problems;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sends a checked caller the page that helps, or the list of what is needed. */
@Controller
class SendController {
  /** Pages by the name of their button; each is behind a sign-in of its own. */
  private enum What {
    START("line"),
    GO_ON("cancel"),
    FOLLOW("track");

    private final String page;

    What(String page) {
      this.page = page;
    }

    private String key() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static Optional<What> of(String key) {
      return Stream.of(values()).filter(it -> it.key().equals(key)).findAny();
    }
  }

  private final OwnCall own;
  private final CallPage page;
  private final Sending sending;
  private final MessageSource texts;

  SendController(OwnCall own, CallPage page, Sending sending, MessageSource texts) {
    this.own = own;
    this.page = page;
    this.sending = sending;
    this.texts = texts;
  }

  @PostMapping("/staff/hotline/calls/{id}/send")
  String send(
      @AuthenticationPrincipal StaffPrincipal agent,
      @PathVariable("id") String id,
      @RequestParam(name = "what", defaultValue = "") String what,
      Model model,
      RedirectAttributes next) {
    Call call = own.find(agent, id);
    CheckAnswer answer = page.look(own.holder(call));
    if (!(answer instanceof CheckAnswer.Checked checked)) {
      var problems = new Problems();
      CallPage.problem(answer).ifPresent(why -> problems.add("what", why));
      return page.of(call, problems, model);
    }
    Optional<What> which = What.of(what);
    boolean sent =
        which.isPresent()
            ? sending.page(
                call, checked.line(), which.get().page, text(which.get(), call.language()))
            : what.equals("checklist")
                && sending.checklist(
                    call, checked.line(), list(checked.eligibility(), call.language()));
    if (!sent) {
      return page.of(call, new Problems().add("what", "send.no-contact"), model);
    }
    next.addFlashAttribute("said", "link-sent");
    return "redirect:/staff/hotline/calls/" + id;
  }

  private String text(What what, Language language) {
    return texts.getMessage("hotline.link." + what.key(), null, language.locale());
  }

  /** Papers, and what stands in the way with what to do about it. */
  private String list(Eligibility eligibility, Language language) {
    List<String> all =
        Stream.concat(
                eligibility.needed().papers().stream().map(it -> it.title().in(language)),
                eligibility.findings().stream()
                    .filter(GateFinding::blocks)
                    .map(it -> it.title().in(language) + " – " + it.remedy().in(language)))
            .toList();
    return all.isEmpty()
        ? texts.getMessage("hotline.checklist.nothing", null, language.locale())
        : all.stream().collect(Collectors.joining(language == Language.ZH_CN ? "；" : "; "));
  }
}
