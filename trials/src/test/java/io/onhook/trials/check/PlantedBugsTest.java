package io.onhook.trials.check;

import static io.onhook.trials.check.Falsified.and;
import static io.onhook.trials.check.Falsified.any;
import static io.onhook.trials.check.Falsified.replaced;
import static io.onhook.trials.check.Falsified.with;
import static io.onhook.trials.check.Falsified.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.stand.Http;
import io.onhook.stand.Place;
import io.onhook.trials.check.Evidence.Operation;
import io.onhook.trials.field.Field;
import io.onhook.trials.node.Bug;
import io.onhook.trials.plan.Plan;
import io.onhook.trials.plan.Plan.Beside;
import io.onhook.trials.plan.Plan.Fault;
import io.onhook.trials.plan.Plan.Retraction;
import io.onhook.trials.plan.Plan.Verdict;
import io.onhook.trials.plan.Plan.Way;
import io.onhook.trials.run.Schedules;
import io.onhook.trials.run.Weather;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A check that never fails proves nothing. Bugs are planted into a running node, rows are changed
 * in its database; where neither reaches, the evidence of a sound run is falsified.
 */
class PlantedBugsTest {
  /** What is falsified, and by which invariant it must be caught. */
  private static final Map<Invariant, UnaryOperator<Evidence>> FALSIFIED = falsified();

  /** Which invariants a bug in a node must violate, at the least. */
  private static final Map<Bug, Set<Invariant>> BUGS =
      new EnumMap<>(
          Map.of(
              Bug.REFUNDS_TWICE, Set.of(Invariant.ONE_INSTRUCTION, Invariant.REFUNDS_ADD_UP),
              Bug.REFUNDS_TO_A_STRANGER, Set.of(Invariant.PAYEE_AS_NAMED),
              Bug.REFUNDS_TOO_MUCH, Set.of(Invariant.STATEMENT_IS_INSTRUCTION),
              Bug.CHANGES_THE_ORDER, Set.of(Invariant.PAYEE_AS_NAMED, Invariant.RETRIES_IDENTICAL),
              Bug.ASKS_NEVER, Set.of(Invariant.ONE_EFFECT, Invariant.ONE_INSTRUCTION),
              Bug.BARS_THE_NEIGHBOUR, Set.of(Invariant.ONLY_OWN_SIMS),
              Bug.LEAVES_THE_BAR, Set.of(Invariant.BARS_LIFTED_OR_COMPLETED),
              Bug.LEAVES_THE_SUBSCRIBER, Set.of(Invariant.CERTIFICATE_MEANS_ENDED),
              Bug.LEAVES_THE_CONTRACT, Set.of(Invariant.CERTIFICATE_MEANS_ENDED)));

  @TempDir static Path folder;
  private static Field field;
  private static Schedules schedules;
  private static Evidence sound;

  @BeforeAll
  static void runSoundly() {
    field = new Field(new Place(Path.of("..").toAbsolutePath().normalize(), folder), Bug.NONE);
    Runtime.getRuntime().addShutdownHook(new Thread(field::close));
    schedules = new Schedules(field);
    var outcome = schedules.walk(plans(), Weather.fair());
    sound = outcome.evidence();
    assertThat(outcome.violations()).isEmpty();
  }

  @AfterAll
  static void stop() {
    field.close();
  }

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void catchesABugInANode(Bug bug) {
    field.node().ask("plant", Map.of("bug", bug.text()));
    try {
      var violated = EnumSet.noneOf(Invariant.class);
      for (Violation violation : schedules.walk(plans(), Weather.fair()).violations()) {
        Stream.of(Invariant.values())
            .filter(it -> it.number() == violation.invariant())
            .forEach(violated::add);
      }
      assertThat(violated).containsAll(BUGS.getOrDefault(bug, Set.of(Invariant.COMES_TO_REST)));
    } finally {
      field.node().ask("plant", Map.of("bug", Bug.NONE.text()));
    }
  }

  @Test
  void catchesAChangedEntryOfTheRecord() {
    field
        .tables()
        .change(
            "UPDATE journal.entry SET detail = detail || ' ' WHERE (chain, sequence) = (SELECT"
                + " chain, sequence FROM journal.entry WHERE kind = 'done' LIMIT 1)");
    var findings = new ArrayList<String>();
    field
        .node()
        .ask("verify", Map.of())
        .path("findings")
        .forEach(finding -> findings.add(finding.asString()));
    assertThat(Invariant.CHAIN_HOLDS.judge(with(sound, "chainFindings", findings))).isNotEmpty();
    field.tables().change("UPDATE journal.entry SET detail = rtrim(detail) WHERE detail LIKE '% '");
  }

  @Test
  void catchesARoleThatMayDelete() {
    field.tables().change("GRANT DELETE ON certificate.proof TO onhook_app");
    try {
      assertThat(
              Invariant.NOTHING_DELETED.judge(
                  with(sound, "canDelete", Gathering.deletable(field.tables()))))
          .isNotEmpty();
    } finally {
      field.tables().change("REVOKE DELETE ON certificate.proof FROM onhook_app");
    }
  }

  @Test
  void catchesSomebodyWhoMovesACaseThatIsNotTheirs() {
    field
        .tables()
        .change(
            "INSERT INTO engine.live_case (id, process, step, phase, undoing, armed, attempt,"
                + " state, sequence, hash) VALUES (9000000000, 'none/1', 'a', 1, false, false, 1,"
                + " '{}', 1, '')");
    field.tables().change("UPDATE engine.live_case SET step = 'b' WHERE id = 9000000000");
    field.tables().change("DELETE FROM engine.live_case WHERE id = 9000000000");
    assertThat(
            Invariant.ONLY_THE_OWNER.judge(
                with(
                    sound,
                    "strayWrites",
                    Witness.strays(field.tables(), Beginning.now(field.tables())))))
        .isNotEmpty();
    field.tables().change("DELETE FROM trial.stray");
  }

  @ParameterizedTest
  @MethodSource("falsifiable")
  void catchesFalsifiedEvidence(Invariant invariant) {
    Evidence wrong = FALSIFIED.getOrDefault(invariant, UnaryOperator.identity()).apply(sound);
    assertThat(invariant.judge(sound)).isEmpty();
    assertThat(invariant.judge(wrong)).isNotEmpty();
  }

  static Stream<Invariant> falsifiable() {
    return FALSIFIED.keySet().stream();
  }

  @Test
  void everyInvariantHasItsBug() {
    var caught = EnumSet.copyOf(FALSIFIED.keySet());
    BUGS.values().forEach(caught::addAll);
    caught.addAll(
        Set.of(Invariant.CHAIN_HOLDS, Invariant.NOTHING_DELETED, Invariant.ONLY_THE_OWNER));
    assertThat(caught).containsExactlyInAnyOrder(Invariant.values());
  }

  private static List<Plan> plans() {
    var lost =
        List.of(
            new Fault("refund.create", "lose-answer", 1, "PT0S"),
            new Fault("refund.get", "stale-not-found", 1, "PT0S"));
    var blind =
        List.of(
            new Fault("refund.create", "opaque", 1, "PT0S"),
            new Fault("refund.create", "lose-answer", 1, "PT0S"));
    return List.of(
        plan(1, "plain-unlimited", "token-1a2b3c4d", null, List.of()),
        plan(2, "plain-unlimited", "token-2a2b3c4d", null, lost),
        plan(3, "plain-unlimited", "token-3a2b3c4d", null, blind),
        plan(4, "plain-004", null, null, List.of()),
        plan(5, "plain-004", null, new Retraction("dues", false, 0, 1), List.of()),
        plan(6, Way.REQUEST, Verdict.OBJECTED),
        plan(7, Way.ONLINE, Verdict.APPROVE).beside(List.of(Beside.PAPER)),
        plan(8, Way.REQUEST, Verdict.APPROVE).beside(List.of(Beside.TICKET)),
        plan(9, Way.REQUEST, Verdict.APPROVE).beside(List.of(Beside.TICKET)));
  }

  private static Plan plan(long seed, Way way, Verdict review) {
    return new Plan(
        seed,
        way,
        0,
        "plain-unlimited",
        review,
        Verdict.APPROVE,
        "token-%da2b3c4d".formatted(seed),
        true,
        1,
        0,
        null,
        0,
        List.of(),
        List.of());
  }

  private static Plan plan(
      long seed,
      String situation,
      @Nullable String account,
      @Nullable Retraction retraction,
      List<Fault> faults) {
    return new Plan(
        seed,
        Way.REQUEST,
        0,
        situation,
        Verdict.APPROVE,
        Verdict.APPROVE,
        account,
        retraction == null,
        1,
        0,
        retraction,
        0,
        faults,
        List.of());
  }

  private static boolean isOfAProgram(Evidence it, Evidence.Verdict verdict) {
    return it.requests().stream()
        .anyMatch(
            request ->
                request.caseId() == verdict.caseId() && request.submittedBy().endsWith(":trial"));
  }

  private static JsonNode unconfirmed(JsonNode state) {
    JsonNode copy = state.deepCopy();
    ((ObjectNode) copy.path("applicant")).putNull("confirmation");
    return copy;
  }

  private static Map<Invariant, UnaryOperator<Evidence>> falsified() {
    var all = new EnumMap<Invariant, UnaryOperator<Evidence>>(Invariant.class);
    all.put(
        Invariant.APPROVED_FIRST,
        it ->
            with(
                it,
                "entries",
                without(
                    it.entries(),
                    entry -> entry.kind().equals("signal") && entry.step().equals("review"))));
    all.put(
        Invariant.NOBODY_APPROVES_THEIR_OWN,
        it ->
            with(
                it,
                "verdicts",
                replaced(
                    it.verdicts(),
                    verdict -> isOfAProgram(it, verdict),
                    verdict -> with(verdict, "staff", "trial"))));
    all.put(
        Invariant.CONFIRMED,
        it ->
            with(
                it,
                "cases",
                replaced(
                    it.cases(),
                    any -> any.state().path("applicant").path("confirmation").isObject(),
                    any -> with(any, "state", unconfirmed(any.state())))));
    all.put(
        Invariant.TWO_PEOPLE_AFTER_AN_OBJECTION,
        it ->
            with(
                it,
                "entries",
                without(it.entries(), entry -> entry.step().startsWith("objection-settled-"))));
    all.put(
        Invariant.DELETED_AT_MOST_ONCE,
        it -> with(it, "operations", and(it.operations(), deletion(it))));
    all.put(
        Invariant.NEVER_TOO_EARLY,
        it ->
            with(
                it,
                "entries",
                replaced(
                    it.entries(),
                    entry -> entry.effect().endsWith("-bar-line"),
                    entry -> with(entry, "at", entry.at().minus(Duration.ofDays(4))))));
    all.put(
        Invariant.RETRIES_IDENTICAL,
        it -> with(it, "operations", and(it.operations(), otherTry(it))));
    all.put(
        Invariant.BILL_BEFORE_MONEY,
        it ->
            with(
                it,
                "operations",
                it.operations().stream()
                    .filter(operation -> !operation.name().equals("billOnDemand.create"))
                    .toList()));
    all.put(
        Invariant.NUMBERS_GO_THEIR_WAY,
        it ->
            with(
                it,
                "numbers",
                replaced(
                    it.numbers(),
                    number -> number.state().equals("quarantine"),
                    number -> with(number, "state", "active"))));
    all.put(
        Invariant.NUMBERS_REST,
        it ->
            with(
                it,
                "numbers",
                replaced(
                    it.numbers(),
                    number -> number.state().equals("quarantine"),
                    number -> with(number, "state", "free"))));
    all.put(
        Invariant.ONE_OWNER, it -> with(it, "numbers", and(it.numbers(), it.numbers().getFirst())));
    all.put(
        Invariant.INTENT_FIRST,
        it ->
            with(
                it,
                "operations",
                replaced(
                    it.operations(),
                    operation -> operation.key().endsWith("-final-bill"),
                    operation -> with(operation, "key", operation.key() + "-2"))));
    all.put(
        Invariant.ALONG_THE_GRAPH,
        it ->
            with(
                it,
                "entries",
                replaced(
                    it.entries(),
                    entry -> entry.step().equals("retire-sim"),
                    entry -> with(entry, "step", "announce-end"))));
    all.put(
        Invariant.ONE_ANSWER,
        it ->
            with(
                it,
                "answers",
                replaced(it.answers(), any -> true, answer -> with(answer, "told", "else"))));
    all.put(
        Invariant.ACCEPTED_IS_KEPT,
        it -> with(it, "requests", without(it.requests(), any -> true)));
    all.put(
        Invariant.STAYS_ON_VERSION,
        it ->
            with(
                it,
                "cases",
                replaced(
                    it.cases(), any -> true, case_ -> with(case_, "process", "cancellation/9"))));
    all.put(
        Invariant.RETRACTED_STAYS,
        it ->
            with(
                it,
                "entries",
                without(
                    it.entries(),
                    entry -> entry.kind().equals("undone") && entry.step().equals("bar-line"))));
    all.put(
        Invariant.ONE_OPEN_CASE,
        it -> with(it, "openLines", and(it.openLines(), it.requests().getFirst().line())));
    all.put(
        Invariant.DEAD_TIMERS,
        it ->
            with(
                it,
                "timers",
                and(it.timers(), any(it.cases(), case_ -> case_.phase().equals("ENDED")).id())));
    all.put(Invariant.ONE_ENTRY, it -> with(it, "entries", without(it.entries(), any -> true)));
    all.put(
        Invariant.NOTHING_LEAKS,
        it -> with(it, "leaks", List.of("the journal tells " + it.subjects().getFirst().line())));
    all.put(
        Invariant.PAPERS_ERASED,
        it ->
            with(
                it,
                "papers",
                replaced(it.papers(), paper -> !paper.key(), paper -> with(paper, "key", true))));
    all.put(
        Invariant.CALLED_ONCE_IN_ORDER,
        it ->
            with(
                it,
                "turns",
                and(it.turns(), any(it.turns(), turn -> turn.kind().equals("called")))));
    all.put(
        Invariant.COMES_TO_REST, it -> with(it, "unfinished", List.of("case 1 waits for nothing")));
    all.put(
        Invariant.SILENT_AFTER_END,
        it -> with(it, "operations", and(it.operations(), message(it))));
    return all;
  }

  private static Operation deletion(Evidence it) {
    Operation first =
        any(
            it.operations(),
            operation ->
                operation.arguments().path("request").asString("").contains("subscriber.delete"));
    return with(first, "sequence", first.sequence() + 1_000_000);
  }

  private static Operation otherTry(Evidence it) {
    Operation first = any(it.operations(), operation -> operation.name().equals("refund.create"));
    ObjectNode arguments = (ObjectNode) first.arguments().deepCopy();
    arguments.withObject("body").put("note", "other");
    return with(with(first, "arguments", arguments), "sequence", first.sequence() + 1_000_000);
  }

  private static Operation message(Evidence it) {
    String imsi = deletion(it).changes().getFirst().id();
    String number = any(it.subjects(), subject -> subject.imsi().equals(imsi)).msisdn();
    return new Operation(
        Long.MAX_VALUE,
        it.now(),
        "sms.submit",
        "",
        Http.JSON.createObjectNode().put("to", "+" + number),
        Http.JSON.createObjectNode(),
        false,
        List.of());
  }
}
