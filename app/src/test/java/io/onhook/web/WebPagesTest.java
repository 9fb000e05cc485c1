package io.onhook.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhook.shared.Language;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebPagesTest {

  @ParameterizedTest
  @EnumSource
  void errorPagesSayWhatToDo(Language language) {
    var renderer = new Renderer();
    for (String kind :
        new String[] {
          "not-found", "not-allowed", "too-large", "too-many", "unavailable", "broken"
        }) {
      assertThat(
              renderer.render(
                  "web/error", "/x", language, Renderer.Reader.VISITOR, Map.of("kind", kind)))
          .contains("10099")
          .contains("lang=\"" + language.locale().toLanguageTag() + "\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"teal", "#fff", "#ffd45c"})
  void refusesAColourThatCantBeReadOrIsNone(String colour) {
    assertThatThrownBy(
            () ->
                new Operator(
                    Map.of(),
                    "1",
                    Map.of(),
                    "2",
                    "a@example.com",
                    URI.create("https://mobile.example"),
                    "x",
                    "y",
                    colour,
                    "#a8470f"))
        .hasMessageContaining("onhook.operator.brand-colour");
  }
}
