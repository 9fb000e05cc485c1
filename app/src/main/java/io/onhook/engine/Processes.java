package io.onhook.engine;

import io.onhook.engine.CaseProcess.Node;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All processes of this program with the steps that they name, checked at start: each step exists,
 * and stands in exactly one process.
 */
public final class Processes {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Map<String, CaseProcess<Object>> byId = new HashMap<>();
  private final Map<Class<?>, Step<Object>> steps = new HashMap<>();
  private final Map<Class<?>, Class<?>> argumentTypes = new HashMap<>();
  private final Duration longestTimeout;
  private final UnaryOperator<String> commitment;

  /**
   * @param processes every version that a running case may have
   * @param instances one of each step class
   * @param commitment a keyed digest: what it is given can be proved later, not read
   * @throws IllegalStateException if a listed step has no instance, or stands in two processes
   */
  public Processes(
      List<CaseProcess<?>> processes,
      List<? extends Step<?>> instances,
      UnaryOperator<String> commitment) {
    this.commitment = commitment;
    for (Step<?> step : instances) {
      steps.put(step.getClass(), cast(step));
    }
    Map<Class<?>, String> home = new HashMap<>();
    for (CaseProcess<?> process : processes) {
      if (byId.put(process.id(), cast(process)) != null) {
        throw new IllegalStateException("Process " + process.id() + " is defined twice");
      }
      for (Node<?> node : process.nodes()) {
        if (node instanceof Node.Run<?>(String name, var type, var undo)) {
          settle(process, name, type, home);
          if (undo != null) {
            settle(process, name, undo, home);
          }
        }
      }
      if (process.closing() != null) {
        settle(process, CaseRow.CLOSING, process.closing(), home);
      }
    }
    longestTimeout =
        steps.values().stream()
            .filter(RemoteStep.class::isInstance)
            .map(step -> ((RemoteStep<?, ?>) step).timeout())
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
  }

  private void settle(
      CaseProcess<?> process, String node, Class<?> type, Map<Class<?>, String> home) {
    if (!steps.containsKey(type)) {
      throw new IllegalStateException(
          "Step %s of process %s needs an instance of %s; is it a bean?"
              .formatted(node, process.id(), type.getName()));
    }
    String other = home.put(type, process.name());
    if (other != null && !other.equals(process.name())) {
      throw new IllegalStateException(
          type.getName() + " stands in two processes: " + other + " and " + process.name());
    }
    if (RemoteStep.class.isAssignableFrom(type)) {
      Class<?> arguments =
          ResolvableType.forClass(type).as(RemoteStep.class).getGeneric(1).resolve();
      if (arguments == null) {
        throw new IllegalStateException(type.getName() + " must name its arguments' record");
      }
      argumentTypes.put(type, arguments);
    }
  }

  boolean knows(String id) {
    return byId.containsKey(id);
  }

  /** The process of a stored case. */
  CaseProcess<Object> process(String id) {
    CaseProcess<Object> process = byId.get(id);
    if (process == null) {
      throw new IllegalStateException("No process " + id + " is known to this program");
    }
    return process;
  }

  Step<Object> step(Class<?> type) {
    Step<Object> step = steps.get(type);
    if (step == null) {
      throw new IllegalStateException("No instance of " + type.getName());
    }
    return step;
  }

  /** The step that a case runs where it stands: the undoing one if it is being taken back. */
  @Nullable Step<Object> step(CaseRow row) {
    CaseProcess<Object> process = process(row.process());
    if (row.step().equals(CaseRow.CLOSING)) {
      return null;
    }
    if (process.nodes().get(process.position(row.step()))
        instanceof Node.Run<Object>(String name, var forward, var undo)) {
      Class<? extends Step<Object>> type = row.undoing() ? undo : forward;
      return type == null ? null : step(type);
    }
    return null;
  }

  /** Whether a case that stands there goes only forward. */
  boolean irrevocable(CaseRow row) {
    if (!knows(row.process()) || row.step().equals(CaseRow.CLOSING)) {
      return true;
    }
    CaseProcess<Object> process = process(row.process());
    return process.irrevocable(process.position(row.step()));
  }

  /** No call or question takes longer. */
  Duration longestTimeout() {
    return longestTimeout;
  }

  String commitment(String text) {
    return commitment.apply(text);
  }

  String write(Object value) {
    return JSON.writeValueAsString(value);
  }

  Object readState(String process, String json) {
    return JSON.readValue(json, process(process).stateType());
  }

  Object readArguments(RemoteStep<Object, Object> step, String json) {
    Class<?> type = argumentTypes.get(step.getClass());
    if (type == null) {
      throw new IllegalStateException(step.getClass().getName() + " stands in no process");
    }
    return JSON.readValue(json, type);
  }

  @SuppressWarnings(
      "unchecked") // States and arguments are only ever given back to their own steps.
  private static <T> T cast(Object value) {
    return (T) value;
  }
}
