package io.onhook.hotline;

import io.onhook.access.StaffPrincipal;
import io.onhook.call.Call;
import io.onhook.call.CallBack;
import io.onhook.call.CallBacks;
import io.onhook.call.Calls;
import io.onhook.call.Named;
import io.onhook.policy.Packs;
import io.onhook.shared.Language;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One box for whatever the caller names. Nothing is looked up before the caller is checked. */
@Controller
@RequestMapping("/staff/hotline")
class HotlineController {
  private final Calls calls;
  private final CallBacks callBacks;
  private final Packs packs;

  HotlineController(Calls calls, CallBacks callBacks, Packs packs) {
    this.calls = calls;
    this.callBacks = callBacks;
    this.packs = packs;
  }

  @GetMapping
  String show(@ModelAttribute("say") Say say, Model model) {
    return page("", say.language().tag(), Problems.NONE, model);
  }

  @PostMapping("/calls")
  String begin(
      @AuthenticationPrincipal StaffPrincipal agent,
      @RequestParam(name = "named", defaultValue = "") String typed,
      @RequestParam(name = "speaks", defaultValue = "") String speaks,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @ModelAttribute("say") Say say,
      Model model) {
    var problems = new Problems();
    if (lang.isEmpty()) {
      Optional<Named> named =
          problems.read("named", typed, it -> Named.typed(it, packs.current().country()));
      if (named.isPresent()) {
        Call call = calls.begin(named.get(), speaks(speaks, say), agent.actor());
        return "redirect:/staff/hotline/calls/" + call.id();
      }
    }
    return page(typed, speaks, problems, model);
  }

  private Language speaks(String tag, Say say) {
    return packs.current().spoken().stream()
        .filter(language -> language.tag().equals(tag))
        .findFirst()
        .orElse(say.language());
  }

  private String page(String typed, String speaks, Problems problems, Model model) {
    List<CallBack> open = callBacks.open();
    model.addAttribute("named", typed);
    model.addAttribute("speaks", speaks);
    model.addAttribute(
        "languages",
        packs.current().spoken().stream()
            .map(language -> new Option(language.tag(), language.ownName(), null))
            .toList());
    model.addAttribute(
        "due",
        open.stream()
            .filter(
                it ->
                    it.standing() == CallBack.Standing.DUE
                        || it.standing() == CallBack.Standing.MISSED)
            .count());
    model.addAttribute("promised", open.size());
    model.addAttribute("problems", problems);
    return "hotline/search";
  }
}
