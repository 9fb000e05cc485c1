package io.onhook.hotline;

import io.onhook.access.StaffPrincipal;
import io.onhook.call.AskedCallBack;
import io.onhook.call.CallBack;
import io.onhook.call.CallBacks;
import io.onhook.policy.Packs;
import io.onhook.shared.Actor;
import io.onhook.shared.Invisible;
import io.onhook.shared.Language;
import io.onhook.shared.Msisdn;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

/** Calls that were promised: the queue, a new one, and what became of a try. */
@Controller
@RequestMapping("/staff/hotline/call-backs")
class CallBackController {
  private static final int LONGEST_TOPIC = 200;

  /** The form's fields, named as on it. */
  record Fields(String number, String day, String time, String speaks, String topic) {
    Fields {
      number = number == null ? "" : number;
      day = day == null ? "" : day;
      time = time == null ? "" : time;
      speaks = speaks == null ? "" : speaks;
      topic = topic == null ? "" : topic;
    }
  }

  /**
   * One line of the queue.
   *
   * @param number whole for the agent who has claimed it, masked for others
   */
  record Row(CallBack it, boolean mine, String number) {}

  private final CallBacks callBacks;
  private final Packs packs;

  CallBackController(CallBacks callBacks, Packs packs) {
    this.callBacks = callBacks;
    this.packs = packs;
  }

  @GetMapping
  String show(
      @AuthenticationPrincipal StaffPrincipal agent, @ModelAttribute("say") Say say, Model model) {
    return page(agent, new Fields("", "", "", say.language().tag(), ""), Problems.NONE, model);
  }

  @PostMapping
  String ask(
      @AuthenticationPrincipal StaffPrincipal agent,
      @ModelAttribute("fields") Fields fields,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @ModelAttribute("say") Say say,
      Model model,
      RedirectAttributes next) {
    var problems = new Problems();
    if (lang.isEmpty()) {
      Optional<Msisdn> number =
          problems.read(
              "number", fields.number(), it -> Msisdn.typed(it, packs.current().country()));
      LocalDate day = day(fields.day(), problems);
      LocalTime time = time(fields.time(), problems);
      if (fields.topic().length() > LONGEST_TOPIC) {
        problems.add("topic", "topic.too-long");
      } else if (Invisible.in(fields.topic())) {
        problems.add("topic", "text.invisible");
      }
      if (!problems.any() && number.isPresent() && day != null && time != null) {
        var asked =
            callBacks.ask(
                number.get(),
                LocalDateTime.of(day, time),
                speaks(fields.speaks(), say),
                fields.topic(),
                agent.actor());
        if (asked instanceof AskedCallBack.Promised(var id, var at)) {
          next.addFlashAttribute("promisedAt", at);
          return "redirect:/staff/hotline/call-backs";
        }
        refused(asked, problems, say);
      }
    }
    return page(agent, fields, problems, model);
  }

  private static void refused(AskedCallBack asked, Problems problems, Say say) {
    switch (asked) {
      case AskedCallBack.Promised promised -> throw new IllegalStateException("It is promised");
      case AskedCallBack.InThePast() -> problems.add("time", "call-back.past");
      case AskedCallBack.NoSuchTime() -> problems.add("time", "call-back.gap");
      case AskedCallBack.NobodyThere(var opens) ->
          opens.ifPresentOrElse(
              at -> problems.add("time", "call-back.closed", say.moment(at)),
              () -> problems.add("time", "call-back.closed-long"));
      case AskedCallBack.TooFar(var most) ->
          problems.add("day", "call-back.too-far", most.toDays());
      case AskedCallBack.AlreadyPromised(var at) ->
          problems.add("number", "call-back.already", say.moment(at));
    }
  }

  @PostMapping("/{id}/claim")
  String claim(
      @AuthenticationPrincipal StaffPrincipal agent,
      @PathVariable("id") String id,
      RedirectAttributes next) {
    switch (callBacks.claim(id, agent.actor())) {
      case CallBacks.ClaimAnswer.Claimed() -> next.addFlashAttribute("said", "claimed");
      case CallBacks.ClaimAnswer.Taken(var colleague) -> {
        next.addFlashAttribute("said", "taken");
        next.addFlashAttribute("colleague", colleague);
      }
      case CallBacks.ClaimAnswer.Gone() -> next.addFlashAttribute("said", "gone");
    }
    return "redirect:/staff/hotline/call-backs";
  }

  @PostMapping("/{id}/tried")
  String tried(
      @AuthenticationPrincipal StaffPrincipal agent,
      @PathVariable("id") String id,
      @RequestParam(name = "outcome", defaultValue = "") String outcome,
      RedirectAttributes next) {
    Actor actor = agent.actor();
    boolean noted =
        switch (outcome) {
          case "reached" -> callBacks.reached(id, actor);
          case "nobody" -> callBacks.nobodyAnswered(id, actor);
          case "withdrawn" -> callBacks.withdrawn(id, actor);
          default -> false;
        };
    next.addFlashAttribute("said", noted ? outcome : "gone");
    return "redirect:/staff/hotline/call-backs";
  }

  private Language speaks(String tag, Say say) {
    return packs.current().spoken().stream()
        .filter(language -> language.tag().equals(tag))
        .findFirst()
        .orElse(say.language());
  }

  private static @Nullable LocalDate day(String typed, Problems problems) {
    try {
      return LocalDate.parse(typed.strip());
    } catch (DateTimeException e) {
      problems.add("day", "day.form");
      return null;
    }
  }

  private static @Nullable LocalTime time(String typed, Problems problems) {
    try {
      return LocalTime.parse(typed.strip());
    } catch (DateTimeException e) {
      problems.add("time", "time.form");
      return null;
    }
  }

  private String page(StaffPrincipal agent, Fields fields, Problems problems, Model model) {
    List<Row> rows =
        callBacks.open().stream()
            .map(
                it -> {
                  boolean mine = it.claimedBy().filter(agent.username()::equals).isPresent();
                  String number =
                      mine
                          ? callBacks
                              .number(it.id(), agent.actor())
                              .map(Msisdn::e164)
                              .orElse(it.number())
                          : it.number();
                  return new Row(it, mine, number);
                })
            .toList();
    model.addAttribute("rows", rows);
    model.addAttribute("figures", callBacks.figures());
    model.addAttribute("fields", fields);
    model.addAttribute(
        "languages",
        packs.current().spoken().stream()
            .map(language -> new Option(language.tag(), language.ownName(), null))
            .toList());
    model.addAttribute("problems", problems);
    return "hotline/call-backs";
  }
}
