package io.onhook.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhook.shared.Malformed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermTest {
  @ParameterizedTest
  @ValueSource(strings = {"72 hours", "1 hour", "90 days", "0 days", "5 working days", "1 month"})
  void readsWhatItWrites(String text) {
    assertThat(Term.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "days", "5", "-1 days", "5 weeks", "five days", "36501 days", "5  days"})
  void refusesTheRest(String text) {
    assertThatThrownBy(() -> Term.parse(text)).isInstanceOf(Malformed.class);
  }
}
