package io.onhook.api;

import io.onhook.access.ApiClient;
import io.onhook.vault.Vault;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers the first answer to each accepted request, by the client's own key. The case itself is
 * guarded by its module; this keeps the answer the same even when the world has moved on.
 */
@Component
final class FirstAnswers {
  private static final JsonMapper JSON = StrictJson.mapper();

  /** What a key was used for before. */
  sealed interface Before {
    /** The same request: here is its answer. */
    record Same(String answer) implements Before {}

    /** Another request. */
    record Other() implements Before {}
  }

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Clock clock;

  FirstAnswers(DataSource database, Vault vault, Clock clock) {
    this.jdbc = JdbcClient.create(database);
    this.vault = vault;
    this.clock = clock;
  }

  /** What this key was used for before; empty if it is fresh. */
  Optional<Before> find(ApiClient client, String key, Object request) {
    return jdbc.sql("SELECT request, answer FROM api.first_answer WHERE client = ? AND key = ?")
        .params(client.client(), key)
        .query(
            (row, n) ->
                row.getString(1).equals(digest(request))
                    ? (Before) new Before.Same(row.getString(2))
                    : new Before.Other())
        .optional();
  }

  /** Keeps this answer, unless another node was quicker; gives the one that is kept. */
  String keep(ApiClient client, String key, Object request, String answer) {
    jdbc.sql(
            """
            INSERT INTO api.first_answer (client, key, request, answer, answered_at)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """)
        .params(
            client.client(), key, digest(request), answer, clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return jdbc.sql("SELECT answer FROM api.first_answer WHERE client = ? AND key = ?")
        .params(client.client(), key)
        .query(String.class)
        .single();
  }

  /** Of the content, so that another order or spacing of the same JSON is the same request. */
  private String digest(Object request) {
    return vault.digest("api-request", JSON.writeValueAsString(request));
  }
}
