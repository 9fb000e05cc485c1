package io.onhook.access;

import io.onhook.shared.Actor;
import io.onhook.vault.Vault;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys of programs: {@code ohk_} and 256 random bits, kept as a digest, with scopes. */
public final class ApiKeys {
  private static final Pattern FORM = Pattern.compile("ohk_[A-Za-z0-9_-]{20,80}");

  private final JdbcClient jdbc;
  private final Vault vault;
  private final AccessJournal journal;
  private final Clock clock;
  private final RandomGenerator random;

  ApiKeys(
      DataSource database,
      Vault vault,
      AccessJournal journal,
      Clock clock,
      RandomGenerator random) {
    this.jdbc = JdbcClient.create(database);
    this.vault = vault;
    this.journal = journal;
    this.clock = clock;
    this.random = random;
  }

  /** Whose key this is; empty if it is unknown or revoked. */
  public Optional<ApiClient> client(String key) {
    if (!FORM.matcher(key).matches()) {
      return Optional.empty();
    }
    return jdbc.sql(
            "SELECT client, name, scopes FROM access.api_key WHERE digest = ? AND revoked_at IS"
                + " NULL")
        .param(digest(key))
        .query(
            (row, n) ->
                new ApiClient(
                    row.getString(1),
                    row.getString(2),
                    Arrays.stream((String[]) row.getArray(3).getArray())
                        .map(Scope::of)
                        .collect(Collectors.toSet())))
        .optional();
  }

  /**
   * Issues a key. It is shown this once.
   *
   * @param client 2 to 40 small letters, digits and dashes; never used before
   * @param name as people know it
   * @return empty if there is a client of that id
   */
  public Optional<String> issue(String client, String name, Set<Scope> scopes, Actor by) {
    if (!client.matches("[a-z0-9-]{2,40}")) {
      throw new IllegalArgumentException("A client id has 2 to 40 small letters, digits and -");
    }
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    String key = "ohk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    if (!insert(client, name, key, scopes, false)) {
      return Optional.empty();
    }
    journal.keyIssued(by, client);
    return Optional.of(key);
  }

  /** Revokes a client's key at once. Harmless if repeated. */
  public void revoke(String client, Actor by) {
    int revoked =
        jdbc.sql("UPDATE access.api_key SET revoked_at = ? WHERE client = ? AND revoked_at IS NULL")
            .params(clock.instant().atOffset(ZoneOffset.UTC), client)
            .update();
    if (revoked > 0) {
      journal.keyRevoked(by, client);
    }
  }

  /**
   * Notes that a key was used to see something sensitive.
   *
   * @param what in kebab-case: {@code certificate}, {@code eligibility-check}
   * @param subject opaque: a reference or a line's id, never a number
   */
  public void used(ApiClient client, String what, String subject) {
    journal.keyUsed(client.actor(), what, subject);
  }

  /** Adds a well-known demo key, if it is not there; for the sandbox only. */
  void addDemo(String client, String name, String key, Set<Scope> scopes) {
    insert(client, name, key, scopes, true);
  }

  boolean hasDemo() {
    return jdbc.sql("SELECT EXISTS (SELECT 1 FROM access.api_key WHERE demo)")
        .query(Boolean.class)
        .single();
  }

  private boolean insert(String client, String name, String key, Set<Scope> scopes, boolean demo) {
    return jdbc.sql(
                """
                INSERT INTO access.api_key (client, name, digest, scopes, created_at, demo)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """)
            .params(
                client,
                name,
                digest(key),
                scopes.stream().map(Scope::text).toArray(String[]::new),
                clock.instant().atOffset(ZoneOffset.UTC),
                demo)
            .update()
        > 0;
  }

  private String digest(String key) {
    return vault.digest("api-key", key);
  }
}
