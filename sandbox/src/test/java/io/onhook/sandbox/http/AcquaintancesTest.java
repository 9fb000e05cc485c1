package io.onhook.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.sandbox.fault.About;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcquaintancesTest {
  @TempDir Path folder;

  @Test
  void knowAKeyAgainAfterARestart() throws IOException {
    Path file = folder.resolve("met");
    new Acquaintances(file).meet("key-1", About.of("L-0001"));
    Files.writeString(file, "key-2", StandardOpenOption.APPEND); // cut off by a kill
    About later = new Acquaintances(file).meet(null, About.of("key-1"));
    assertThat(later.line()).contains("L-0001");
    assertThat(new Acquaintances(file).meet(null, About.of("key-2")).line()).isEmpty();
  }
}
