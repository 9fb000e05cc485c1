package io.onhook.demo;

import static io.onhook.web.Renderer.Reader.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.cancellation.LineTrack;
import io.onhook.cancellation.MoneyTrack;
import io.onhook.demo.history.History;
import io.onhook.portal.Samples;
import io.onhook.shared.Language;
import io.onhook.shared.Money;
import io.onhook.web.Renderer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The visit's pages, with a line in every state, in each language. */
class DemoPagesTest {
  private final Renderer renderer = new Renderer();

  @ParameterizedTest
  @EnumSource
  void everyStateOfBothSidesHasItsWords(Language language) {
    var ended = Samples.view(LineTrack.ENDED, MoneyTrack.ARRIVED);
    var sides =
        List.of(
            side("active", "works", Optional.empty()),
            side("suspended", "partly", Optional.of(Money.of("CNY", 8800))),
            side("pending-terminate", "barred", Optional.empty()),
            side("other", "silent", Optional.empty()),
            side("silent", "silent", Optional.empty()),
            new TwoSides.Sides(
                Guest.UNLIMITED,
                "+86199••••0001",
                Optional.of(ended),
                "terminated",
                "gone",
                Optional.empty()));
    var model = Samples.model(language);
    model.put("guests", Guest.values());
    model.put("roles", List.of("reviewer", "operations", "clerk", "branch-manager", "auditor"));
    model.put("sides", sides);
    model.put("now", Samples.NOW);
    model.put("inbox", URI.create("http://127.0.0.1:8091/inbox"));
    assertThat(render("visit", language, model))
        .contains(ended.reference().text())
        .doesNotContain("??");
    model.put("progress", new History.Progress(34, 91, false));
    assertThat(render("history/writing", language, model))
        .contains("34", "91", "data-until-done")
        .doesNotContain("??");
    assertThat(render("dark", language, model)).contains("data-until-back").doesNotContain("??");
  }

  private static TwoSides.Sides side(String inventory, String hlr, Optional<Money> open) {
    return new TwoSides.Sides(
        Guest.DATA_ONLY, "+86199••••0073", Optional.empty(), inventory, hlr, open);
  }

  private String render(String page, Language language, java.util.Map<String, Object> model) {
    return renderer.render("demo/" + page, "/demo", language, VISITOR, model);
  }
}
