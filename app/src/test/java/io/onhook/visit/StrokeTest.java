package io.onhook.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrokeTest {
  @Test
  void aNameIsMoreThanADot() {
    assertThat(Stroke.of("M10 100L120 20L200 150M210 90L300 90").orElseThrow().isDot()).isFalse();
    assertThat(Stroke.of("M10 100").orElseThrow().isDot()).isTrue();
    assertThat(Stroke.of("M10 100L11 101L10 100").orElseThrow().isDot()).isTrue();
    assertThat(Stroke.of("M10 100M300 20M50 50").orElseThrow().isDot()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "L1 1", "M1 1\"/><script>", "M1,1", "M1 1Z", "M1 1 L2 2", "M1000 1", "M-1 1"})
  void takesMovesAndLinesOnly(String typed) {
    assertThat(Stroke.of(typed)).isEmpty();
  }

  @Test
  void takesNoBook() {
    assertThat(Stroke.of("M1 1" + "L2 2".repeat(20_000))).isEmpty();
  }
}
