package io.onhook.call;

import io.onhook.access.CallerAnswer;
import io.onhook.access.CallerCodes;
import io.onhook.access.CallerCodes.Whom;
import io.onhook.access.CodeAnswer;
import io.onhook.line.Line;
import io.onhook.line.LineId;
import io.onhook.shared.Actor;
import io.onhook.shared.Language;
import io.onhook.vault.KeyName;
import io.onhook.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Calls, and whether their callers are checked. A call belongs to the agent who began it: for all
 * others there is none of its id.
 */
@Component
public final class Calls {
  private static final int ID_BYTES = 16;
  private static final int MOST = 50;

  private final CallStore store;
  private final CallerCodes codes;
  private final Behind behind;
  private final Failures failures;
  private final CallJournal journal;
  private final Vault vault;
  private final CallSettings settings;
  private final Clock clock;
  private final RandomGenerator random = new SecureRandom();

  Calls(
      DataSource database,
      CallerCodes codes,
      Behind behind,
      Failures failures,
      CallJournal journal,
      Vault vault,
      CallSettings settings,
      Clock clock) {
    this.store = new CallStore(JdbcClient.create(database));
    this.codes = codes;
    this.behind = behind;
    this.failures = failures;
    this.journal = journal;
    this.vault = vault;
    this.settings = settings;
    this.clock = clock;
  }

  static KeyName key(String call) {
    return KeyName.of("call", call);
  }

  /** Begins a call. Nothing is looked up: nothing can be learnt from it. */
  public Call begin(Named named, Language language, Actor agent) {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes);
    store.add(
        id,
        agent,
        language,
        named.kind(),
        vault.digest("caller-named", named.text()),
        vault.seal(key(id), named.text()),
        clock.instant());
    journal.write(agent, "call-began", id, "named", named.kind());
    return find(id, agent).orElseThrow();
  }

  /** A call of this agent's. */
  public Optional<Call> find(String id, Actor agent) {
    return store.find(id).filter(row -> row.agent().equals(agent)).flatMap(this::call);
  }

  /** Who is on the phone, while they count as checked; an ended call has nobody. */
  public Optional<Call.Caller> caller(Call call) {
    Instant now = clock.instant();
    return call.caller()
        .filter(caller -> call.endedAt().isEmpty())
        .filter(caller -> now.isBefore(caller.at().plus(settings.checkLasts())));
  }

  /** Sends a code to another contact of the account, if there is one. */
  public SentAnswer sendCode(Call call) {
    Optional<Instant> closed = failures.closedUntil(named(call));
    if (closed.isPresent()) {
      return new SentAnswer.Closed(closed.get());
    }
    Actor agent = call.agent();
    Optional<String> counted =
        agent.kind() == Actor.Kind.STAFF ? Optional.of(agent.id()) : Optional.empty();
    return switch (codes.request(
        call.id(), call.named().text(), () -> whom(call.named()), call.language(), counted)) {
      case CodeAnswer.Sent(var attempt, var expiresAt) -> {
        store.attempt(call.id(), attempt);
        journal.write(agent, "caller-code-asked-for", call.id());
        yield new SentAnswer.Sent(expiresAt);
      }
      case CodeAnswer.TooMany(var retryAt) -> new SentAnswer.TooMany(retryAt);
      case CodeAnswer.WrongForm wrong -> throw new IllegalStateException("Read before");
      case CodeAnswer.Unavailable unavailable -> throw new IllegalStateException("Never told");
    };
  }

  /** While the line behind it is closed, nobody is found; that is not told. */
  private Optional<Whom> whom(Named named) {
    return behind
        .whom(named)
        .filter(it -> failures.closedUntil(line(new LineId(it.contact().line()))).isEmpty());
  }

  /** Checks the digits that the caller reads out. */
  public CheckedAnswer enter(Call call, String digits) {
    Optional<Instant> closed = failures.closedUntil(named(call));
    if (closed.isPresent()) {
      return new CheckedAnswer.Closed(closed.get());
    }
    return store
        .find(call.id())
        .flatMap(row -> Optional.ofNullable(row.attempt()))
        .map(attempt -> enter(call, attempt, digits))
        .orElseGet(CheckedAnswer.Stale::new);
  }

  private CheckedAnswer enter(Call call, String attempt, String digits) {
    return switch (codes.enter(call.id(), attempt, digits)) {
      case CallerAnswer.NotACode() -> new CheckedAnswer.NotACode();
      case CallerAnswer.Stale() -> new CheckedAnswer.Stale();
      case CallerAnswer.Wrong() -> wrong(call, attempt);
      case CallerAnswer.Right right -> right(call, right);
    };
  }

  private CheckedAnswer wrong(Call call, String attempt) {
    Optional<LineId> line = codes.line(attempt);
    var counted = failures.failed(named(call));
    boolean lineClosed =
        line.map(it -> failures.failed(line(it))).flatMap(Failures.Count::closedUntil).isPresent();
    journal.write(call.agent(), "caller-refused", call.id(), "reason", "wrong-code");
    if (counted.closedUntil().isPresent() || lineClosed) {
      codes.tellFailed(attempt, call.agent());
      journal.write(call.agent(), "caller-check-closed", call.id());
    }
    if (counted.closedUntil().isPresent()) {
      store.attempt(call.id(), null);
      return new CheckedAnswer.Closed(counted.closedUntil().get());
    }
    return new CheckedAnswer.Wrong(Math.max(1, settings.tries() - counted.failures()));
  }

  private CheckedAnswer right(Call call, CallerAnswer.Right right) {
    Optional<Instant> closed = failures.closedUntil(line(right.line()));
    if (closed.isPresent()) {
      return new CheckedAnswer.Closed(closed.get());
    }
    if (right.partyId().equals(call.agent().id())) {
      journal.write(call.agent(), "caller-refused", call.id(), "reason", "own-line");
      store.attempt(call.id(), null);
      return new CheckedAnswer.OwnLine();
    }
    store.checked(call.id(), right.partyId(), right.line(), right.way(), clock.instant());
    behind
        .about(call.named(), right.line(), right.partyId())
        .ifPresent(reference -> store.about(call.id(), reference));
    failures.clear(named(call));
    failures.clear(line(right.line()));
    journal.write(call.agent(), "caller-checked", call.id(), "line", right.line().value());
    return new CheckedAnswer.Checked();
  }

  /** The line of a caller who is checked, as the operator has it now. */
  public Optional<Line> line(Call.Caller caller) {
    return behind
        .line(caller.line())
        .filter(line -> line.holder().partyId().equals(caller.partyId()));
  }

  /** Earlier calls of this holder about this line, the newest first. */
  public List<Call> history(Call.Caller caller) {
    return store.of(caller.line(), caller.partyId(), MOST).stream()
        .flatMap(row -> call(row).stream())
        .toList();
  }

  /** The call is over: its caller counts as checked no more. */
  public void end(Call call) {
    store.ended(call.id(), clock.instant());
    journal.write(call.agent(), "call-ended", call.id());
  }

  /** Empty once it is erased. */
  private Optional<Call> call(CallStore.Row row) {
    return vault
        .open(row.named())
        .map(
            named ->
                new Call(
                    row.id(),
                    row.agent(),
                    row.language(),
                    Named.stored(row.kind(), named),
                    row.beganAt(),
                    row.attempt() != null,
                    row.caller(),
                    row.endedAt()));
  }

  private static String named(Call call) {
    return "named/" + call.named().text();
  }

  private static String line(LineId line) {
    return "line/" + line.value();
  }
}
