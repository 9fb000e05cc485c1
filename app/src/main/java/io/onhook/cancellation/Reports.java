package io.onhook.cancellation;

import io.onhook.cancellation.CancellationRefusal.WrongField;
import io.onhook.engine.CaseView;
import io.onhook.engine.Cases;
import io.onhook.engine.Signal;
import io.onhook.engine.SignalAnswer;
import io.onhook.notice.Notice;
import io.onhook.policy.Packs;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.EmailAddress;
import io.onhook.vault.Vault;
import io.onhook.worklist.Verdict;
import io.onhook.worklist.VerdictAnswer;
import io.onhook.worklist.WorkItem;
import io.onhook.worklist.WorkQuery;
import io.onhook.worklist.Worklist;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door for reports about lines: what somebody who has not signed in tells is taken down,
 * confirmed and looked into by a person. No line is touched by it, and nothing is told in return.
 */
@Component
public final class Reports {
  /** The name of the process, as work lists know it. */
  public static final String PROCESS = ReportProcess.NAME;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SCOPE = "report";

  private final CancellationStore store;
  private final TransactionTemplate transaction;
  private final CaseSecrets secrets;
  private final Cases cases;
  private final Worklist worklist;
  private final Vault vault;
  private final Packs packs;
  private final Clock clock;
  private final RandomGenerator random = new SecureRandom();

  Reports(
      DataSource database,
      PlatformTransactionManager transactions,
      CaseSecrets secrets,
      Cases cases,
      Worklist worklist,
      Vault vault,
      Packs packs,
      Clock clock) {
    this.store = new CancellationStore(JdbcClient.create(database));
    this.transaction = new TransactionTemplate(transactions);
    this.secrets = secrets;
    this.cases = cases;
    this.worklist = worklist;
    this.vault = vault;
    this.packs = packs;
    this.clock = clock;
  }

  /** What is wrong in it; changes nothing. */
  public List<WrongField> wrong(Reported reported) {
    return ReportCheck.of(reported, packs.current());
  }

  /**
   * Takes a report down. Once it answers {@link ReportAnswer.Received} it is durable.
   *
   * @param key of the form that was filled in: the same form with the same content is one report
   */
  public ReportAnswer take(Reported reported, String key) {
    List<WrongField> wrong = wrong(reported);
    if (!wrong.isEmpty()) {
      return new ReportAnswer.Incomplete(wrong);
    }
    String body = vault.digest(SCOPE, key + "/" + JSON.writeValueAsString(reported));
    Instant now = clock.instant();
    CaseReference reference =
        Objects.requireNonNull(transaction.execute(status -> stored(reported, body, now)));
    return new ReportAnswer.Received(reference, state(reference).receivedAt());
  }

  private CaseReference stored(Reported reported, String body, Instant now) {
    var reference = CaseReference.random(random);
    if (!store.take(SCOPE, body, body, reference, now)) {
      return store.answered(SCOPE, body).orElseThrow().reference();
    }
    var state =
        new Report(
            reference,
            reported.kind(),
            now,
            secrets.seal(reference, JSON.writeValueAsString(reported)),
            new Notice.Route(
                Notice.Channel.EMAIL,
                secrets.seal(reference, EmailAddress.typed(reported.email()).text())),
            reported.language());
    cases.start(ReportProcess.REPORT, reference.text(), state, Actor.SYSTEM);
    return reference;
  }

  private Report state(CaseReference reference) {
    return cases
        .find(ReportProcess.NAME, reference.text())
        .flatMap(cases::find)
        .orElseThrow()
        .state(Report.class);
  }

  /** What waits for a person, the most urgent first. For staff's doors only. */
  public List<ToLookInto> open(int limit) {
    return worklist.open(WorkQuery.decisionsOf(PROCESS), 0, limit).stream()
        .flatMap(this::shown)
        .toList();
  }

  private Stream<ToLookInto> shown(WorkItem work) {
    return cases.find(work.caseId()).stream()
        .filter(it -> it.state() instanceof Report)
        .map(it -> it.state(Report.class))
        .map(
            it ->
                new ToLookInto(
                    it.reference(),
                    it.receivedAt(),
                    work.dueAt(),
                    JSON.readValue(secrets.open(it.content()), Reported.class)));
  }

  /**
   * A person has looked into it.
   *
   * @param words what was done, in their own words; kept with the work and told nobody
   * @return false if it waits for nobody now: a colleague was first, or there is none of it
   */
  public boolean lookedInto(CaseReference reference, Looked result, String words, Actor staff) {
    var id = cases.find(ReportProcess.NAME, reference.text());
    return id.isPresent()
        && Boolean.TRUE.equals(
            transaction.execute(
                status -> {
                  cases.hold(id.get());
                  boolean told = tell(cases.find(id.get()).orElseThrow(), result, words, staff);
                  if (!told) {
                    status.setRollbackOnly();
                  }
                  return told;
                }));
  }

  private boolean tell(CaseView it, Looked result, String words, Actor staff) {
    if (it.standing() != CaseView.Standing.DECISION) {
      return false;
    }
    var verdict =
        new Verdict(staff.id(), clock.instant(), true, List.of(result.key()), words.strip());
    return worklist.say(it.id(), LookInto.STEP, verdict, 1) instanceof VerdictAnswer.Stands
        && cases.signal(it.id(), signal(staff, result)) instanceof SignalAnswer.Accepted;
  }

  private static Signal signal(Actor staff, Looked result) {
    return new Signal(LookInto.STEP, LookInto.STEP, staff, JSON.writeValueAsString(result.key()));
  }
}
