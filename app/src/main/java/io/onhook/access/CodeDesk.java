package io.onhook.access;

import io.onhook.vault.KeyName;
import io.onhook.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes codes and checks them: seven digits (23 bits), single use, five tries, a few minutes. */
final class CodeDesk {
  private static final Pattern FORM = Pattern.compile("\\d{7}");
  private static final int CODES = 10_000_000;
  private static final int TRIES = 5;
  private static final Duration KEPT = Duration.ofHours(24);

  /** What a code is for; one made for one purpose never fits another. */
  enum Purpose {
    SIGN_IN("sign-in"),
    CONTACT("contact"),
    STEP_UP("step-up"),
    /** Read out to an agent, or typed into the voice line. */
    CALLER("caller");

    private final String text;

    Purpose(String text) {
      this.text = text;
    }

    /** Whether it fits only once it is bound to somebody. */
    boolean needsOwner() {
      return this == SIGN_IN || this == CALLER;
    }
  }

  /** A code just made: the only time that it is seen. */
  record Made(String attempt, String code, Instant expiresAt) {}

  /** What a typed code came to. */
  sealed interface Check {
    /**
     * It fits.
     *
     * @param owner whose the code was; null for one that is bound to a subject
     */
    record Right(@Nullable Owner owner, Instant at) implements Check {}

    record NotACode() implements Check {}

    record Wrong(int triesLeft) implements Check {}

    record TriedTooOften() implements Check {}

    record Stale() implements Check {}
  }

  /**
   * Whom a code signs in.
   *
   * @param told what is to be told, and whom, once it is used; empty for nobody
   */
  record Owner(String party, String line, SignInWay way, String told) {}

  private record Row(
      String digest, String subject, @Nullable Owner owner, int triesLeft, boolean live) {}

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Vault vault;
  private final Clock clock;
  private final RandomGenerator random;
  private final Duration lives;

  /**
   * @param random must be cryptographically strong
   * @param lives how long a code is good
   */
  CodeDesk(DataSource database, Vault vault, Clock clock, RandomGenerator random, Duration lives) {
    this.jdbc = JdbcClient.create(database);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    this.vault = vault;
    this.clock = clock;
    this.random = random;
    this.lives = lives;
  }

  Duration lives() {
    return lives;
  }

  /** Makes a code for nobody yet. It fits only after {@link #bind}, or if a subject was named. */
  Made make(Purpose purpose, String subject) {
    byte[] name = new byte[16];
    random.nextBytes(name);
    String attempt = Base64.getUrlEncoder().withoutPadding().encodeToString(name);
    String code = "%07d".formatted(random.nextInt(CODES));
    Instant expiresAt = clock.instant().plus(lives);
    jdbc.sql(
            """
            INSERT INTO access.code (attempt, purpose, digest, subject, tries_left, expires_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        .params(attempt, purpose.text, digest(attempt, code), digest(subject), TRIES, at(expiresAt))
        .update();
    return new Made(attempt, code, expiresAt);
  }

  /** Says whose the code of this attempt is. */
  void bind(String attempt, Owner owner) {
    jdbc.sql("UPDATE access.code SET party = ?, line = ?, way = ?, told = ? WHERE attempt = ?")
        .params(owner.party(), owner.line(), owner.way().text(), owner.told(), attempt)
        .update();
  }

  /** Checks what was typed; a right code is used up, a wrong one costs a try. */
  Check check(Purpose purpose, String attempt, String subject, String typed) {
    String code = Normalizer.normalize(cut(typed), Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
    if (!FORM.matcher(code).matches()) {
      return new Check.NotACode();
    }
    return transaction.execute(status -> checkLocked(purpose, attempt, subject, code));
  }

  private Check checkLocked(Purpose purpose, String attempt, String subject, String code) {
    Optional<Row> found = find(purpose, attempt);
    if (found.isEmpty() || !found.get().live() || !same(found.get().subject(), digest(subject))) {
      return new Check.Stale();
    }
    Row row = found.get();
    if (row.triesLeft() == 0) {
      return new Check.TriedTooOften();
    }
    boolean fits = same(row.digest(), digest(attempt, code));
    if (fits && (row.owner() != null || !purpose.needsOwner())) {
      Instant now = clock.instant();
      jdbc.sql("UPDATE access.code SET used_at = ? WHERE attempt = ?")
          .params(at(now), attempt)
          .update();
      return new Check.Right(row.owner(), now);
    }
    jdbc.sql("UPDATE access.code SET tries_left = tries_left - 1 WHERE attempt = ?")
        .param(attempt)
        .update();
    int left = row.triesLeft() - 1;
    return left == 0 ? new Check.TriedTooOften() : new Check.Wrong(left);
  }

  /** Whose the code of this attempt is, if anybody's. */
  Optional<Owner> owner(Purpose purpose, String attempt) {
    return transaction.execute(status -> find(purpose, attempt)).map(Row::owner);
  }

  private Optional<Row> find(Purpose purpose, String attempt) {
    return jdbc.sql(
            """
            SELECT digest, subject, party, line, way, told, tries_left,
                   used_at IS NULL AND expires_at > ?
            FROM access.code WHERE attempt = ? AND purpose = ? FOR UPDATE
            """)
        .params(at(clock.instant()), cut(attempt), purpose.text)
        .query(
            (row, n) ->
                new Row(
                    row.getString(1),
                    row.getString(2),
                    owner(row),
                    row.getInt(7),
                    row.getBoolean(8)))
        .optional();
  }

  private static @Nullable Owner owner(ResultSet row) throws SQLException {
    String party = row.getString(3);
    return party == null
        ? null
        : new Owner(party, row.getString(4), SignInWay.of(row.getString(5)), row.getString(6));
  }

  /** Who is told of a sign-in is sealed under a key of that attempt's. */
  static KeyName key(String attempt) {
    return KeyName.of("sign-in", attempt);
  }

  /** Forgets codes a day after they ended, and to whom their use was told. */
  void forget() {
    jdbc.sql("SELECT attempt FROM access.code WHERE expires_at < ? AND told <> ''")
        .param(at(clock.instant().minus(KEPT)))
        .query(String.class)
        .list()
        .forEach(attempt -> vault.destroy(key(attempt)));
    jdbc.sql("DELETE FROM access.code WHERE expires_at < ?")
        .param(at(clock.instant().minus(KEPT)))
        .update();
  }

  private String digest(String attempt, String code) {
    return vault.digest("one-time-code", attempt + ":" + code);
  }

  private String digest(String subject) {
    return vault.digest("one-time-code-subject", subject);
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** Nothing that long is a code or an attempt; a NUL would be refused by the database. */
  private static String cut(String typed) {
    return (typed.length() > 60 ? "" : typed).replace("\0", "");
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
