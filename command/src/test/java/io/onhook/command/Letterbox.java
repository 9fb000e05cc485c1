package io.onhook.command;

import io.onhook.stand.Http;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What the operator's people were sent, by SMS and mail. */
final class Letterbox {
  static final Pattern CODE = Pattern.compile("\\b\\d{7}\\b");
  private static final Pattern OBJECTION = Pattern.compile("/object/[0-9A-Za-z-]+");
  private static final int LOOKS = 600;
  private static final Duration BETWEEN = Duration.ofMillis(50);

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
    return found(to, after, CODE);
  }

  /** Where an owner objects, by the first message that tells it. */
  String objection(String to) {
    return found(to, Instant.MIN, OBJECTION);
  }

  /** The first message that has these words. */
  String words(String to, String words) {
    return found(to, Instant.MIN, Pattern.compile(Pattern.quote(words)));
  }

  private String found(String to, Instant after, Pattern what) {
    for (int i = 0; i < LOOKS; i++) {
      for (JsonNode message : to(to)) {
        var found = what.matcher(message.path("text").asString());
        if (at(message).isAfter(after) && found.find()) {
          return found.group();
        }
      }
      pause(BETWEEN);
    }
    throw new AssertionError("No message with " + what + " came to " + to);
  }

  /** Whether anything was sent there at all. */
  boolean isEmpty(String to) {
    return to(to).isEmpty();
  }

  private JsonNode last(String to) {
    List<JsonNode> all = to(to);
    return all.isEmpty() ? MissingNode.getInstance() : all.getLast();
  }

  /** The oldest first. */
  private List<JsonNode> to(String to) {
    return operator
        .get("/sandbox/inbox?to=" + to.replace("+", "%2B"))
        .json()
        .valueStream()
        .toList()
        .reversed();
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
