package io.onhook.counter;

import io.onhook.access.StaffPrincipal;
import io.onhook.branch.Counter;
import io.onhook.branch.Office;
import io.onhook.branch.Service;
import io.onhook.branch.TakeTicket;
import io.onhook.branch.Ticket;
import io.onhook.branch.Tickets;
import io.onhook.branch.Window;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A clerk's window: who is there, who waits, and what is done with tickets. */
@Controller
@RequestMapping("/staff/counter")
class CounterController {
  private static final String HERE = "redirect:/staff/counter";
  private static final String SAID = "said";

  private final Desk desk;
  private final Counter counter;
  private final Tickets tickets;
  private final MessageSource texts;

  CounterController(Desk desk, Counter counter, Tickets tickets, MessageSource texts) {
    this.desk = desk;
    this.counter = counter;
    this.tickets = tickets;
    this.texts = texts;
  }

  @GetMapping
  String desk(
      @AuthenticationPrincipal StaffPrincipal staff,
      @ModelAttribute("say") Say say,
      Model model,
      Locale locale,
      RedirectAttributes next) {
    Optional<Window> window = desk.window(staff);
    if (window.isEmpty()) {
      next.addFlashAttribute(SAID, model.getAttribute(SAID));
      return "redirect:/staff/counter/window";
    }
    Optional<Ticket> present = desk.present(staff, model);
    desk.queue(window.get(), present.map(Ticket::label).orElse(""), model);
    model.addAttribute("window", window.get());
    model.addAttribute("office", desk.office(window.get()));
    model.addAttribute("serves", Desk.ordered(window.get().services()));
    model.addAttribute("services", options(desk.office(window.get()), locale));
    if (!model.containsAttribute("problems")) {
      model.addAttribute("problems", Problems.NONE);
    }
    return "counter/desk";
  }

  /** The part of the page that moves by itself. */
  @GetMapping("/queue")
  String queue(
      @AuthenticationPrincipal StaffPrincipal staff,
      @RequestParam(name = "shown", defaultValue = "") String shown,
      Model model) {
    Window window =
        desk.window(staff).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    desk.queue(window, shown.matches("[A-Z][0-9]{1,6}") ? shown : "", model);
    return "counter/queue :: queue";
  }

  @PostMapping("/acts/{act}")
  String act(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("act") String act,
      RedirectAttributes next) {
    String me = staff.username();
    Said said =
        switch (act) {
          case "call" -> Said.of(counter.callNext(me));
          case "recall" -> Said.of(act, counter.recall(me));
          case "begin" -> Said.of(act, counter.begin(me));
          case "no-show" -> Said.of(act, counter.noShow(me));
          case "hold" -> Said.of(act, counter.hold(me));
          case "finish" -> Said.of(act, counter.finish(me));
          default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    next.addFlashAttribute(SAID, said);
    return HERE;
  }

  @PostMapping("/transfer")
  String transfer(
      @AuthenticationPrincipal StaffPrincipal staff,
      @RequestParam(name = "service", defaultValue = "") String service,
      RedirectAttributes next) {
    Optional<Service> to = Desk.services(List.of(service)).stream().findFirst();
    if (to.isEmpty()) {
      next.addFlashAttribute("problems", new Problems().add("service", "counter-service.missing"));
      return HERE;
    }
    next.addFlashAttribute(SAID, Said.of("transfer", counter.transfer(staff.username(), to.get())));
    return HERE;
  }

  /** One that was put aside, or that came too late, by the number on it. */
  @PostMapping("/ticket")
  String byNumber(
      @AuthenticationPrincipal StaffPrincipal staff,
      @RequestParam(name = "label", defaultValue = "") String label,
      @RequestParam(name = "wish", defaultValue = "resume") String wish,
      RedirectAttributes next) {
    next.addFlashAttribute("label", label);
    if (!label.strip().matches("[A-Za-z][0-9]{1,6}")) {
      next.addFlashAttribute("problems", new Problems().add("label", "ticket-label.form"));
      return HERE;
    }
    next.addFlashAttribute(
        SAID,
        wish.equals("come-back")
            ? Said.of(wish, counter.comeBack(staff.username(), label))
            : Said.of("resume", counter.resume(staff.username(), label)));
    return HERE;
  }

  /** For somebody who stands there without a number. */
  @PostMapping("/walk-in")
  String walkIn(
      @AuthenticationPrincipal StaffPrincipal staff,
      @RequestParam(name = "walk-in", defaultValue = "") String service,
      @RequestParam(name = "priority", defaultValue = "false") boolean priority,
      @ModelAttribute("say") Say say,
      RedirectAttributes next) {
    Optional<Window> window = desk.window(staff);
    Optional<Service> wanted = Desk.services(List.of(service)).stream().findFirst();
    if (window.isEmpty() || wanted.isEmpty()) {
      next.addFlashAttribute("problems", new Problems().add("walk-in", "counter-service.missing"));
      return HERE;
    }
    var wish =
        new TakeTicket(
            window.get().office(),
            wanted.get(),
            TakeTicket.Source.COUNTER,
            say.language(),
            priority,
            Optional.empty(),
            null,
            null);
    next.addFlashAttribute(SAID, Said.of(tickets.take(wish), say));
    return HERE;
  }

  private List<Option> options(Office office, Locale locale) {
    return Desk.ordered(office.services()).stream()
        .map(
            service ->
                new Option(
                    service.key(),
                    texts.getMessage("counter.service." + service.key(), null, locale),
                    null))
        .toList();
  }
}
