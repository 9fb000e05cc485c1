package io.onhook.portal.line;

import static io.onhook.web.Renderer.Reader.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.portal.Samples;
import io.onhook.shared.Language;
import io.onhook.shared.Money;
import io.onhook.web.Renderer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PreparePageTest {
  private final Renderer renderer = new Renderer();

  @ParameterizedTest
  @EnumSource
  void listsAllThatIsNeeded(Language language) {
    var checked = Samples.checked(false);
    var model = Samples.model(language);
    model.put("line", checked.line());
    model.put(
        "roles",
        List.of(
            new PrepareController.Role("holder", true),
            new PrepareController.Role("agent", false)));
    model.put("rule", "Rule");
    model.put("papers", List.of(new PrepareController.Row("ID", "text", 2, "renewed")));
    model.put("bills", checked.eligibility().needed().bills());
    model.put("disputes", true);
    model.put("refund", Money.of("CNY", 100));
    model.put("backUp", "Save");
    model.put("unbind", "Move");
    model.put("number", "Rests");
    model.put("accounts", List.copyOf(Samples.PACK.linkedAccounts().values()));
    model.put("givenOn", Samples.NOW);
    model.put("passes", List.of("Pass"));
    assertThat(renderer.render("portal/line/prepare", "/line/prepare", language, HOLDER, model))
        .contains("/line/prepare?as=agent")
        .contains("renewed")
        .contains("Pass")
        .doesNotContain("??");
    assertThat(Samples.PACK.linkedAccounts()).hasSizeGreaterThan(7);
  }
}
