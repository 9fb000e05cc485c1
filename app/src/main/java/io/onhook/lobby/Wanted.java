package io.onhook.lobby;

import io.onhook.branch.Office;
import io.onhook.branch.Service;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What whoever takes a number or books a time is asked: what for, and where to be told. */
@Component
final class Wanted {
  private final Contact contacts;
  private final MessageSource texts;

  Wanted(Contact contacts, MessageSource texts) {
    this.contacts = contacts;
    this.texts = texts;
  }

  /** What can be chosen at this office. */
  static List<Service> services(Office office) {
    return Arrays.stream(Service.values()).filter(office.services()::contains).toList();
  }

  /** The chosen one; where there is none, that stands among the problems. */
  static Optional<Service> service(Office office, String chosen, Problems problems) {
    Optional<Service> service =
        services(office).stream().filter(it -> it.key().equals(chosen)).findFirst();
    if (service.isEmpty()) {
      problems.add("service", "service.missing");
    }
    return service;
  }

  /** The contact, which may be left out; where it is none, that stands among the problems. */
  Optional<Contact.Reach> contact(String typed, Problems problems) {
    return typed.isEmpty() ? Optional.empty() : problems.read("contact", typed, contacts::read);
  }

  /** All services, as a page offers them. */
  List<Option> options(Office office, boolean explained, Locale locale) {
    return services(office).stream()
        .map(
            service ->
                new Option(
                    service.key(),
                    texts.getMessage("lobby.service." + service.key(), null, locale),
                    explained
                        ? texts.getMessage("lobby.for." + service.key(), null, locale)
                        : null))
        .toList();
  }
}
