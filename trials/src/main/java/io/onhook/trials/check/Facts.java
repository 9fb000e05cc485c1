package io.onhook.trials.check;

import io.onhook.trials.check.Evidence.Case;
import io.onhook.trials.check.Evidence.Entry;
import io.onhook.trials.check.Evidence.Operation;
import io.onhook.trials.check.Evidence.Request;
import io.onhook.trials.plan.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The evidence, put in order for the judges: who belongs to whom. */
final class Facts {
  final Evidence evidence;
  private final Map<Long, List<Entry>> journals = new HashMap<>();
  private final Map<Long, Case> cases = new LinkedHashMap<>();
  private final Map<String, Case> byKey = new HashMap<>();
  private final Map<Long, Request> requests = new HashMap<>();
  private final Map<String, Subject> byLine = new HashMap<>();
  private final Map<String, Subject> byImsi = new HashMap<>();
  private final Map<String, Subject> byNumber = new HashMap<>();
  private final Map<String, List<Operation>> effectsByKey = new LinkedHashMap<>();
  private final Map<String, List<Change>> network = new LinkedHashMap<>();
  private final Set<String> intents = new HashSet<>();

  /**
   * A change at the network.
   *
   * @param what {@code bar}, {@code restore}, {@code delete} or {@code other}
   */
  record Change(Operation operation, String imsi, String what) {}

  Facts(Evidence evidence) {
    this.evidence = evidence;
    evidence.cases().forEach(it -> cases.put(it.id(), it));
    evidence.cases().forEach(it -> byKey.put(name(it.process()) + " " + it.key(), it));
    evidence.entries().forEach(this::enter);
    evidence.requests().forEach(request -> requests.put(request.caseId(), request));
    for (Subject subject : evidence.subjects()) {
      byLine.put(subject.line(), subject);
      byImsi.put(subject.imsi(), subject);
      byNumber.put(subject.msisdn(), subject);
    }
    evidence.operations().forEach(this::effect);
  }

  private void enter(Entry entry) {
    journals.computeIfAbsent(entry.caseId(), unused -> new ArrayList<>()).add(entry);
    if (!entry.effect().isEmpty()) {
      intents.add(entry.effect());
    }
  }

  private void effect(Operation operation) {
    if (operation.name().startsWith("hlr.")) {
      change(operation)
          .ifPresent(it -> network.computeIfAbsent(it.imsi(), unused -> new ArrayList<>()).add(it));
    } else if (operation.effective() && operation.key().startsWith(evidence.installation())) {
      effectsByKey.computeIfAbsent(operation.key(), unused -> new ArrayList<>()).add(operation);
    }
  }

  private static Optional<Change> change(Operation operation) {
    JsonNode arguments = operation.arguments();
    String text = arguments.path("request").asString("") + arguments.path("command").asString("");
    if (operation.changes().isEmpty()) {
      return Optional.empty();
    }
    String imsi = operation.changes().getFirst().id();
    String what =
        text.contains("subscriber.delete")
            ? "delete"
            : text.endsWith("network-access-mode none")
                ? "bar"
                : text.contains("network-access-mode") ? "restore" : "other";
    return Optional.of(new Change(operation, imsi, what));
  }

  private static String name(String process) {
    return process.substring(0, process.indexOf('/'));
  }

  Stream<Case> cancellations() {
    return cases.values().stream().filter(it -> it.is("cancellation"));
  }

  /** Those of this line, the oldest first: a new operator's comes after one that is taken back. */
  List<Case> cancellations(Subject subject) {
    return cancellations()
        .filter(it -> subject(it).filter(subject::equals).isPresent())
        .sorted(Comparator.comparingLong(Case::id))
        .toList();
  }

  /** Bars of this line that can be lifted. */
  List<Case> bars(Subject subject) {
    return all()
        .filter(it -> it.is("line-bar"))
        .filter(it -> it.state().path("line").asString("").equals(subject.line()))
        .toList();
  }

  /** Whether a new operator redeemed a code for it. */
  boolean switches(Case it) {
    return it.state().path("applicant").path("way").asString("").matches("pac|stac");
  }

  Stream<Case> all() {
    return cases.values().stream();
  }

  Optional<Case> child(String process, String reference) {
    return Optional.ofNullable(byKey.get(process + " " + reference));
  }

  List<Entry> journal(Case it) {
    return journal(it.id());
  }

  List<Entry> journal(long caseId) {
    return journals.getOrDefault(caseId, List.of());
  }

  /** By how much the clock went back at most, from one entry of a case to its next. */
  Duration clockMovedBack() {
    Duration most = Duration.ZERO;
    for (List<Entry> journal : journals.values()) {
      for (int i = 1; i < journal.size(); i++) {
        Duration back = Duration.between(journal.get(i).at(), journal.get(i - 1).at());
        most = back.compareTo(most) > 0 ? back : most;
      }
    }
    return most;
  }

  Optional<Request> request(Case it) {
    return Optional.ofNullable(requests.get(it.id()));
  }

  Optional<Subject> subject(Case it) {
    return Optional.ofNullable(byLine.get(it.state().path("subject").path("line").asString("")));
  }

  Optional<Subject> byNumber(String digits) {
    return Optional.ofNullable(byNumber.get(digits));
  }

  Optional<Subject> byImsi(String imsi) {
    return Optional.ofNullable(byImsi.get(imsi));
  }

  boolean isUnderTrial(String imsi) {
    return byImsi.containsKey(imsi);
  }

  /** Whatever happened to this SIM at the network, in order. */
  List<Change> network(String imsi) {
    return network.getOrDefault(imsi, List.of());
  }

  /** SIMs to which something happened. */
  Set<String> touched() {
    return network.keySet();
  }

  /** What each effect key really did, in order. */
  Map<String, List<Operation>> effects() {
    return effectsByKey;
  }

  /** What an effect key did. */
  List<Operation> effects(String key) {
    return effectsByKey.getOrDefault(key, List.of());
  }

  boolean hasIntent(String key) {
    return intents.contains(key);
  }

  String key(Case it, String step) {
    return evidence.installation() + "-" + it.id() + "-" + step;
  }

  /** The case that an effect key belongs to. */
  @Nullable Case owner(String key) {
    String rest = key.substring(Math.min(key.length(), evidence.installation().length() + 1));
    int dash = rest.indexOf('-');
    return dash < 0 || !rest.substring(0, dash).matches("\\d+")
        ? null
        : cases.get(Long.parseLong(rest.substring(0, dash)));
  }

  Optional<JsonNode> book(String collection, String id) {
    return Optional.ofNullable(evidence.books().getOrDefault(collection, Map.of()).get(id));
  }

  /** All documents of a collection. */
  Stream<JsonNode> books(String collection) {
    return evidence.books().getOrDefault(collection, Map.of()).values().stream();
  }

  Stream<Operation> operations(String name) {
    return evidence.operations().stream().filter(operation -> operation.name().equals(name));
  }

  /** The first entry of this kind and step. */
  Optional<Entry> entry(Case it, String kind, String step) {
    return journal(it).stream()
        .filter(entry -> entry.kind().equals(kind) && entry.step().equals(step))
        .findFirst();
  }

  /** When the intent of a step became durable. */
  Optional<Entry> intent(Case it, String step) {
    String key = key(it, step);
    return journal(it).stream().filter(entry -> entry.effect().equals(key)).findFirst();
  }

  /** Fen, of a TM Forum money. */
  static long fen(JsonNode money) {
    JsonNode value = money.path("value");
    return value.isNumber()
        ? value.decimalValue().movePointRight(2).longValueExact()
        : Long.parseLong(Objects.requireNonNullElse(value.asString(""), "0").replace(".", ""));
  }
}
