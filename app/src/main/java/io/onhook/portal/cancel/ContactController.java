package io.onhook.portal.cancel;

import io.onhook.access.CodeAnswer;
import io.onhook.access.ContactProof;
import io.onhook.access.HolderPrincipal;
import io.onhook.access.ProofAnswer;
import io.onhook.notice.Notice.Channel;
import io.onhook.policy.Packs;
import io.onhook.shared.Invisible;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where do we reach you once the line is gone? Proved by a code, or a letter. */
@Controller
@RequestMapping("/cancel/contact")
class ContactController {
  private static final int LONGEST = 254;

  private final Form form;
  private final ContactProof proof;
  private final Packs packs;

  ContactController(Form form, ContactProof proof, Packs packs) {
    this.form = form;
    this.proof = proof;
    this.packs = packs;
  }

  /** One field takes an e-mail address or a number; a letter has its own. */
  record Fields(String address, String postal) {
    Fields {
      address = address == null ? "" : address;
      postal = postal == null ? "" : postal;
    }

    static Fields of(Draft.@Nullable Reach known) {
      if (known == null) {
        return new Fields("", "");
      }
      return known.channel() == Channel.LETTER
          ? new Fields("", known.address())
          : new Fields(known.address(), "");
    }

    Channel channel() {
      return address.isBlank() && !postal.isBlank()
          ? Channel.LETTER
          : address.contains("@") ? Channel.EMAIL : Channel.SMS;
    }
  }

  /** The contact; or its code, while one is on its way. */
  @GetMapping({"", "/code"})
  String show(
      @AuthenticationPrincipal HolderPrincipal holder,
      @RequestParam(name = "change", required = false) Optional<String> change,
      Model model) {
    Draft draft = form.draft(holder);
    var known = draft.contact();
    return known != null && known.attempt() != null && change.isEmpty()
        ? codePage(draft, known, "", Problems.NONE, model)
        : addressPage(draft, Fields.of(known), Problems.NONE, model);
  }

  @PostMapping
  String send(
      @AuthenticationPrincipal HolderPrincipal holder,
      @ModelAttribute("fields") Fields fields,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @ModelAttribute("say") Say say,
      HttpServletRequest request,
      Model model) {
    Draft draft = form.draft(holder);
    var problems = new Problems();
    if (lang.isEmpty()) {
      Channel channel = fields.channel();
      if (!contacts().contains(channel)) {
        problems.add("address", "contact.closed");
      } else if (channel == Channel.LETTER) {
        if (isPostal(fields.postal(), problems)) {
          return form.answered(
              holder, draft.with(new Draft.Reach(channel, fields.postal().strip(), null, null)));
        }
      } else if (fields.address().isBlank()) {
        problems.add("address", "address.missing");
      } else {
        switch (proof.request(
            holder, channel, fields.address(), say.language(), request.getRemoteAddr())) {
          case CodeAnswer.Sent(var attempt, var expiresAt) -> {
            String plain = proof.plain(channel, fields.address());
            form.keep(holder, draft.with(new Draft.Reach(channel, plain, attempt, null)));
            return "redirect:/cancel/contact";
          }
          case CodeAnswer.WrongForm(var code, var remedy) -> problems.add("address", code);
          case CodeAnswer.TooMany(var retryAt) ->
              problems.add("address", "code.too-many", say.moment(retryAt));
          case CodeAnswer.Unavailable() -> problems.add("address", "unavailable");
        }
      }
    }
    return addressPage(draft, fields, problems, model);
  }

  private static boolean isPostal(String typed, Problems problems) {
    if (typed.strip().length() > LONGEST) {
      problems.add("postal", "contact.form");
    } else if (Invisible.in(typed)) {
      problems.add("postal", "text.invisible");
    }
    return !problems.any();
  }

  /** By which the pack lets a holder be reached. */
  private List<Channel> contacts() {
    return packs.current().request().contacts().stream()
        .map(contact -> Channel.valueOf(contact.name()))
        .toList();
  }

  @PostMapping("/code")
  String enter(
      @AuthenticationPrincipal HolderPrincipal holder,
      @RequestParam(name = "code", defaultValue = "") String code,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      Model model) {
    Draft draft = form.draft(holder);
    var known = draft.contact();
    String attempt = known == null ? null : known.attempt();
    if (known == null || attempt == null) {
      return "redirect:/cancel/contact";
    }
    var problems = new Problems();
    if (lang.isEmpty()) {
      switch (proof.enter(holder, known.channel(), known.address(), attempt, code)) {
        case ProofAnswer.Proven(var at) -> {
          return form.answered(
              holder, draft.with(new Draft.Reach(known.channel(), known.address(), null, at)));
        }
        case ProofAnswer.NotACode() -> problems.add("code", "code.form");
        case ProofAnswer.Wrong(int left) -> problems.add("code", "code.wrong", left);
        case ProofAnswer.TriedTooOften() -> problems.add("code", "code.tried-too-often");
        case ProofAnswer.Stale() -> problems.add("code", "code.stale");
      }
    }
    return codePage(draft, known, lang.isEmpty() ? "" : code, problems, model);
  }

  private String addressPage(Draft draft, Fields fields, Problems problems, Model model) {
    model.addAttribute("fields", fields);
    model.addAttribute("letter", contacts().contains(Channel.LETTER));
    return form.page(Question.CONTACT, draft, problems, model, "contact");
  }

  private String codePage(
      Draft draft, Draft.Reach reach, String code, Problems problems, Model model) {
    model.addAttribute("address", reach.address());
    model.addAttribute("code", code);
    return form.page(Question.CONTACT, draft, problems, model, "contact-code");
  }
}
