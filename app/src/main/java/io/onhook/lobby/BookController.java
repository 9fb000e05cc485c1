package io.onhook.lobby;

import io.onhook.access.ClientAddress;
import io.onhook.access.HolderPrincipal;
import io.onhook.branch.BookAnswer;
import io.onhook.branch.BookTime;
import io.onhook.branch.Bookings;
import io.onhook.branch.Office;
import io.onhook.branch.Service;
import io.onhook.vault.Vault;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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

/** Booking a time: a day, a time, what for, and where to be reminded. */
@Controller
@RequestMapping("/branches/{office}/book")
class BookController {
  private final Showing showing;
  private final Bookings bookings;
  private final Calendar calendar;
  private final OwnCase own;
  private final Wanted wanted;
  private final Vault vault;

  BookController(
      Showing showing,
      Bookings bookings,
      Calendar calendar,
      OwnCase own,
      Wanted wanted,
      Vault vault) {
    this.showing = showing;
    this.bookings = bookings;
    this.calendar = calendar;
    this.own = own;
    this.wanted = wanted;
    this.vault = vault;
  }

  /**
   * What somebody filled in.
   *
   * @param day {@code 2026-11-30}
   * @param at the time's first second, counted from 1970
   * @param contact where to remind them; may be empty
   */
  record Fields(String service, String day, String at, String contact) {
    Fields {
      service = service == null ? "" : service;
      day = day == null ? "" : day;
      at = at == null ? "" : at;
      contact = contact == null ? "" : contact.strip();
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
    return form(office, fields, holder, new Problems(), say, model, locale);
  }

  @PostMapping
  String book(
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
    var at = Calendar.time(fields.at());
    if (at.isEmpty()) {
      problems.add("at", "at.missing");
    }
    Optional<Contact.Reach> reach = wanted.contact(fields.contact(), problems);
    if (problems.any()) {
      return form(office, fields, holder, problems, say, model, locale);
    }
    BookAnswer answer =
        bookings.book(
            new BookTime(
                office.code(),
                service.orElseThrow(),
                at.orElseThrow(),
                say.language(),
                own.of(holder).map(OwnCase.Open::reference),
                vault.digest("branch/client", ClientAddress.key(request.getRemoteAddr())),
                reach.map(it -> new BookTime.Reach(it.channel(), it.address())).orElse(null)));
    switch (answer) {
      case BookAnswer.Booked(var booking) -> {
        return "redirect:/booking/" + booking.token();
      }
      case BookAnswer.NotFree() -> problems.add("at", "at.not-free");
      case BookAnswer.TooMany(int most) -> problems.add("at", "booking.too-many", most);
      case BookAnswer.NotServedHere() -> problems.add("service", "service.missing");
      case BookAnswer.NoSuchOffice(), BookAnswer.NoSuchBooking() ->
          throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return form(office, fields, holder, problems, say, model, locale);
  }

  private String form(
      Office office,
      Fields fields,
      @Nullable HolderPrincipal holder,
      Problems problems,
      Say say,
      Model model,
      Locale locale) {
    List<Service> services = Wanted.services(office);
    calendar.show(office, fields.day(), say, model);
    model.addAttribute("it", showing.page(office, say));
    model.addAttribute("fields", fields);
    model.addAttribute(
        "service", fields.service().isEmpty() ? services.getFirst().key() : fields.service());
    model.addAttribute("problems", problems);
    model.addAttribute("own", own.of(holder).orElse(null));
    model.addAttribute("options", wanted.options(office, false, locale));
    return "lobby/book";
  }
}
