package io.onhook.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.policy.Text;
import io.onhook.shared.Language;
import java.lang.reflect.Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a quote says of its own accord holders read in their language, whatever the pack speaks. */
class SpokenLinesTest {
  @ParameterizedTest
  @ValueSource(classes = {Sheet.class, UnusedPlan.class, QuoteCalculator.class})
  void everyLineIsSaidInEachLanguage(Class<?> type) throws IllegalAccessException {
    int texts = 0;
    for (Field field : type.getDeclaredFields()) {
      if (field.getType() == Text.class) {
        field.setAccessible(true);
        var text = (Text) field.get(null);
        for (Language language : Language.values()) {
          assertThat(text.byTag()).as(field.getName()).containsKey(language.tag());
        }
        texts++;
      }
    }
    assertThat(texts).isPositive();
  }
}
