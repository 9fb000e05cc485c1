package io.onhook.portal.object;

import static io.onhook.web.Renderer.Reader.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.cancellation.Objections;
import io.onhook.portal.Samples;
import io.onhook.shared.Language;
import io.onhook.web.Renderer;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page behind a notice's link, in each language and in each state. */
class ObjectPagesTest {
  private final Renderer renderer = new Renderer();

  @ParameterizedTest
  @EnumSource
  void asksOnceAndSaysWhatItDid(Language language) {
    var model = Samples.model(language);
    model.put("token", "7K3QX-0M9TW-1-9f86d081884c7d659a2f");
    model.put("it", new Objections.Subject("+86199••••0001", Samples.NOW, Optional.empty(), true));
    model.put("effect", null);
    assertThat(renderer.render("portal/object/object", "/object/x", language, VISITOR, model))
        .contains("action=\"/object/7K3QX-0M9TW-1-9f86d081884c7d659a2f\"")
        .contains("+86199••••0001")
        .doesNotContain("??");
    for (String effect : new String[] {"stopped", "taken-back", "too-late", "goes-on"}) {
      model.put("effect", effect);
      model.put("taken", true);
      assertThat(renderer.render("portal/object/object", "/object/x", language, VISITOR, model))
          .doesNotContain("<form id=\"answers\"")
          .doesNotContain("??");
    }
    model.put("effect", null);
    model.put("it", new Objections.Subject("+86199••••0001", Samples.NOW, Optional.empty(), false));
    assertThat(renderer.render("portal/object/object", "/object/x", language, VISITOR, model))
        .doesNotContain("<form id=\"answers\"")
        .doesNotContain("??");
    assertThat(renderer.render("portal/object/no-link", "/object/x", language, VISITOR, model))
        .doesNotContain("??");
  }
}
