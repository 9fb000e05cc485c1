package io.onhook.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DisputeProcessTest {
  /** A changed process is a new version: change the approved picture only with its number. */
  @Test
  void drawsAsApproved() throws IOException {
    try (var approved = getClass().getResourceAsStream("dispute.approved.txt")) {
      String text =
          new String(Objects.requireNonNull(approved).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(DisputeProcess.DISPUTE.draw()).isEqualTo(text);
    }
  }
}
