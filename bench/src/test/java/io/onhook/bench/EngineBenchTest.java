package io.onhook.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineBenchTest {
  private static final List<String> PROMISED =
      List.of(
          "noop_ratio_to_limit",
          "noop_ratio_to_dbscheduler",
          "noop_ratio_to_flowable",
          "wait20_ratio_to_limit",
          "single_p50_ratio_to_commits",
          "wal_bytes_per_case",
          "heap_mb_under_load",
          "in_flight_1s_steps");

  @Test
  void tellsEveryPromisedFigureWithItsTarget(@TempDir Path home) {
    var out = new ByteArrayOutputStream();
    var options = new Options(home, true, 1, 0.1, 0, List.of());
    EngineBench.run(
        options, new Figures("engine", true, new PrintStream(out, true, StandardCharsets.UTF_8)));
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    for (String metric : PROMISED) {
      assertThat(lines)
          .filteredOn(line -> line.contains("\"metric\":\"" + metric + "\""))
          .singleElement()
          .asString()
          .startsWith("{\"bench\":\"engine\"")
          .doesNotContain("\"target\":null")
          .doesNotContain("NaN");
    }
  }
}
