package io.onhook.command;

import io.onhook.stand.Http;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What the operator's people were sent, by SMS and mail. */
final class Letterbox {
  static final Pattern CODE = Pattern.compile("\\b\\d{7}\\b");
  private static final int LOOKS = 60;
  private static final Duration BETWEEN = Duration.ofMillis(500);

  private final Http operator;

  Letterbox(Http operator) {
    this.operator = operator;
  }

  /** When the last message came; long ago if none did. */
  Instant lastMessage(String to) {
    JsonNode last = last(to);
    return last.isMissingNode() ? Instant.MIN : at(last);
  }

  /** The code of the first message that comes after this. */
  String code(String to, Instant after) {
    for (int i = 0; i < LOOKS; i++) {
      JsonNode message = last(to);
      if (!message.isMissingNode() && at(message).isAfter(after)) {
        var found = CODE.matcher(message.path("text").asString());
        if (found.find()) {
          return found.group();
        }
      }
      pause(BETWEEN);
    }
    throw new AssertionError("No code came to " + to);
  }

  private JsonNode last(String to) {
    return operator
        .get("/sandbox/inbox?to=" + to.replace("+", "%2B"))
        .json()
        .valueStream()
        .max(Comparator.comparing(Letterbox::at))
        .orElse(MissingNode.getInstance());
  }

  private static Instant at(JsonNode message) {
    return Instant.parse(message.path("at").asString());
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
