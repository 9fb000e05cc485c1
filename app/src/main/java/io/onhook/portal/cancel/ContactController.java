package io.onhook.portal.cancel;

import io.onhook.access.CodeAnswer;
import io.onhook.access.ContactProof;
import io.onhook.access.HolderPrincipal;
import io.onhook.access.ProofAnswer;
import io.onhook.notice.Notice.Channel;
import io.onhook.shared.Invisible;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
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
  private final MessageSource texts;

  ContactController(Form form, ContactProof proof, MessageSource texts) {
    this.form = form;
    this.proof = proof;
    this.texts = texts;
  }

  @GetMapping
  String channel(@AuthenticationPrincipal HolderPrincipal holder, Model model, Locale locale) {
    Draft draft = form.draft(holder);
    var known = draft.contact();
    String chosen = known == null ? "" : key(known.channel());
    return channelPage(draft, chosen, Problems.NONE, model, locale);
  }

  @PostMapping
  String choose(
      @AuthenticationPrincipal HolderPrincipal holder,
      @RequestParam(name = "channel", defaultValue = "") String channel,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      Model model,
      Locale locale) {
    Draft draft = form.draft(holder);
    Optional<Channel> chosen = channel(channel);
    if (lang.isEmpty() && chosen.isPresent()) {
      form.keep(holder, draft.with(new Draft.Reach(chosen.get(), "", null, null)));
      return "redirect:/cancel/contact/address";
    }
    var problems = new Problems();
    if (lang.isEmpty()) {
      problems.add("channel", "channel.missing");
    }
    return channelPage(draft, channel, problems, model, locale);
  }

  @GetMapping("/address")
  String address(@AuthenticationPrincipal HolderPrincipal holder, Model model) {
    Draft draft = form.draft(holder);
    var known = draft.contact();
    return known == null
        ? "redirect:/cancel/contact"
        : addressPage(draft, known, known.address(), Problems.NONE, model);
  }

  @PostMapping("/address")
  String send(
      @AuthenticationPrincipal HolderPrincipal holder,
      @RequestParam(name = "address", defaultValue = "") String address,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @ModelAttribute("say") Say say,
      HttpServletRequest request,
      Model model) {
    Draft draft = form.draft(holder);
    var known = draft.contact();
    if (known == null) {
      return "redirect:/cancel/contact";
    }
    var problems = new Problems();
    if (lang.isEmpty()) {
      if (address.isBlank()) {
        problems.add("address", "address.missing." + key(known.channel()));
      } else if (address.length() > LONGEST) {
        problems.add("address", "contact.form");
      } else if (known.channel() != Channel.SMS && Invisible.in(address)) {
        // A telephone brings them along with each number that is copied: there they are harmless.
        problems.add("address", "text.invisible");
      } else if (known.channel() == Channel.LETTER) {
        return form.answered(
            holder, draft.with(new Draft.Reach(Channel.LETTER, address.strip(), null, null)));
      } else {
        switch (proof.request(
            holder, known.channel(), address, say.language(), request.getRemoteAddr())) {
          case CodeAnswer.Sent(var attempt, var expiresAt) -> {
            String plain = proof.plain(known.channel(), address);
            form.keep(holder, draft.with(new Draft.Reach(known.channel(), plain, attempt, null)));
            return "redirect:/cancel/contact/code";
          }
          case CodeAnswer.WrongForm(var code, var remedy) -> problems.add("address", code);
          case CodeAnswer.TooMany(var retryAt) ->
              problems.add("address", "code.too-many", say.moment(retryAt));
          case CodeAnswer.Unavailable() -> problems.add("address", "unavailable");
        }
      }
    }
    return addressPage(draft, known, address, problems, model);
  }

  @GetMapping("/code")
  String code(@AuthenticationPrincipal HolderPrincipal holder, Model model) {
    Draft draft = form.draft(holder);
    var known = draft.contact();
    return known == null || known.attempt() == null
        ? "redirect:/cancel/contact"
        : codePage(draft, known, "", Problems.NONE, model);
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

  private String channelPage(
      Draft draft, String chosen, Problems problems, Model model, Locale locale) {
    model.addAttribute("channel", chosen);
    model.addAttribute(
        "channels",
        List.of(Channel.EMAIL, Channel.SMS, Channel.LETTER).stream()
            .map(
                channel ->
                    new Option(
                        key(channel),
                        texts.getMessage("cancel.channel." + key(channel), null, locale),
                        texts.getMessage("cancel.channel-hint." + key(channel), null, locale)))
            .toList());
    return form.page(Question.CONTACT, draft, problems, model, "contact");
  }

  private String addressPage(
      Draft draft, Draft.Reach reach, String address, Problems problems, Model model) {
    model.addAttribute("channel", key(reach.channel()));
    model.addAttribute("address", address);
    return form.page(Question.CONTACT, draft, problems, model, "contact-address");
  }

  private String codePage(
      Draft draft, Draft.Reach reach, String code, Problems problems, Model model) {
    model.addAttribute("address", reach.address());
    model.addAttribute("code", code);
    return form.page(Question.CONTACT, draft, problems, model, "contact-code");
  }

  static String key(Channel channel) {
    return channel.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<Channel> channel(String key) {
    return Arrays.stream(Channel.values()).filter(known -> key(known).equals(key)).findAny();
  }
}
