package io.onhook.portal.cancel;

import io.onhook.access.HolderPrincipal;
import io.onhook.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Links that lead back to a draft. Whoever has one sees nothing by it: they sign in first, and come
 * to the draft only if it is theirs. The last link of a draft counts.
 */
@Repository
class DraftLinks {
  private static final int BYTES = 16;
  private static final String SCOPE = "draft-link";

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Clock clock;
  private final RandomGenerator random = new SecureRandom();

  DraftLinks(DataSource database, Vault vault, Clock clock) {
    this.jdbc = JdbcClient.create(database);
    this.vault = vault;
    this.clock = clock;
  }

  /** Makes one for a draft that is kept; an earlier one leads nowhere from now on. */
  String make(Draft draft) {
    byte[] name = new byte[BYTES];
    random.nextBytes(name);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(name);
    jdbc.sql(
            """
            INSERT INTO portal.draft_link (digest, draft, made_at) VALUES (?, ?, ?)
            ON CONFLICT (draft) DO UPDATE
            SET digest = EXCLUDED.digest, made_at = EXCLUDED.made_at
            """)
        .params(digest(token), draft.id(), clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return token;
  }

  /** Whether it leads to the draft of who has signed in now. */
  boolean leadsTo(String token, HolderPrincipal holder) {
    return jdbc.sql(
                """
                SELECT count(*) FROM portal.draft_link JOIN portal.draft ON draft.id = draft_link.draft
                WHERE draft_link.digest = ? AND draft.party = ? AND draft.line = ?
                """)
            .params(digest(token), holder.partyId(), holder.line())
            .query(Integer.class)
            .single()
        > 0;
  }

  private String digest(String token) {
    return vault.digest(SCOPE, token);
  }
}
