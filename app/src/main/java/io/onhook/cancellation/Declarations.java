package io.onhook.cancellation;

import io.onhook.cancellation.CancellationRefusal.WrongField;
import io.onhook.engine.CaseView;
import io.onhook.engine.Cases;
import io.onhook.line.Line;
import io.onhook.line.Lines;
import io.onhook.notice.Notice;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.shared.Actor;
import io.onhook.shared.Answer;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Msisdn;
import io.onhook.vault.Vault;
import io.onhook.worklist.WorkItem;
import io.onhook.worklist.WorkQuery;
import io.onhook.worklist.Worklist;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door for declarations: what somebody who has not signed in declares is taken down, confirmed
 * and matched, never refused, whether the operator's systems answer or not.
 */
@Component
public final class Declarations {
  /** The name of the process, as work lists know it. */
  public static final String PROCESS = DeclarationProcess.NAME;

  private static final String SCOPE = "declaration";

  private final CancellationStore store;
  private final TransactionTemplate transaction;
  private final DeclaredContent content;
  private final CaseSecrets secrets;
  private final Cases cases;
  private final Matching matching;
  private final Worklist worklist;
  private final Lines lines;
  private final Vault vault;
  private final Packs packs;
  private final Clock clock;
  private final RandomGenerator random = new SecureRandom();

  Declarations(
      DataSource database,
      PlatformTransactionManager transactions,
      DeclaredContent content,
      CaseSecrets secrets,
      Cases cases,
      Matching matching,
      Worklist worklist,
      Lines lines,
      Vault vault,
      Packs packs,
      Clock clock) {
    this.store = new CancellationStore(JdbcClient.create(database));
    this.transaction = new TransactionTemplate(transactions);
    this.content = content;
    this.secrets = secrets;
    this.cases = cases;
    this.matching = matching;
    this.worklist = worklist;
    this.lines = lines;
    this.vault = vault;
    this.packs = packs;
    this.clock = clock;
  }

  /** What is still missing in it; changes nothing. */
  public List<WrongField> missing(Declared declared) {
    return DeclarationCheck.of(declared, packs.current(), clock.instant());
  }

  /**
   * Takes a declaration down. Once it answers {@link DeclareAnswer.Received} it is durable.
   *
   * @param key of the form that was filled in: the same form with the same content is one
   *     declaration, however often it is sent
   */
  public DeclareAnswer declare(Declared declared, String key) {
    List<WrongField> missing = missing(declared);
    if (!missing.isEmpty()) {
      return new DeclareAnswer.Incomplete(missing);
    }
    String body = body(declared, key);
    Instant now = clock.instant();
    CaseReference reference =
        Objects.requireNonNull(transaction.execute(status -> stored(declared, body, now)));
    return received(reference);
  }

  /** What was taken down before from this form with this content; changes nothing. */
  public Optional<DeclareAnswer.Received> received(Declared declared, String key) {
    return store.answered(SCOPE, body(declared, key)).map(before -> received(before.reference()));
  }

  private DeclareAnswer.Received received(CaseReference reference) {
    Declaration it = state(reference).orElseThrow();
    return new DeclareAnswer.Received(reference, it.receivedAt(), content.open(it));
  }

  private String body(Declared declared, String key) {
    return vault.digest(SCOPE, key + "/" + DeclaredContent.text(declared));
  }

  private CaseReference stored(Declared declared, String body, Instant now) {
    var reference = CaseReference.random(random);
    if (!store.take(SCOPE, body, body, reference, now)) {
      return store.answered(SCOPE, body).orElseThrow().reference();
    }
    Pack pack = packs.current();
    var state =
        new Declaration(
            reference,
            pack.id(),
            pack.version(),
            now,
            content.seal(reference, declared),
            new Notice.Route(
                Notice.Channel.EMAIL, secrets.seal(reference, declared.email().strip())),
            null,
            false);
    cases.start(DeclarationProcess.DECLARATION, reference.text(), state, Actor.SYSTEM);
    return reference;
  }

  private Optional<Declaration> state(CaseReference reference) {
    return cases
        .find(DeclarationProcess.NAME, reference.text())
        .flatMap(id -> cases.find(id))
        .map(view -> view.state(Declaration.class));
  }

  /** What waits for a person to be matched, the most urgent first. For staff's doors only. */
  public List<Unmatched> unmatched(int limit) {
    return worklist.open(WorkQuery.decisionsOf(PROCESS), 0, limit).stream()
        .flatMap(this::shown)
        .toList();
  }

  private Stream<Unmatched> shown(WorkItem work) {
    Optional<CaseView> view = cases.find(work.caseId());
    return view.stream()
        .filter(it -> it.state() instanceof Declaration)
        .map(it -> it.state(Declaration.class))
        .map(it -> new Unmatched(it.reference(), it.receivedAt(), work.dueAt(), content.open(it)));
  }

  /**
   * Matches a declaration with the line of this number.
   *
   * @param atOnce whether it ends at once, because the important reason is good
   */
  public MatchAnswer match(CaseReference reference, Msisdn number, boolean atOnce, Actor staff) {
    return switch (lines.byMsisdn(number)) {
      case Answer.Got<Optional<Line>>(Optional<Line> line) ->
          line.map(it -> match(reference, it, atOnce, staff))
              .orElseGet(MatchAnswer.NoSuchLine::new);
      case Answer.Failed<Optional<Line>>(var fault) -> new MatchAnswer.Unavailable();
      case Answer.Silent<Optional<Line>>(var fault) -> new MatchAnswer.Unavailable();
    };
  }

  private MatchAnswer match(CaseReference reference, Line line, boolean atOnce, Actor staff) {
    return cases
        .find(DeclarationProcess.NAME, reference.text())
        .map(id -> matching.match(id, line, atOnce, staff))
        .orElseGet(MatchAnswer.NothingToMatch::new);
  }
}
