package io.onhook.cancellation;

import io.onhook.journal.Journal;
import io.onhook.line.Line;
import io.onhook.line.LineId;
import io.onhook.policy.Packs;
import io.onhook.policy.Switching;
import io.onhook.shared.Actor;
import io.onhook.shared.Msisdn;
import io.onhook.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The door for holders who change the operator: asking for a code ends nothing. What its redemption
 * does is told by {@link Redeeming}.
 */
@Component
public final class SwitchCodes {
  /** How a request came in whose number goes along; kept with its case. */
  static final String WITH_NUMBER = "pac";

  /** How one came in whose number stays behind. */
  static final String WITHOUT_NUMBER = "stac";

  /** No vowels, so that no word comes out, and nothing that looks like a digit. */
  private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

  private static final String SCOPE = "switch-code";

  private final Cancellations cancellations;
  private final SwitchCodeStore codes;
  private final Journal journal;
  private final Vault vault;
  private final Packs packs;
  private final Clock clock;
  private final RandomGenerator random = new SecureRandom();

  SwitchCodes(
      DataSource database,
      Cancellations cancellations,
      Journal journal,
      Vault vault,
      Packs packs,
      Clock clock) {
    this.cancellations = cancellations;
    this.codes = new SwitchCodeStore(JdbcClient.create(database));
    this.journal = journal;
    this.vault = vault;
    this.packs = packs;
    this.clock = clock;
  }

  /** Gives a code out, in place of an earlier one; or only tells what leaving costs. */
  public SwitchAnswer ask(LineId line, Switching.Code kind, Actor holder) {
    Switching rule = packs.current().switching();
    if (rule == null || !rule.codes().contains(kind)) {
      return new SwitchAnswer.NotOffered();
    }
    return switch (cancellations.check(line, null, holder)) {
      case CheckAnswer.Checked checked -> given(checked, kind, rule, holder);
      case CheckAnswer.NoSuchLine none -> new SwitchAnswer.NoSuchLine();
      case CheckAnswer.PartnerUnavailable away -> new SwitchAnswer.Unavailable();
      case CheckAnswer.NotReckonable odd -> new SwitchAnswer.NotReckonable();
    };
  }

  private SwitchAnswer given(
      CheckAnswer.Checked checked, Switching.Code kind, Switching rule, Actor holder) {
    Line line = checked.line();
    Instant now = clock.instant();
    journal.record("switching", holder, "asked", line.id().value(), "{\"code\":\"" + kind + "\"}");
    if (kind == Switching.Code.INFO) {
      return new SwitchAnswer.Given(null, null, checked);
    }
    String code = newCode();
    Instant until = packs.current().days().after(now, rule.goodFor());
    codes.keep(
        new SwitchCodeStore.Row(
            digest(vault, line.msisdn(), code),
            line.id(),
            line.holder().partyId(),
            kind,
            until,
            null),
        now);
    return new SwitchAnswer.Given(code, until, checked);
  }

  /** Three letters and six digits, as people know them. */
  private String newCode() {
    var code = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return code.append("%06d".formatted(random.nextInt(1_000_000))).toString();
  }

  /** A code means nothing without its number. */
  static String digest(Vault vault, Msisdn number, String typed) {
    String code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    return vault.digest(SCOPE, number.e164() + "/" + code);
  }
}
