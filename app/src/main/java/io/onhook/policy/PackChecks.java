package io.onhook.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What a schema can't say: names that must exist, dates, languages, people. */
final class PackChecks {
  private static final List<String> ALWAYS = List.of("zh-CN", "en");

  private final PackFile file;
  private final Collection<PackProblem> problems;
  private final JsonNode tree;

  PackChecks(PackFile file, Collection<PackProblem> problems) {
    this.file = file;
    this.problems = problems;
    this.tree = file.tree();
  }

  /** Fields that the schema missed already are passed over in silence. */
  void all() {
    names();
    Set<String> languages = languages();
    texts("", tree, languages);
    calendar();
    people();
    new PackRequestChecks(file, problems).all();
    new PackGateChecks(file, problems).all();
    new PackTermChecks(file, problems).all();
  }

  private void names() {
    String zone = tree.path("zone").asString("");
    if (!zone.isEmpty() && !isZone(zone)) {
      add(
          "/zone",
          "There is no zone \"" + zone + "\".",
          "Name one of the tz database, as in Asia/Shanghai.");
    }
    String country = tree.path("country").asString("");
    if (country.length() == 2 && !Set.of(Locale.getISOCountries()).contains(country)) {
      add(
          "/country",
          "There is no country \"" + country + "\".",
          "Use ISO 3166-1 alpha-2, as in CN.");
    }
    String currency = tree.path("currency").asString("");
    boolean known =
        Currency.getAvailableCurrencies().stream()
            .anyMatch(c -> c.getCurrencyCode().equals(currency));
    if (currency.length() == 3 && !known) {
      add("/currency", "There is no currency \"" + currency + "\".", "Use ISO 4217, as in CNY.");
    }
  }

  private static boolean isZone(String zone) {
    return ZoneId.getAvailableZoneIds().contains(zone);
  }

  private Set<String> languages() {
    Set<String> languages = new TreeSet<>();
    tree.path("languages").forEach(tag -> languages.add(tag.asString("")));
    for (String tag : ALWAYS) {
      if (tree.path("languages").isArray() && !languages.contains(tag)) {
        add(
            "/languages",
            "The language " + tag + " is missing.",
            "Add it: the product speaks it everywhere.");
      }
    }
    return languages;
  }

  /** Every mapping with a text in one of the product's languages is a text. */
  private void texts(String pointer, JsonNode node, Set<String> languages) {
    boolean isText = node.isObject() && ALWAYS.stream().anyMatch(node::has);
    if (isText) {
      for (String tag : languages) {
        if (!node.has(tag)) {
          add(
              pointer,
              "The text in " + tag + " is missing.",
              "Add it, or take " + tag + " out of languages.");
        }
      }
      for (String tag : node.propertyNames()) {
        if (!languages.contains(tag)) {
          add(
              pointer + "/" + tag,
              "The pack does not speak " + tag + ".",
              "Add it to languages, or remove this text.");
        }
      }
      return;
    }
    node.forEachEntry((key, value) -> texts(pointer + "/" + key, value, languages));
  }

  private void calendar() {
    JsonNode calendar = tree.path("calendar");
    Set<LocalDate> holidays = dates("/calendar/holidays", calendar.path("holidays"));
    Set<LocalDate> extra = dates("/calendar/extra-days", calendar.path("extra-days"));
    Set<String> week = new HashSet<>();
    calendar
        .path("working-days")
        .forEach(day -> week.add(day.asString("").toUpperCase(Locale.ROOT)));
    for (LocalDate day : extra) {
      if (holidays.contains(day)) {
        add(
            "/calendar/extra-days",
            day + " is a holiday as well.",
            "Keep it in one of the two lists.");
      } else if (week.contains(day.getDayOfWeek().name())) {
        add(
            "/calendar/extra-days",
            day + " is worked anyhow.",
            "Remove it, or check the date: it is a "
                + day.getDayOfWeek().name().toLowerCase(Locale.ROOT)
                + ".");
      }
    }
  }

  private Set<LocalDate> dates(String pointer, JsonNode list) {
    Set<LocalDate> dates = new TreeSet<>();
    for (int i = 0; i < list.size(); i++) {
      String text = list.get(i).asString("");
      try {
        dates.add(LocalDate.parse(text));
      } catch (DateTimeException e) {
        add(
            pointer + "/" + i,
            "\"" + text + "\" is no day of the calendar.",
            "Write a real date, as 2026-10-01.");
      }
    }
    return dates;
  }

  private void people() {
    JsonNode actors = tree.path("actors");
    if (actors.path("holder").path("allowed").isBoolean()
        && !actors.path("holder").path("allowed").asBoolean()) {
      add(
          "/actors/holder/allowed",
          "The holder may not act.",
          "Write true: it is the holder's line.");
    }
    for (Acting acting : Acting.values()) {
      String at = "/actors/" + acting.name().toLowerCase(Locale.ROOT);
      JsonNode rule = tree.at(at);
      JsonNode papers = rule.path("papers");
      if (rule.path("allowed").asBoolean(false) && papers.isArray() && papers.isEmpty()) {
        add(
            at + "/papers",
            "This role may act without any paper.",
            "Name what proves who it is, or write allowed: false.");
      }
      described(at + "/papers", papers);
    }
    JsonNode ways = tree.path("ways");
    compared("web", "online");
    compared("branch", "at a branch");
    ways.forEachEntry((way, rule) -> described("/ways/" + way + "/copies", rule.path("copies")));
    boolean anyOpen = false;
    for (JsonNode way : ways) {
      anyOpen |= way.path("open").asBoolean(true);
    }
    if (!ways.isEmpty() && !anyOpen) {
      add("/ways", "No way is open.", "Open at least one.");
    }
  }

  /**
   * Who acts for somebody else is let through by a person, who needs papers to look at.
   *
   * @param where the way in plain words
   */
  private void compared(String way, String where) {
    JsonNode rule = tree.path("ways").path(way);
    JsonNode actors = rule.path("actors");
    for (int i = 0; i < actors.size(); i++) {
      String actor = actors.get(i).asString("");
      JsonNode papers = tree.at("/actors/" + actor + "/papers");
      boolean some =
          papers.valueStream().anyMatch(paper -> contains(rule.path("copies"), paper.asString("")));
      if (!actor.equals("holder") && !some) {
        add(
            "/ways/" + way + "/actors/" + i,
            "Nobody could compare anything: no paper of this role is asked for " + where + ".",
            "Add its papers to ways." + way + ".copies, or take it out here.");
      }
    }
  }

  private static boolean contains(JsonNode list, String text) {
    return list.valueStream().anyMatch(each -> each.asString("").equals(text));
  }

  private void described(String at, JsonNode papers) {
    for (int i = 0; i < papers.size(); i++) {
      String paper = papers.get(i).asString("");
      if (isPaper(paper) && !tree.path("papers").has(paper)) {
        add(
            at + "/" + i,
            "The paper " + paper + " is not described.",
            "Add papers." + paper + " with title and text.");
      }
    }
  }

  private static boolean isPaper(String key) {
    return Arrays.stream(Paper.values()).anyMatch(paper -> paper.key().equals(key));
  }

  private void add(String pointer, String problem, String remedy) {
    problems.add(file.problem(pointer, problem, remedy));
  }
}
