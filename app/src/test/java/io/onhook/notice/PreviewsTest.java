package io.onhook.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.shared.Language;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Staff can see what each notice says. */
class PreviewsTest {
  private final Previews previews =
      new Previews(
          new Templates(
              new OperatorSettings(
                  "知更通信", "Robin Mobile", URI.create("https://mobile.example"), "10099")));

  @ParameterizedTest
  @EnumSource
  void eachTemplateIsFilledInEachLanguage(Template template) {
    assertThat(previews.of(template, List.of(Language.values())))
        .hasSize(Language.values().length)
        .allSatisfy(
            preview -> {
              assertThat(preview.subject() + preview.sms() + preview.paragraphs())
                  .doesNotContain("{")
                  .doesNotContain("}");
              assertThat(preview.sms()).isNotBlank();
              assertThat(preview.parts()).isBetween(1, 5);
            });
    assertThat(Previews.named(template.text())).contains(template);
    assertThat(Previews.named("none")).isEmpty();
  }
}
