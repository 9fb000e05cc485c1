package io.onhook.call;

import io.onhook.branch.OpeningHours;
import io.onhook.policy.Packs;
import io.onhook.shared.Actor;
import io.onhook.shared.Language;
import io.onhook.shared.Msisdn;
import io.onhook.vault.KeyName;
import io.onhook.vault.Sealed;
import io.onhook.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Calls that were promised at a time: claimed, tried, reached or given up, kept or missed. */
@Component
public final class CallBacks {
  private static final int ID_BYTES = 12;
  private static final int MOST = 200;
  private static final Duration AGAIN = Duration.ofMinutes(30);

  private final CallBackStore store;
  private final TransactionTemplate transaction;
  private final OpeningHours hours;
  private final CallSettings settings;
  private final CallJournal journal;
  private final Vault vault;
  private final Packs packs;
  private final Clock clock;
  private final RandomGenerator random = new SecureRandom();

  CallBacks(
      DataSource database,
      PlatformTransactionManager transactions,
      CallSettings settings,
      CallJournal journal,
      Vault vault,
      Packs packs,
      Clock clock) {
    this.store = new CallBackStore(JdbcClient.create(database));
    this.transaction = new TransactionTemplate(transactions);
    this.hours = settings.openingHours();
    this.settings = settings;
    this.journal = journal;
    this.vault = vault;
    this.packs = packs;
    this.clock = clock;
  }

  /** How promises of the last days were kept. */
  public record Figures(int kept, int missed, int open) {}

  /** What became of claiming one. */
  public sealed interface ClaimAnswer {
    /** It is this agent's. */
    record Claimed() implements ClaimAnswer {}

    /** A colleague was first. */
    record Taken(String colleague) implements ClaimAnswer {}

    /** It is over, or there is none of that id. */
    record Gone() implements ClaimAnswer {}
  }

  /**
   * Promises a call.
   *
   * @param at local time, as typed
   * @param topic what it is about; at most 200 characters
   */
  public AskedCallBack ask(
      Msisdn number, LocalDateTime at, Language language, String topic, Actor agent) {
    ZoneId zone = packs.current().zone();
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(at);
    if (offsets.isEmpty()) {
      return new AskedCallBack.NoSuchTime();
    }
    // Of an hour that comes twice the first one counts.
    ZonedDateTime local = ZonedDateTime.ofLocal(at, zone, offsets.getFirst());
    Instant now = clock.instant();
    if (local.toInstant().isBefore(now)) {
      return new AskedCallBack.InThePast();
    }
    if (local.toInstant().isAfter(now.plus(settings.callBackWithin()))) {
      return new AskedCallBack.TooFar(settings.callBackWithin());
    }
    if (!hours.openAt(local)) {
      return new AskedCallBack.NobodyThere(hours.opensAfter(local).map(ZonedDateTime::toInstant));
    }
    return promise(number, local.toInstant(), language, topic, agent, now);
  }

  private AskedCallBack promise(
      Msisdn number, Instant at, Language language, String topic, Actor agent, Instant now) {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes);
    String digest = vault.digest("call-back", number.e164());
    Sealed sealed = vault.seal(key(id), number.e164());
    Sealed words = vault.seal(key(id), topic.strip());
    return transaction.execute(
        status -> {
          Optional<Instant> open = store.promised(digest);
          if (open.isPresent()) {
            return new AskedCallBack.AlreadyPromised(open.get());
          }
          if (!store.add(id, digest, sealed, words, language, agent.id(), at, now)) {
            return store
                .promised(digest)
                .<AskedCallBack>map(AskedCallBack.AlreadyPromised::new)
                .orElseThrow();
          }
          journal.write(agent, "call-back-promised", id);
          return new AskedCallBack.Promised(id, at);
        });
  }

  /** Those that are not over, in the order of their times. */
  public List<CallBack> open() {
    return store.open(MOST).stream().map(this::shown).toList();
  }

  /** Promises of the last 30 days. */
  public Figures figures() {
    Instant now = clock.instant();
    return store.figures(now.minus(Duration.ofDays(30)), now, settings.keptWithin());
  }

  /** One agent calls at a time. */
  public ClaimAnswer claim(String id, Actor agent) {
    if (store.claim(id, agent.id())) {
      journal.write(agent, "call-back-claimed", id);
      return new ClaimAnswer.Claimed();
    }
    return store
        .find(id)
        .filter(row -> row.state().equals(CallBackStore.OPEN))
        .flatMap(CallBackStore.Row::claimedBy)
        .<ClaimAnswer>map(
            who -> who.equals(agent.id()) ? new ClaimAnswer.Claimed() : new ClaimAnswer.Taken(who))
        .orElseGet(ClaimAnswer.Gone::new);
  }

  /** The whole number, for the agent who has claimed it. */
  public Optional<Msisdn> number(String id, Actor agent) {
    return mine(id, agent).flatMap(row -> vault.open(row.number())).map(Msisdn::of);
  }

  /** The caller was reached. False if this is not the agent's to say. */
  public boolean reached(String id, Actor agent) {
    return over(id, agent, "reached", "call-back-reached");
  }

  /** The caller does not want it any more. */
  public boolean withdrawn(String id, Actor agent) {
    return over(id, agent, "withdrawn", "call-back-withdrawn");
  }

  private boolean over(String id, Actor agent, String state, String kind) {
    Instant now = clock.instant();
    if (mine(id, agent).isEmpty() || !store.over(id, agent.id(), state, now)) {
      return false;
    }
    vault.destroy(key(id));
    store.erased(id, now);
    journal.write(agent, kind, id);
    return true;
  }

  /** Nobody answered: it is tried again later, or given up. */
  public boolean nobodyAnswered(String id, Actor agent) {
    Optional<CallBackStore.Row> row = mine(id, agent);
    if (row.isEmpty()) {
      return false;
    }
    Instant now = clock.instant();
    if (row.get().tries() + 1 >= settings.callBackTries()) {
      return over(id, agent, "given-up", "call-back-given-up");
    }
    if (!store.again(id, agent.id(), now, next(now.plus(AGAIN)))) {
      return false;
    }
    journal.write(agent, "call-back-tried", id);
    return true;
  }

  private Instant next(Instant wish) {
    ZonedDateTime local = wish.atZone(packs.current().zone());
    return hours.openAt(local)
        ? wish
        : hours.opensAfter(local).map(ZonedDateTime::toInstant).orElse(wish);
  }

  private Optional<CallBackStore.Row> mine(String id, Actor agent) {
    return store
        .find(id)
        .filter(row -> row.state().equals(CallBackStore.OPEN))
        .filter(row -> row.claimedBy().filter(agent.id()::equals).isPresent());
  }

  private CallBack shown(CallBackStore.Row row) {
    return new CallBack(
        row.id(),
        vault.open(row.number()).map(Msisdn::of).map(Msisdn::masked).orElse(""),
        row.language(),
        vault.open(row.topic()).orElse(""),
        row.promisedAt(),
        row.dueAt(),
        row.claimedBy(),
        row.tries(),
        standing(row));
  }

  private CallBack.Standing standing(CallBackStore.Row row) {
    Instant now = clock.instant();
    if (!row.state().equals(CallBackStore.OPEN)) {
      return CallBack.Standing.OVER;
    }
    if (row.firstTryAt().isEmpty() && now.isAfter(row.promisedAt().plus(settings.keptWithin()))) {
      return CallBack.Standing.MISSED;
    }
    return now.isBefore(row.dueAt()) ? CallBack.Standing.AHEAD : CallBack.Standing.DUE;
  }

  static KeyName key(String id) {
    return KeyName.of("call-back", id);
  }
}
