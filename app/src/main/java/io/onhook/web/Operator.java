package io.onhook.web;

import io.onhook.shared.Language;
import io.onhook.shared.Malformed;
import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who runs this service, as people see it on every page: {@code onhook.operator.*}.
 *
 * @param name what the operator is called, by language tag ({@code zh-CN}, {@code en})
 * @param hotline as dialled; shown and linked
 * @param hotlineHours when it answers, by language tag
 * @param textRelay number for people who don't hear or speak, beside the hotline's
 * @param email where written questions go
 * @param site where holders reach this service, with scheme and host
 * @param website the operator's own site
 * @param privacy address of its privacy notice
 * @param brandColour {@code #rrggbb}; white text must be readable on it
 * @param accentColour {@code #rrggbb}, for "your turn"
 */
@ConfigurationProperties("onhook.operator")
public record Operator(
    @DefaultValue Map<String, String> name,
    @DefaultValue("10099") String hotline,
    @DefaultValue Map<String, String> hotlineHours,
    @DefaultValue("10099-2") String textRelay,
    @DefaultValue("help@example.com") String email,
    @DefaultValue("https://mobile.example") URI site,
    @DefaultValue("https://www.example.com/") String website,
    @DefaultValue("https://www.example.com/privacy") String privacy,
    @DefaultValue("#0a5c63") String brandColour,
    @DefaultValue("#a8470f") String accentColour) {
  private static final Map<String, String> NAME = Map.of("zh-CN", "知更通信", "en", "Robin Mobile");
  private static final Map<String, String> HOURS =
      Map.of(
          "zh-CN", "每天 8:00–22:00",
          "en", "every day 8:00–22:00",
          "de", "täglich 8–22 Uhr",
          "fr", "tous les jours, de 8 h à 22 h");

  public Operator {
    name = name.isEmpty() ? NAME : Map.copyOf(name);
    hotlineHours = hotlineHours.isEmpty() ? HOURS : Map.copyOf(hotlineHours);
    readable("onhook.operator.brand-colour", brandColour);
    readable("onhook.operator.accent-colour", accentColour);
  }

  /** A page of this service as it stands in mails, files and on paper. */
  public URI address(String path) {
    return site.resolve(path);
  }

  /** Its name in this language, else in English, else in any. */
  public String nameIn(Language language) {
    return in(name, language);
  }

  public String hotlineHoursIn(Language language) {
    return in(hotlineHours, language);
  }

  private static String in(Map<String, String> texts, Language language) {
    String exact = texts.get(language.locale().toLanguageTag());
    if (exact != null) {
      return exact;
    }
    String english = texts.get("en");
    return english != null ? english : texts.values().iterator().next();
  }

  private static void readable(String property, String colour) {
    try {
      var unused = new Colour(colour);
    } catch (Malformed e) {
      throw new IllegalArgumentException(
          "%s is \"%s\". %s".formatted(property, colour, e.getMessage()), e);
    }
  }
}
