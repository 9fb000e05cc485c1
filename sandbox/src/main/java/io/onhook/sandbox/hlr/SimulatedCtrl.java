package io.onhook.sandbox.hlr;

import io.onhook.sandbox.book.Book;
import io.onhook.sandbox.book.Draft;
import io.onhook.sandbox.json.Json;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** CTRL as osmo-hlr 1.5.0 speaks it, to the letter, on the book's subscribers. */
final class SimulatedCtrl implements Ctrl {
  private static final Pattern VERB = Pattern.compile("(?i)GET|SET|GET_REPLY|SET_REPLY|TRAP|ERROR");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z0-9._-]+");
  private static final Pattern SELECTED =
      Pattern.compile("subscriber\\.by-([^-.]+)-([^.]*)(?:\\.(.*))?");
  private static final Pattern IMSI = Pattern.compile("\\d{6,15}");
  private static final Pattern MSISDN = Pattern.compile("\\d{1,15}");

  private final Book book;

  SimulatedCtrl(Book book) {
    this.book = book;
  }

  @Override
  public Optional<String> answer(String request) {
    if (request.isEmpty()) {
      return Optional.of("ERROR err Request malformed");
    }
    String[] words = request.split(" ", 4);
    if (!VERB.matcher(words[0]).matches()) {
      return Optional.of("ERROR err Request type unknown");
    }
    if (words.length < 2) {
      return Optional.of("ERROR err Missing ID");
    }
    String id = words[1];
    if (!id.matches("\\d+")) {
      return Optional.of("ERROR err Invalid message ID number");
    }
    String answer =
        switch (words[0].toUpperCase(Locale.ROOT)) {
          case "GET" -> words.length < 3 ? "GET incomplete" : get(words);
          case "SET" -> words.length < 4 ? "SET incomplete" : set(request, words[2], words[3]);
          default -> "Trying to execute something not GET or SET";
        };
    // An answer that begins with the variable is a success; all others are errors.
    return Optional.of(
        words.length > 2 && answer.startsWith("\0")
            ? words[0] + "_REPLY " + id + " " + words[2] + " " + answer.substring(1)
            : "ERROR " + id + " " + answer);
  }

  private static String ok(String value) {
    return "\0" + value;
  }

  private String get(String[] words) {
    String variable = words[2];
    if (!VARIABLE.matcher(variable).matches()) {
      return "GET variable contains invalid characters";
    }
    if (words.length > 3) {
      return "GET with trailing characters";
    }
    if (variable.equals("subscriber.create") || variable.equals("subscriber.delete")) {
      return "Write Only attribute";
    }
    Matcher selected = SELECTED.matcher(variable);
    Optional<String> wrong = wrongSelector(variable, selected);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    Optional<ObjectNode> found =
        book.read(view -> Subscribers.by(view, selected.group(1), selected.group(2)));
    return found
        .map(subscriber -> ok(attribute(subscriber, selected.group(3))))
        .orElse("No such subscriber.");
  }

  private String set(String request, String variable, String value) {
    if (!VARIABLE.matcher(variable).matches()) {
      return "SET variable contains invalid characters";
    }
    JsonNode result =
        book.change(
            "hlr.ctrl",
            null,
            Json.object().put("request", request),
            draft -> Json.object().put("answer", set(draft, variable, value)));
    return result.path("answer").asString("");
  }

  private static String set(Draft draft, String variable, String value) {
    if (variable.equals("subscriber.create")) {
      if (!IMSI.matcher(value).matches()) {
        return "Invalid IMSI value.";
      }
      return Subscribers.by(draft, "imsi", value).isPresent()
          ? "Subscriber already exists."
          : ok(Subscribers.create(draft, value).path("id").asString(""));
    }
    if (variable.equals("subscriber.delete")) {
      return delete(draft, value);
    }
    Matcher selected = SELECTED.matcher(variable);
    Optional<String> wrong = wrongSelector(variable, selected);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    String attribute = selected.group(3);
    if (attribute.startsWith("info")) {
      return "Read Only attribute";
    }
    boolean valid =
        attribute.equals("msisdn")
            ? value.equals("none") || MSISDN.matcher(value).matches()
            : value.equals("0") || value.equals("1");
    if (!valid) {
      return "Value failed verification.";
    }
    return Subscribers.by(draft, selected.group(1), selected.group(2))
        .map(subscriber -> update(draft, subscriber, attribute, value))
        .orElseGet(() -> nobody(selected.group(1), attribute));
  }

  /** Found by IMSI, the switches don't look first whether there is anybody, and fail otherwise. */
  private static String nobody(String selector, String attribute) {
    return selector.equals("imsi") && attribute.endsWith("-enabled")
        ? "An error has occurred."
        : "No such subscriber.";
  }

  private static String delete(Draft draft, String value) {
    if (!IMSI.matcher(value).matches()) {
      return "Invalid IMSI value.";
    }
    Optional<ObjectNode> subscriber = Subscribers.by(draft, "imsi", value);
    if (subscriber.isPresent()) {
      draft.remove(Subscribers.SUBSCRIBERS, value);
    }
    return subscriber
        .map(gone -> ok(gone.path("id").asString("")))
        .orElse("Subscriber doesn't exist.");
  }

  private static String update(Draft draft, ObjectNode subscriber, String attribute, String value) {
    ObjectNode changed = subscriber.deepCopy();
    switch (attribute) {
      case "cs-enabled" -> changed.put("nam_cs", Integer.parseInt(value));
      case "ps-enabled" -> changed.put("nam_ps", Integer.parseInt(value));
      default -> {
        Optional<ObjectNode> owner = Subscribers.by(draft, "msisdn", value);
        if (owner.isPresent() && !owner.get().path("imsi").equals(subscriber.path("imsi"))) {
          return "Update MSISDN failed";
        }
        changed.remove("msisdn");
        if (!value.equals("none")) {
          changed.put("msisdn", value);
        }
      }
    }
    draft.put(Subscribers.SUBSCRIBERS, changed.path("imsi").asString(""), changed);
    return ok("OK");
  }

  private static Optional<String> wrongSelector(String variable, Matcher selected) {
    if (!selected.matches()) {
      return Optional.of(
          variable.startsWith("subscriber.by-")
              ? "Invalid value part of 'by-xxx-value' selector."
              : variable.equals("subscriber") ? "Command not present." : "Command not found");
    }
    String value = selected.group(2);
    String attribute = selected.group(3);
    boolean valid =
        switch (selected.group(1)) {
          case "imsi" -> IMSI.matcher(value).matches();
          case "msisdn" -> MSISDN.matcher(value).matches();
          case "id" -> value.matches("\\d{1,18}");
          default -> false;
        };
    if (!valid) {
      return Optional.of(
          selected.group(1).matches("imsi|msisdn|id")
              ? "Invalid value part of 'by-xxx-value' selector."
              : "Not a known subscriber 'by-xxx-' selector.");
    }
    if (attribute == null) {
      return Optional.of("Command not present.");
    }
    return attribute.matches("info|info-aud|info-all|msisdn|cs-enabled|ps-enabled")
        ? Optional.empty()
        : Optional.of("Command not found");
  }

  private static String attribute(ObjectNode subscriber, String attribute) {
    return switch (attribute) {
      case "msisdn" -> subscriber.path("msisdn").asString("none");
      case "cs-enabled" -> subscriber.path("nam_cs").asString("");
      case "ps-enabled" -> subscriber.path("nam_ps").asString("");
      case "info-aud" -> "";
      default -> info(subscriber);
    };
  }

  private static String info(ObjectNode subscriber) {
    String msisdn = subscriber.path("msisdn").asString("");
    return "\nid\t"
        + subscriber.path("id").asString("")
        + "\nimsi\t"
        + subscriber.path("imsi").asString("")
        + (msisdn.isEmpty() ? "" : "\nmsisdn\t" + msisdn)
        + "\nnam_cs\t"
        + subscriber.path("nam_cs").asString("")
        + "\nnam_ps\t"
        + subscriber.path("nam_ps").asString("")
        + "\nms_purged_cs\t0\nms_purged_ps\t0\nperiodic_lu_timer\t0\nperiodic_rau_tau_timer\t0"
        + "\nlmsi\t00000000";
  }
}
