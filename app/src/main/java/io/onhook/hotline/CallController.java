package io.onhook.hotline;

import io.onhook.access.StaffPrincipal;
import io.onhook.call.Call;
import io.onhook.call.Calls;
import io.onhook.call.CheckedAnswer;
import io.onhook.call.Notes;
import io.onhook.call.SentAnswer;
import io.onhook.shared.Invisible;
import io.onhook.web.Problems;
import io.onhook.web.Say;
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

/** A call: the caller is checked by a code, then everything can be told; notes; its end. */
@Controller
@RequestMapping("/staff/hotline/calls/{id}")
class CallController {
  private static final int LONGEST = 1000;

  private final OwnCall own;
  private final Calls calls;
  private final Notes notes;
  private final CallPage page;

  CallController(OwnCall own, Calls calls, Notes notes, CallPage page) {
    this.own = own;
    this.calls = calls;
    this.notes = notes;
    this.page = page;
  }

  @GetMapping
  String show(
      @AuthenticationPrincipal StaffPrincipal agent, @PathVariable("id") String id, Model model) {
    return page.of(own.find(agent, id), Problems.NONE, model);
  }

  /** Sends a code; the same words whether there is somebody to send it to or not. */
  @PostMapping("/code")
  String send(
      @AuthenticationPrincipal StaffPrincipal agent,
      @PathVariable("id") String id,
      @ModelAttribute("say") Say say,
      Model model,
      RedirectAttributes next) {
    Call call = own.find(agent, id);
    return switch (calls.sendCode(call)) {
      case SentAnswer.Sent sent -> {
        next.addFlashAttribute("said", "sent");
        yield "redirect:/staff/hotline/calls/" + id;
      }
      case SentAnswer.TooMany(var retryAt) ->
          page.of(call, new Problems().add("send", "code.too-many", say.moment(retryAt)), model);
      case SentAnswer.Closed(var until) ->
          page.of(call, new Problems().add("send", "caller.closed", say.moment(until)), model);
    };
  }

  @PostMapping("/check")
  String check(
      @AuthenticationPrincipal StaffPrincipal agent,
      @PathVariable("id") String id,
      @RequestParam(name = "digits", defaultValue = "") String digits,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @ModelAttribute("say") Say say,
      Model model) {
    Call call = own.find(agent, id);
    var problems = new Problems();
    if (lang.isEmpty()) {
      switch (calls.enter(call, digits)) {
        case CheckedAnswer.Checked checked -> {
          return "redirect:/staff/hotline/calls/" + id;
        }
        case CheckedAnswer.NotACode() -> problems.add("digits", "code.form");
        case CheckedAnswer.Wrong(int left) -> problems.add("digits", "code.wrong", left);
        case CheckedAnswer.Stale() -> problems.add("digits", "code.stale");
        case CheckedAnswer.Closed(var until) ->
            problems.add("send", "caller.closed", say.moment(until));
        case CheckedAnswer.OwnLine() -> problems.add("send", "caller.own-line");
      }
    }
    return page.of(own.find(agent, id), problems, model);
  }

  @PostMapping("/notes")
  String note(
      @AuthenticationPrincipal StaffPrincipal agent,
      @PathVariable("id") String id,
      @RequestParam(name = "note", defaultValue = "") String note,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      Model model,
      RedirectAttributes next) {
    Call call = own.find(agent, id);
    Call.Caller caller = own.caller(call);
    var problems = new Problems();
    if (lang.isEmpty()) {
      if (note.isBlank()) {
        problems.add("note", "call-note.missing");
      } else if (note.length() > LONGEST) {
        problems.add("note", "call-note.too-long");
      } else if (Invisible.in(note)) {
        problems.add("note", "text.invisible");
      } else {
        notes.write(call, caller, note);
        next.addFlashAttribute("said", "noted");
        return "redirect:/staff/hotline/calls/" + id;
      }
    }
    model.addAttribute("note", note);
    return page.of(call, problems, model);
  }

  @PostMapping("/end")
  String end(@AuthenticationPrincipal StaffPrincipal agent, @PathVariable("id") String id) {
    calls.end(own.find(agent, id));
    return "redirect:/staff/hotline";
  }
}
