package io.onhook.cancellation;

import io.onhook.engine.CaseProcess;
import io.onhook.engine.CaseProcess.Node;
import io.onhook.engine.CaseView;
import io.onhook.journal.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Tells each step's state and times from the process, the case, and its journal. Pure. */
final class StepViews {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Map<String, Instant> done = new HashMap<>();
  private final Map<String, Instant> undone = new HashMap<>();

  private StepViews() {}

  /** What of an entry's detail matters here. */
  private record Detail(@Nullable List<String> passed) {}

  static List<StepView> of(CaseProcess<?> process, CaseView view, List<Entry> journal) {
    var steps = new StepViews();
    journal.forEach(steps::read);
    var views = new ArrayList<StepView>();
    for (Node<?> node : process.nodes()) {
      if (!(node instanceof Node.PointOfNoReturn<?>)) {
        views.add(steps.view(node.name(), view));
      }
    }
    return List.copyOf(views);
  }

  private void read(Entry entry) {
    switch (entry.kind()) {
      case "done", "waited", "person-happened" -> {
        done.putIfAbsent(entry.subject(), entry.at());
        passed(entry);
      }
      case "started" -> passed(entry);
      case "undone" -> undone.put(entry.subject(), entry.at());
      default -> {
        // Attempts, signals, parking: they don't move the case.
      }
    }
  }

  private void passed(Entry entry) {
    List<String> passed = JSON.readValue(entry.detail(), Detail.class).passed();
    if (passed != null) {
      passed.forEach(step -> done.putIfAbsent(step, entry.at()));
    }
  }

  private StepView view(String step, CaseView it) {
    Instant takenBack = undone.get(step);
    if (takenBack != null) {
      return new StepView(step, StepView.State.UNDONE, takenBack, null, null);
    }
    if (it.step().filter(step::equals).isPresent()) {
      return new StepView(step, state(it.standing()), null, it.until(), it.why());
    }
    Instant at = done.get(step);
    if (at != null) {
      return new StepView(step, StepView.State.DONE, at, null, null);
    }
    boolean over = it.undoing() || it.ending() != null;
    return new StepView(step, over ? StepView.State.NEVER : StepView.State.AHEAD, null, null, null);
  }

  private static StepView.State state(CaseView.Standing standing) {
    return switch (standing) {
      case RUNNING -> StepView.State.RUNNING;
      case WAITING -> StepView.State.WAITING;
      case DECISION -> StepView.State.DECISION;
      case PARKED -> StepView.State.PARKED;
      case ENDED -> StepView.State.DONE;
    };
  }
}
