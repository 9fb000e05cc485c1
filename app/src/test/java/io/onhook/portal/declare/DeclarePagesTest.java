package io.onhook.portal.declare;

import static io.onhook.web.Renderer.Reader.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.cancellation.DeclareAnswer;
import io.onhook.policy.Pack;
import io.onhook.policy.PackFixture;
import io.onhook.portal.Samples;
import io.onhook.shared.Language;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import io.onhook.web.Renderer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages on which nobody signs in: their closed list of fields, their words, their clicks. */
class DeclarePagesTest {
  private static final Pattern FIELD =
      Pattern.compile("<(?:input|textarea)[^>]* name=\"([a-zA-Z]+)\"");
  private static final DeclareFields TYPED =
      new DeclareFields(
          "form-1",
          "ordinary",
          "",
          "Erika Mustermann",
          "0199 0000001",
          "2027-01-31",
          "erika@example.org");

  private final Renderer renderer = new Renderer();

  @ParameterizedTest
  @CsvSource({
    "de, /declare,  contract email endsOn key kind name reason",
    "fr, /declare,  contract email endsOn key name",
    "de, /withdraw, contract email key name",
    "fr, /withdraw, contract email key name",
  })
  void asksForTheClosedListAndNothingElse(String id, String path, String fields) {
    String page = show(id, path, "declaration", DeclareFields.empty("form-1"));
    String main = page.substring(page.indexOf("<form id=\"answers\""), page.indexOf("</main>"));
    var asked = new TreeSet<String>();
    var found = FIELD.matcher(main);
    while (found.find()) {
      asked.add(found.group(1));
    }
    asked.remove("_csrf");
    assertThat(asked).containsExactly(fields.split(" "));
  }

  /** From the start page: the button that leads in, and those of the pages behind it. */
  @ParameterizedTest
  @CsvSource({"de, /declare, 2, 2", "fr, /declare, 3, 3", "de, /withdraw, 3, 3"})
  void endsWithinItsClicks(String id, String path, int clicks, int pages) {
    boolean recap = page(path, PackFixture.shipped(id)).recap();
    int buttons = 1 + buttons(show(id, path, "declaration", TYPED));
    int shown = 2;
    if (recap) {
      // "Change" leads back, not on.
      buttons += buttons(show(id, path, "recap", TYPED)) - 1;
      shown++;
    }
    assertThat(buttons).isEqualTo(clicks);
    assertThat(shown).isEqualTo(pages);
  }

  private static int buttons(String page) {
    String main = page.substring(page.indexOf("<main"));
    return main.split("<button class=\"govuk-button", -1).length - 1;
  }

  @Test
  void namesTheGermanButtonsAsTheLawDoes() {
    assertThat(show("de", "declaration", TYPED))
        .contains("Verträge hier kündigen")
        .contains(">jetzt kündigen</button>")
        .contains("value=\"Erika Mustermann\"")
        .doesNotContain("/sign-in\"");
  }

  @Test
  void showsTheFrenchRecapitulationBeforeTheLastButton() {
    assertThat(show("fr", "declaration", TYPED)).contains(">Continuer</button>");
    assertThat(show("fr", "recap", TYPED))
        .contains("Récapitulatif")
        .contains("31 janvier 2027")
        .contains(">Notifier la résiliation</button>");
  }

  @ParameterizedTest
  @CsvSource({"de, DE, 2. März 2026", "de, EN, 2 March 2026", "de, ZH_CN, 2026年3月2日"})
  void confirmsContentDateAndTimeAndOffersThemToKeep(String id, Language language, String day) {
    assertThat(show(id, OpenPage.CANCEL, "received", TYPED, language))
        .contains(day)
        .contains("Erika Mustermann")
        .contains("0199 0000001")
        .contains("action=\"/declare/copy\"");
  }

  @Test
  void namesTheEuButtonsAsTheDirectiveDoes() {
    assertThat(show("de", "/withdraw", "declaration", TYPED, Language.EN))
        .contains("Withdraw from contract here");
    assertThat(show("de", "/withdraw", "recap", TYPED, Language.EN))
        .contains(">Confirm withdrawal</button>")
        .contains("action=\"/withdraw\"");
  }

  private String show(String id, String template, DeclareFields fields) {
    return show(id, OpenPage.CANCEL, template, fields);
  }

  private String show(String id, String path, String template, DeclareFields fields) {
    return show(
        id, path, template, fields, Language.valueOf(id.toUpperCase(java.util.Locale.ROOT)));
  }

  private String show(
      String id, String path, String template, DeclareFields fields, Language language) {
    OpenPage page = page(path, PackFixture.shipped(id));
    Map<String, Object> model = Samples.model(language);
    var declared =
        fields.declared(
            page,
            new Problems(),
            Samples.say(language),
            (key, locale) -> renderer.texts().getMessage(key, null, locale),
            language.locale());
    model.put("problems", Problems.NONE);
    model.put("fields", fields);
    model.put("open", page);
    model.put("asked", DeclareFields.asked(page));
    model.put("rows", DeclareFields.rows(page, declared));
    model.put(
        "kinds",
        List.of(
            new Option("ordinary", "Ordentlich", null),
            new Option("extraordinary", "Außerordentlich", null)));
    model.put(
        "received",
        new DeclareAnswer.Received(
            Samples.REFERENCE, Instant.parse("2026-03-02T09:00:00Z"), declared));
    return renderer.render("portal/declare/" + template, path, language, VISITOR, model);
  }

  private static OpenPage page(String path, Pack pack) {
    return OpenPage.at(path, pack).orElseThrow();
  }
}
