package io.onhook.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.engine.CaseProcess;
import io.onhook.engine.CaseProcess.Node;
import io.onhook.engine.Step;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The processes are what was approved, and their steps exist. */
class CancellationProcessTest {
  private static final Map<String, CaseProcess<?>> PROCESSES =
      Map.ofEntries(
          Map.entry("cancellation", CancellationProcess.CANCELLATION),
          Map.entry("cancellation-1", CancellationProcessV1.CANCELLATION),
          Map.entry("parting", PartingProcess.PARTING),
          Map.entry("switch-over", SwitchOver.SWITCH_OVER),
          Map.entry("review-clock", ReviewClock.REVIEW_CLOCK),
          Map.entry("more-needed", MoreNeeded.MORE_NEEDED),
          Map.entry("collection", CollectionProcess.COLLECTION),
          Map.entry("declaration", DeclarationProcess.DECLARATION),
          Map.entry("refund", RefundProcess.REFUND),
          Map.entry("odd-amount", OddAmount.ODD_AMOUNT),
          Map.entry("report", ReportProcess.REPORT));

  /** A changed process is a new version: change the approved picture only with its number. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cancellation",
        "cancellation-1",
        "parting",
        "switch-over",
        "review-clock",
        "more-needed",
        "collection",
        "declaration",
        "refund",
        "odd-amount",
        "report"
      })
  void drawsAsApproved(String name) throws IOException {
    try (var approved = getClass().getResourceAsStream(name + ".approved.txt")) {
      String text =
          new String(Objects.requireNonNull(approved, name).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(Objects.requireNonNull(PROCESSES.get(name)).draw()).isEqualTo(text);
    }
  }

  @Test
  void everyStepIsABeanAndStandsInExactlyOneProcess() {
    try (var world = new World()) {
      var homes = new HashMap<Class<?>, List<String>>();
      world
          .context()
          .getBeansOfType(CaseProcess.class)
          .values()
          .forEach(process -> steps(process).forEach(step -> add(homes, step, process.name())));
      for (Step<?> step : world.context().getBeansOfType(Step.class).values()) {
        assertThat(homes.remove(step.getClass())).as(step.getClass().getName()).hasSize(1);
      }
      assertThat(homes).as("steps without a bean").isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh_CN"})
  void everyStepHasATextForItsHolder(String language) throws IOException {
    var texts = new Properties();
    String file = "/io/onhook/portal/track/messages_" + language + ".properties";
    try (var stream = Objects.requireNonNull(getClass().getResourceAsStream(file), file)) {
      texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
    for (Node<?> node : CancellationProcess.CANCELLATION.nodes()) {
      if (!(node instanceof Node.PointOfNoReturn<?>)) {
        assertThat(texts).containsKey("step." + node.name());
      }
    }
  }

  private static void add(Map<Class<?>, List<String>> homes, Class<?> step, String process) {
    List<String> listed = homes.computeIfAbsent(step, first -> new ArrayList<>());
    if (!listed.contains(process)) {
      listed.add(process);
    }
  }

  private static List<Class<?>> steps(CaseProcess<?> process) {
    var steps = new ArrayList<Class<?>>();
    for (Node<?> node : process.nodes()) {
      if (node instanceof Node.Run<?>(var name, var step, var undo)) {
        steps.add(step);
        if (undo != null) {
          steps.add(undo);
        }
      }
    }
    if (process.closing() != null) {
      steps.add(process.closing());
    }
    return steps;
  }
}
