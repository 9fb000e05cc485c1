package io.onhook.trials.run;

import io.onhook.stand.Said;
import io.onhook.trials.field.Field;
import io.onhook.trials.field.Node;
import io.onhook.trials.plan.Subject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;

/** A store while a wave goes on: clerks who call at the same instant, visitors who change. */
final class Store implements AutoCloseable {
  /** Open around the clock, since a trial's time is any. */
  private static final String OFFICE = "hongqiao";

  private static final List<String> CLERKS = List.of("clara", "conny", "curt");
  private static final int AGAIN_MILLIS = 150;

  private final Field field;
  private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicBoolean open = new AtomicBoolean();
  private volatile boolean over;

  Store(Field field) {
    this.field = field;
  }

  /**
   * The holder of this line takes a number. Of four, one asks for the priority lane, one lets
   * somebody pass, and one goes away.
   */
  void visit(Subject subject) {
    int kind = Math.floorMod(subject.number(), 4);
    People.patiently(
        () -> {
          String token =
              ask("ticket", Map.of("office", OFFICE, "priority", kind == 1))
                  .path("token")
                  .asString("");
          if (!token.isEmpty() && kind > 1) {
            ask(kind == 2 ? "let-pass" : "give-up", Map.of("token", token));
          }
        });
    if (open.compareAndSet(false, true)) {
      for (int i = 0; i < CLERKS.size(); i++) {
        int window = i + 1;
        hands.execute(() -> serve(CLERKS.get(window - 1), window));
      }
    }
  }

  private void serve(String clerk, int window) {
    while (!over) {
      try {
        JsonNode answer = ask("serve", Map.of("office", OFFICE, "staff", clerk, "window", window));
        if (!answer.path("answer").asString().equals("Called")) {
          Wave.pause(AGAIN_MILLIS);
        }
      } catch (Node.Gone | Said away) {
        Wave.pause(AGAIN_MILLIS);
      }
    }
  }

  /** Each time another node, if there are several. */
  private JsonNode ask(String what, Map<String, ?> with) {
    return field.node().ask(what, with);
  }

  /** Nobody is called any more. */
  @Override
  public void close() {
    over = true;
    hands.close();
  }
}
