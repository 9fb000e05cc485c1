package io.onhook.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** All walk through the whole product, beside the sandbox operator in its own process. */
class ProductBenchTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  @Test
  void wholeCancellationsAreCountedAndTheirCostsTold() {
    assertThat(figures("cancel", CancelBench::run))
        .contains(
            "cancellations_per_second",
            "cancel_cpu_ms_service",
            "cancel_cpu_ms_operator",
            "cancel_cpu_ms_postgresql",
            "cancel_cpu_ms_compilers",
            "cancel_cores_others",
            "cancel_wal_bytes",
            "cancel_changes_cancellation",
            "cancel_changes_notice",
            "cancel_time_share_end",
            "cancel_answer_p50_ms_notice_send",
            "heap_mb_under_load");
  }

  @Test
  void checksAndSubmissionsAreTimedOverHttp() {
    assertThat(figures("web", WebBench::run))
        .contains(
            "web_eligibility_per_second",
            "web_eligibility_p50_ms",
            "web_eligibility_p99_ms",
            "web_eligibility_alone_p50_ms",
            "web_submission_per_second",
            "web_submission_per_second_until_quiet",
            "web_submission_p50_ms",
            "web_submission_p99_ms",
            "web_submission_cpu_ms_service",
            "heap_mb_under_load");
  }

  @Test
  void callsReachEveryBoard() {
    assertThat(figures("queue", QueueBench::run))
        .contains(
            "queue_calls_per_second",
            "board_screens",
            "board_delay_p50_ms",
            "board_delay_p99_ms",
            "board_delay_all_at_once_p99_ms",
            "heap_mb_under_load");
  }

  /** The names of all figures, of a run too short to mean anything. */
  private static List<String> figures(String bench, BiConsumer<Options, Figures> run) {
    var out = new ByteArrayOutputStream();
    var options = new Options(HOME, true, 1, 0.1, 4, List.of());
    run.accept(
        options, new Figures(bench, true, new PrintStream(out, true, StandardCharsets.UTF_8)));
    List<String> lines =
        out.toString(StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.startsWith("{\"bench\""))
            .toList();
    assertThat(lines).noneMatch(line -> line.contains("NaN"));
    return lines.stream()
        .map(line -> line.replaceAll(".*\"metric\":\"([^\"]+)\".*", "$1"))
        .toList();
  }
}
