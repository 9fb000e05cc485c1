package io.onhook.call;

import io.onhook.cancellation.CaseRetention;
import io.onhook.shared.Actor;
import io.onhook.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Erases what calls and call-backs have sealed, with all notes and consents of a call, once their
 * time is over by the pack in force: with the case that the call was about, or as a draft where it
 * was about none. What the journal has of them stays.
 */
@Component
final class CallRetention {
  /** So long nobody looks at a new call. */
  static final Duration FIRST_LOOK = Duration.ofDays(1);

  private static final int MOST = 200;

  private final CallStore calls;
  private final CallBackStore callBacks;
  private final Failures failures;
  private final CaseRetention kept;
  private final CallJournal journal;
  private final Vault vault;
  private final Clock clock;

  CallRetention(
      DataSource database,
      Failures failures,
      CaseRetention kept,
      CallJournal journal,
      Vault vault,
      Clock clock) {
    JdbcClient jdbc = JdbcClient.create(database);
    this.calls = new CallStore(jdbc);
    this.callBacks = new CallBackStore(jdbc);
    this.failures = failures;
    this.kept = kept;
    this.journal = journal;
    this.vault = vault;
    this.clock = clock;
  }

  /** Those whose time is over, however many they are. */
  void erase() {
    Instant now = clock.instant();
    List<CallStore.Old> some;
    do {
      some = calls.toLookAt(now, MOST);
      some.forEach(it -> look(it, now));
    } while (some.size() == MOST);
    List<CallBackStore.Row> promised;
    do {
      promised = callBacks.toLookAt(now, MOST);
      promised.forEach(it -> look(it, now));
    } while (promised.size() == MOST);
    failures.forget();
  }

  private void look(CallStore.Old call, Instant now) {
    Instant until = kept.until(call.about(), call.beganAt(), now);
    if (until.isAfter(now)) {
      calls.lookAt(call.id(), until);
    } else {
      // The key first: if it ends in between, the next turn does the rest.
      vault.destroy(Calls.key(call.id()));
      calls.erased(call.id());
    }
  }

  /** One that is over has no key any more, unless the service died right then. */
  private void look(CallBackStore.Row it, Instant now) {
    boolean open = it.state().equals(CallBackStore.OPEN);
    Instant until = open ? kept.until(Optional.empty(), it.dueAt(), now) : now;
    if (until.isAfter(now)) {
      callBacks.lookAt(it.id(), until);
    } else {
      vault.destroy(CallBacks.key(it.id()));
      callBacks.erased(it.id(), now);
      if (open) {
        journal.write(Actor.SYSTEM, "call-back-lapsed", it.id());
      }
    }
  }
}
