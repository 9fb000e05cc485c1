package io.onhook.command;

import io.onhook.stand.Http;
import io.onhook.stand.Patience;
import io.onhook.stand.Screen;
import io.onhook.stand.Up;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The days that are lived before anybody comes: once, when the data is new. */
final class Past {
  private static final int DAYS = 90;

  /** Asks the service for them. */
  static final String SETTING = "--onhook.sandbox.history=" + DAYS;

  private static final int TOLD_EVERY = 15;

  private Past() {}

  /** Waits for the last of them, and tells how far it is. */
  static void await(Up up, Screen screen) {
    var service = new Http(up.service().address(), Map.of());
    int told = 0;
    JsonNode progress = look(service);
    if (!progress.path("done").asBoolean()) {
      screen.step("New data: %d days of history are lived first, a minute or two", DAYS);
    }
    while (!progress.path("done").asBoolean()) {
      int lived = progress.path("lived").asInt();
      if (lived >= told + TOLD_EVERY) {
        told = lived;
        screen.more("day %d of %d", lived, progress.path("of").asInt());
      }
      Patience.breathe();
      progress = look(service);
    }
  }

  private static JsonNode look(Http service) {
    return service.get("/demo/history").json();
  }
}
