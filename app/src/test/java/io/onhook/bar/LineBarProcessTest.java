package io.onhook.bar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LineBarProcessTest {
  /** A changed process is a new version: change the approved picture only with its number. */
  @Test
  void drawsAsApproved() throws IOException {
    try (var approved = getClass().getResourceAsStream("line-bar.approved.txt")) {
      String text =
          new String(Objects.requireNonNull(approved).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(LineBarProcess.LINE_BAR.draw()).isEqualTo(text);
    }
  }
}
