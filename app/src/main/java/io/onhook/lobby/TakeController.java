package io.onhook.lobby;

import io.onhook.access.ClientAddress;
import io.onhook.access.HolderPrincipal;
import io.onhook.branch.Office;
import io.onhook.branch.Service;
import io.onhook.branch.TakeAnswer;
import io.onhook.branch.TakeTicket;
import io.onhook.branch.Ticket;
import io.onhook.branch.Tickets;
import io.onhook.vault.Vault;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

/** Taking a number on the phone. What was sent is shown again with whatever stands against it. */
@Controller
@RequestMapping("/branches/{office}/ticket")
class TakeController {
  private final Showing showing;
  private final Tickets tickets;
  private final OwnCase own;
  private final Wanted wanted;
  private final Vault vault;

  TakeController(Showing showing, Tickets tickets, OwnCase own, Wanted wanted, Vault vault) {
    this.showing = showing;
    this.tickets = tickets;
    this.own = own;
    this.wanted = wanted;
    this.vault = vault;
  }

  /**
   * What somebody filled in.
   *
   * @param priority {@code true} for the priority lane
   * @param contact where to tell them that their turn is near; may be empty
   * @param before a ticket that was sent home on another day; may be empty
   */
  record Fields(String service, String priority, String contact, String before) {
    Fields {
      service = service == null ? "" : service;
      priority = priority == null ? "" : priority;
      contact = contact == null ? "" : contact.strip();
      before = before == null ? "" : before;
    }
  }

  @GetMapping
  String ask(
      @PathVariable("office") String code,
      @ModelAttribute("fields") Fields fields,
      @AuthenticationPrincipal @Nullable HolderPrincipal holder,
      @ModelAttribute("say") Say say,
      Model model,
      Locale locale) {
    Office office = showing.office(code);
    Fields first =
        fields.service().isEmpty()
            ? new Fields(
                Wanted.services(office).getFirst().key(),
                fields.priority(),
                fields.contact(),
                fields.before())
            : fields;
    return form(office, first, holder, new Problems(), say, model, locale);
  }

  @PostMapping
  String take(
      @PathVariable("office") String code,
      @ModelAttribute("fields") Fields fields,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @AuthenticationPrincipal @Nullable HolderPrincipal holder,
      @ModelAttribute("say") Say say,
      HttpServletRequest request,
      Model model,
      Locale locale) {
    Office office = showing.office(code);
    var problems = new Problems();
    if (!lang.isEmpty()) {
      return form(office, fields, holder, problems, say, model, locale);
    }
    Optional<Service> service = Wanted.service(office, fields.service(), problems);
    Optional<Contact.Reach> reach = wanted.contact(fields.contact(), problems);
    if (problems.any()) {
      return form(office, fields, holder, problems, say, model, locale);
    }
    TakeAnswer answer =
        tickets.take(
            new TakeTicket(
                office.code(),
                service.orElseThrow(),
                TakeTicket.Source.WEB,
                say.language(),
                !fields.priority().isEmpty(),
                own.of(holder).map(OwnCase.Open::reference),
                vault.digest("branch/client", ClientAddress.key(request.getRemoteAddr())),
                fields.before().isEmpty() ? null : fields.before()));
    return switch (answer) {
      case TakeAnswer.Taken(var ticket) -> taken(ticket, reach);
      case TakeAnswer.HasOne(var ticket) -> taken(ticket, Optional.empty());
      case TakeAnswer.Closed(var opens) -> {
        problems.add("service", "office.closed");
        yield form(office, fields, holder, problems, say, model, locale);
      }
      case TakeAnswer.TooMany(int most) -> {
        problems.add("service", "ticket.too-many", most);
        yield form(office, fields, holder, problems, say, model, locale);
      }
      case TakeAnswer.NotServedHere() -> {
        problems.add("service", "service.missing");
        yield form(office, fields, holder, problems, say, model, locale);
      }
      case TakeAnswer.NoSuchOffice() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private String taken(Ticket ticket, Optional<Contact.Reach> reach) {
    reach.ifPresent(it -> tickets.tellNear(ticket, it.channel(), it.address()));
    return "redirect:/ticket/" + ticket.token();
  }

  private String form(
      Office office,
      Fields fields,
      @Nullable HolderPrincipal holder,
      Problems problems,
      Say say,
      Model model,
      Locale locale) {
    model.addAttribute("it", showing.page(office, say));
    model.addAttribute("fields", fields);
    model.addAttribute("problems", problems);
    model.addAttribute("own", own.of(holder).orElse(null));
    model.addAttribute("options", wanted.options(office, true, locale));
    return "lobby/take";
  }
}
