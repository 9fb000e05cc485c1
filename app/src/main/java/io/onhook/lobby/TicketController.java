package io.onhook.lobby;

import io.onhook.branch.Ahead;
import io.onhook.branch.HolderAnswer;
import io.onhook.branch.Standing;
import io.onhook.branch.Ticket;
import io.onhook.branch.TicketState;
import io.onhook.branch.Tickets;
import io.onhook.branch.Turns;
import io.onhook.web.Say;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A ticket's own page. Whoever has its address is its holder; all others find nothing. */
@Controller
@RequestMapping("/ticket/{token}")
class TicketController {
  private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{32}");

  /** So many are named one by one; the others are counted. */
  private static final int NAMED = 12;

  private final Tickets tickets;
  private final Turns turns;
  private final Showing showing;

  TicketController(Tickets tickets, Turns turns, Showing showing) {
    this.tickets = tickets;
    this.turns = turns;
    this.showing = showing;
  }

  /**
   * How a ticket stands, for its page.
   *
   * @param state as in message keys
   * @param window where to go; 0 while it is not called
   * @param place its place in the line, from 1; 0 while it does not wait
   * @param windows how many call for its service
   * @param ahead who is called earlier, as far as they are named
   * @param more how many besides
   */
  public record View(
      String token,
      String label,
      String office,
      String service,
      String state,
      int window,
      int place,
      int windows,
      Minutes minutes,
      List<Ahead> ahead,
      int more,
      boolean open,
      boolean priority,
      String reference) {}

  @GetMapping
  String show(@PathVariable("token") String token, @ModelAttribute("say") Say say, Model model) {
    show(find(token), say, model);
    return "lobby/ticket";
  }

  /** The part of it that moves. */
  @GetMapping("/part")
  String part(@PathVariable("token") String token, @ModelAttribute("say") Say say, Model model) {
    show(find(token), say, model);
    return "lobby/turn :: turn";
  }

  @PostMapping("/pass")
  String pass(@PathVariable("token") String token, RedirectAttributes next) {
    return back(token, tickets.letPass(find(token).token()), "passed", next);
  }

  @PostMapping("/cancel")
  String cancel(@PathVariable("token") String token, RedirectAttributes next) {
    return back(token, tickets.cancel(find(token).token()), "cancelled", next);
  }

  private static String back(
      String token, HolderAnswer answer, String done, RedirectAttributes next) {
    switch (answer) {
      case HolderAnswer.Now(var ticket) -> next.addFlashAttribute("outcome", done);
      case HolderAnswer.TooLate(var ticket) -> next.addFlashAttribute("outcome", "too-late");
      case HolderAnswer.OftenEnough(int most) -> next.addFlashAttribute("outcome", "often-enough");
      case HolderAnswer.LastInLine() -> next.addFlashAttribute("outcome", "last-in-line");
      case HolderAnswer.NoSuchTicket() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return "redirect:/ticket/" + token;
  }

  private Ticket find(String token) {
    return Optional.of(token)
        .filter(TOKEN.asMatchPredicate())
        .flatMap(tickets::find)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private void show(Ticket ticket, Say say, Model model) {
    model.addAttribute("it", showing.page(showing.office(ticket.office()), say));
    model.addAttribute("ticket", view(ticket, turns.of(ticket.token())));
  }

  static View view(Ticket ticket, Optional<Standing> standing) {
    List<Ahead> ahead = standing.map(Standing::ahead).orElse(List.of());
    Integer window = ticket.window();
    boolean called = ticket.state() == TicketState.CALLED || ticket.state() == TicketState.SERVING;
    return new View(
        ticket.token(),
        ticket.label(),
        ticket.office(),
        ticket.service().key(),
        ticket.state().key(),
        called && window != null ? window : 0,
        standing.isPresent() ? ahead.size() + 1 : 0,
        standing.map(Standing::windows).orElse(0),
        standing.map(it -> Minutes.of(it.expected())).orElse(new Minutes(0, 1, false)),
        ahead.stream().limit(NAMED).toList(),
        Math.max(0, ahead.size() - NAMED),
        ticket.state().open(),
        ticket.priority(),
        ticket.carries().map(Object::toString).orElse(""));
  }
}
