package io.onhook.trials.check;

import io.onhook.stand.Http;
import io.onhook.stand.Said;
import io.onhook.trials.check.Evidence.Case;
import io.onhook.trials.check.Evidence.Changed;
import io.onhook.trials.check.Evidence.Entry;
import io.onhook.trials.check.Evidence.Operation;
import io.onhook.trials.check.Evidence.Place;
import io.onhook.trials.field.Field;
import io.onhook.trials.field.Tables;
import io.onhook.trials.plan.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Gathers the evidence of one field, from both sides; the operator's journal bit by bit. */
public final class Gathering {
  private static final int PAGE = 5_000;
  private static final List<String> PHASES = List.of("RUN", "WAIT", "DECISION", "PARKED");

  private final Field field;
  private final Map<String, Map<String, JsonNode>> books = new HashMap<>();
  private long read;
  private @Nullable Map<String, List<Place>> graph;

  /** From now on: what the operator did before shows in its books only. */
  public Gathering(Field field) {
    this.field = field;
    var unused = operations();
  }

  /** What the trial saw itself. */
  public record Seen(
      List<Subject> subjects,
      List<Evidence.Promise> promises,
      List<Evidence.Answer> answers,
      List<String> unfinished,
      long nodesLogFrom) {}

  /** Everything about cases that were started since. */
  public Evidence since(Beginning since, Seen seen) {
    Tables tables = field.tables();
    Set<Long> older = since.older(tables);
    String installation =
        tables.one("SELECT name FROM engine.installation", row -> row.getString(1));
    // What an earlier wave left behind was judged with that.
    List<Operation> operations =
        operations().stream()
            .filter(operation -> !isOlder(operation.key(), installation, older))
            .toList();
    List<Entry> entries = entries(tables, since);
    JsonNode verdict = field.node().ask("verify", Map.of());
    var findings = new ArrayList<String>();
    verdict.path("findings").forEach(finding -> findings.add(finding.asString()));
    return new Evidence(
        Instant.now()
            .plusNanos(
                tables.one("SELECT microseconds FROM clock.ahead", r -> r.getLong(1)) * 1000),
        installation,
        graph(),
        cases(tables, since),
        entries,
        tables.all(
            "SELECT reference, case_id, line_id, submitted_by, received_at, ended_at, ending FROM"
                + " cancellation.request WHERE "
                + Beginning.isSince("case_id"),
            row ->
                new Evidence.Request(
                    row.getString(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getString(4),
                    instant(row, 5),
                    orNull(row, 6),
                    row.getString(7)),
            since.position()),
        tables.all(
            "SELECT i.case_id, i.step, v.staff, v.approved FROM worklist.verdict v JOIN"
                + " worklist.item i ON i.id = v.item WHERE "
                + Beginning.isSince("i.case_id"),
            row ->
                new Evidence.Verdict(
                    row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4)),
            since.position()),
        tables.all(
            "SELECT msisdn, state, reference, rests_until FROM number.number",
            row ->
                new Evidence.Number(
                    row.getString(1), row.getString(2), row.getString(3), orNull(row, 4))),
        tables.all(
            "SELECT p.number, p.kind, p.reference, EXISTS (SELECT 1 FROM certificate.revocation r"
                + " WHERE r.number = p.number) FROM certificate.proof p JOIN cancellation.request q"
                + " ON q.reference = p.reference WHERE "
                + Beginning.isSince("q.case_id"),
            row ->
                new Evidence.Proof(
                    row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)),
            since.position()),
        tables.all("SELECT case_id FROM engine.timer", row -> row.getLong(1)),
        tables.all("SELECT line_id FROM cancellation.open_line", row -> row.getString(1)),
        operations,
        copy(),
        seen.subjects(),
        seen.promises(),
        seen.answers(),
        findings,
        leaks(seen, entries),
        seen.unfinished(),
        Witness.strays(tables, since),
        Papers.at(tables),
        Queues.turns(tables),
        Queues.tickets(tables),
        deletable(tables));
  }

  /** Tables of the record in which the running role could change or delete. */
  static List<String> deletable(Tables tables) {
    return tables.all(
        "SELECT t FROM unnest(ARRAY['journal.entry', 'certificate.proof',"
            + " 'certificate.revocation', 'worklist.verdict', 'engine.ended_case']) t WHERE"
            + " has_table_privilege('onhook_app', t, 'DELETE, TRUNCATE') OR"
            + " has_table_privilege('onhook_app', t, 'UPDATE')",
        row -> row.getString(1));
  }

  private static boolean isOlder(String key, String installation, Set<Long> older) {
    if (!key.startsWith(installation + "-")) {
      return false;
    }
    String[] parts = key.substring(installation.length() + 1).split("-", 2);
    return parts[0].matches("\\d+") && older.contains(Long.parseLong(parts[0]));
  }

  private List<Case> cases(Tables tables, Beginning since) {
    List<Case> cases =
        new ArrayList<>(
            tables.all(
                "SELECT c.id, c.process, k.case_key, c.step, c.phase, c.why, c.undoing, c.ending,"
                    + " c.sequence, c.state FROM engine.live_case c LEFT JOIN engine.case_key k ON"
                    + " k.case_id = c.id WHERE "
                    + Beginning.isSince("c.id"),
                row ->
                    new Case(
                        row.getLong(1),
                        row.getString(2),
                        String.valueOf(row.getString(3)),
                        PHASES.get(row.getInt(5)),
                        row.getString(4),
                        row.getString(6),
                        row.getBoolean(7),
                        row.getString(8),
                        row.getInt(9),
                        json(row.getString(10))),
                since.position()));
    cases.addAll(
        tables.all(
            "SELECT c.id, c.process, k.case_key, c.ending, c.sequence, c.state FROM"
                + " engine.ended_case c LEFT JOIN engine.case_key k ON k.case_id = c.id WHERE "
                + Beginning.isSince("c.id"),
            row ->
                new Case(
                    row.getLong(1),
                    row.getString(2),
                    String.valueOf(row.getString(3)),
                    "ENDED",
                    "",
                    null,
                    false,
                    row.getString(4),
                    row.getInt(5),
                    json(row.getString(6))),
            since.position()));
    return cases;
  }

  private static List<Entry> entries(Tables tables, Beginning since) {
    return tables.all(
        "SELECT chain, sequence, at, actor, kind, subject, detail FROM journal.entry e WHERE chain"
            + " > 0 AND "
            + Beginning.isSince("e.chain")
            + " ORDER BY chain, sequence",
        row ->
            new Entry(
                row.getLong(1),
                row.getInt(2),
                instant(row, 3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                json(row.getString(7))),
        since.position());
  }

  /** What the operator's journal has since the last look; the books follow it. */
  private List<Operation> operations() {
    var found = new ArrayList<Operation>();
    while (true) {
      String page =
          field
              .systems()
              .get("/sandbox/journal?changes=true&since=" + read + "&limit=" + PAGE)
              .fine()
              .text();
      int before = found.size();
      for (String line : page.split("\n", -1)) {
        if (!line.isBlank()) {
          found.add(operation(json(line)));
        }
      }
      if (found.size() == before) {
        return found;
      }
    }
  }

  private Operation operation(JsonNode it) {
    read = it.path("seq").asLong();
    var changes = new ArrayList<Changed>();
    for (JsonNode change : it.path("changes")) {
      String collection = change.path("collection").asString();
      String id = change.path("id").asString();
      JsonNode document = change.path("document");
      boolean removed = document.isNull() || document.isMissingNode();
      changes.add(new Changed(collection, id, removed ? null : document));
      Map<String, JsonNode> book = books.computeIfAbsent(collection, name -> new HashMap<>());
      if (removed) {
        book.remove(id);
      } else {
        book.put(id, document);
      }
    }
    return new Operation(
        read,
        Instant.parse(it.path("at").asString()),
        it.path("operation").asString(),
        it.path("key").asString(""),
        it.path("arguments"),
        it.path("result"),
        it.path("replayed").asBoolean(),
        // The catalogue's own lines are no effects of anybody.
        it.path("operation").asString().startsWith("sandbox.") ? List.of() : changes);
  }

  private Map<String, Map<String, JsonNode>> copy() {
    var copy = new HashMap<String, Map<String, JsonNode>>();
    books.forEach((collection, documents) -> copy.put(collection, new HashMap<>(documents)));
    return copy;
  }

  /** Every process that the nodes know. */
  public Map<String, List<Place>> graph() {
    Map<String, List<Place>> known = graph;
    if (known != null) {
      return known;
    }
    var processes = new LinkedHashMap<String, List<Place>>();
    field
        .node()
        .ask("processes", Map.of())
        .properties()
        .forEach(
            process ->
                processes.put(
                    process.getKey(),
                    process
                        .getValue()
                        .valueStream()
                        .map(
                            step ->
                                new Place(
                                    step.path("name").asString(),
                                    step.path("kind").asString(),
                                    step.path("undo").asString("")))
                        .toList()));
    graph = processes;
    return processes;
  }

  /** Numbers, documents, tokens and addresses in the journal or in the nodes' log. */
  private List<String> leaks(Seen seen, List<Entry> entries) {
    Set<String> secrets = new HashSet<>();
    for (Subject subject : seen.subjects()) {
      secrets.add(subject.msisdn());
      secrets.add(subject.document());
      secrets.add(subject.email());
      if (subject.plan().refundAccount() != null) {
        secrets.add(String.valueOf(subject.plan().refundAccount()));
      }
    }
    var found = new ArrayList<String>();
    for (Entry entry : entries) {
      words(entry.detail().toString() + " " + entry.actor() + " " + entry.step())
          .filter(secrets::contains)
          .forEach(
              secret ->
                  found.add(
                      "the journal's entry %d of case %d tells %s"
                          .formatted(entry.sequence(), entry.caseId(), secret)));
    }
    words(field.nodesLog(seen.nodesLogFrom()))
        .filter(secrets::contains)
        .distinct()
        .forEach(secret -> found.add("a node's log tells " + secret));
    return found;
  }

  /** Whatever could be a number, a token or an address. */
  private static java.util.stream.Stream<String> words(String text) {
    return java.util.stream.Stream.of(text.split("[^A-Za-z0-9@._-]+"))
        .flatMap(word -> java.util.stream.Stream.of(word, word.replaceAll("\\.+$", "")).distinct());
  }

  private static JsonNode json(String text) {
    return Http.JSON.readTree(text);
  }

  static Instant instant(ResultSet row, int column) throws SQLException {
    Instant at = orNull(row, column);
    if (at == null) {
      throw new Said("A time is missing");
    }
    return at;
  }

  static @Nullable Instant orNull(ResultSet row, int column) throws SQLException {
    var at = row.getObject(column, java.time.OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
