package io.onhook.trials.node;

import io.onhook.engine.CaseProcess;
import io.onhook.engine.ChildStep;
import io.onhook.engine.Decision;
import io.onhook.engine.RemoteStep;
import io.onhook.engine.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The processes as the node knows them, told to whoever judges. */
final class Graph {
  private Graph() {}

  /** Every process with its steps, from top to bottom. */
  static JsonNode of(ApplicationContext context) {
    ObjectNode all = Servant.empty();
    for (CaseProcess<?> process : context.getBeansOfType(CaseProcess.class).values()) {
      var steps = all.putArray(process.id());
      for (CaseProcess.Node<?> node : process.nodes()) {
        ObjectNode step = steps.addObject().put("name", node.name());
        switch (node) {
          case CaseProcess.Node.Run<?>(String name, var type, var undo) ->
              step.put("kind", kind(type)).put("undo", undo == null ? "" : kind(undo));
          case CaseProcess.Node.WaitTime<?> wait -> step.put("kind", "time");
          case CaseProcess.Node.WaitSignal<?> wait -> step.put("kind", "signal");
          case CaseProcess.Node.PointOfNoReturn<?> line -> step.put("kind", "line");
        }
      }
    }
    return all;
  }

  private static String kind(@Nullable Class<? extends Step<?>> type) {
    if (type == null) {
      return "";
    }
    return RemoteStep.class.isAssignableFrom(type)
        ? "remote"
        : Decision.class.isAssignableFrom(type)
            ? "decision"
            : ChildStep.class.isAssignableFrom(type) ? "child" : "local";
  }
}
