package io.onhook.web;

import io.onhook.access.Role;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.policy.Withdrawal;
import io.onhook.policy.Wording;
import io.onhook.shared.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every template the {@link Page} that the layout shows, and how to {@link Say} values. */
@ControllerAdvice
class PageAdvice {
  private final Operator operator;
  private final boolean sandbox;
  private final Packs packs;
  private final Languages languages;

  PageAdvice(Operator operator, Environment environment, Packs packs, Languages languages) {
    this.operator = operator;
    this.packs = packs;
    this.languages = languages;
    this.sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
  }

  @ModelAttribute("say")
  Say say(HttpServletRequest request, Locale locale) {
    return new Say(Language.nearest(locale, languages.spoken(request)), packs.current().zone());
  }

  @ModelAttribute("page")
  Page page(HttpServletRequest request, Locale locale) {
    List<Language> spoken = languages.spoken(request);
    Language language = Language.nearest(locale, spoken);
    return new Page(
        language,
        spoken,
        operator,
        declare(language),
        withdraw(language),
        request.getRequestURI(),
        sandbox,
        request.isUserInRole("HOLDER"),
        Arrays.stream(Role.values())
            .filter(role -> request.isUserInRole(role.name()))
            .collect(Collectors.toUnmodifiableSet()));
  }

  private @Nullable String withdraw(Language language) {
    Withdrawal withdrawal = packs.current().withdrawal();
    return withdrawal == null ? null : withdrawal.start().in(language);
  }

  private @Nullable String declare(Language language) {
    Pack pack = packs.current();
    return pack.request().withoutSignIn() == null ? null : pack.wording(Wording.START).in(language);
  }
}
