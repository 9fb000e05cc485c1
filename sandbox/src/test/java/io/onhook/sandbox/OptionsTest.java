package io.onhook.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  @Test
  void hasADefaultForEverything() {
    Options options = Options.of();
    assertThat(options.httpPort()).isEqualTo(8091);
    assertThat(options.hlr()).isEqualTo("auto");
    assertThat(Options.of("--http-port", "0").httpPort()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--http-port x",
        "--smpp-port 65536",
        "--hlr maybe",
        "--currency yuan",
        "--currency XAU",
        "--colour red",
        "--data",
        "x y"
      })
  void saysWhatItCanNotRead(String line) {
    assertThatThrownBy(() -> Options.of(line.split(" ")))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isNotBlank();
  }
}
