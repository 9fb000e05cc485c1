package io.onhook.backoffice.declaration;

import static io.onhook.web.Renderer.Reader.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.cancellation.Declared;
import io.onhook.cancellation.MatchAnswer;
import io.onhook.cancellation.Unmatched;
import io.onhook.portal.Samples;
import io.onhook.shared.Actor;
import io.onhook.shared.Language;
import io.onhook.web.Problems;
import io.onhook.web.Renderer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeclarationsPageTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private final Renderer renderer = new Renderer();

  @ParameterizedTest
  @EnumSource
  void showsWhatWasDeclaredAndAsksForTheLine(Language language) {
    var declared =
        new Declared(
            Declared.Kind.EXTRAORDINARY,
            "Kein Netz seit Januar",
            "Erika Mustermann",
            "K-4711",
            null,
            "erika@example.org",
            Language.DE,
            "Außerordentliche Kündigung",
            "zum frühestmöglichen Zeitpunkt");
    Map<String, Object> model = Samples.model(language);
    model.put("rows", List.of(new Unmatched(Samples.REFERENCE, NOW, NOW, declared)));
    model.put("reference", "");
    model.put("number", "");
    model.put("problems", Problems.NONE);
    model.put("said", "matched");
    String page =
        renderer.render(
            "backoffice/declaration/declarations", "/staff/declarations", language, STAFF, model);
    model.put("said", "other");
    model.put(
        "before", new MatchAnswer.MatchedBefore(Actor.staff("wang"), NOW, false, "•••• 0123"));
    model.put("typed", "+49 151 555 0199");
    assertThat(
            renderer.render(
                "backoffice/declaration/declarations",
                "/staff/declarations",
                language,
                STAFF,
                model))
        .contains("wang")
        .contains("•••• 0123")
        .contains("+49 151 555 0199");
    assertThat(page)
        .contains("K-4711")
        .contains("Kein Netz seit Januar")
        .contains("action=\"/staff/declarations/" + Samples.REFERENCE + "\"")
        .contains("name=\"atOnce\"");
  }
}
