package io.onhook.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhook.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the running role may not do, even if the service were taken over. */
class RolesTest {
  private final TestDatabase database = TestDatabase.fresh();
  private final JdbcClient application = JdbcClient.create(database.application());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE journal.entry SET detail = ''",
        "DELETE FROM journal.entry",
        "TRUNCATE journal.entry",
        "DROP TABLE journal.entry",
        "ALTER TABLE journal.entry DISABLE TRIGGER ALL",
        "DELETE FROM journal.stream",
        "TRUNCATE journal.stream",
        "CREATE TABLE journal.other (x int)",
        "CREATE TABLE public.other (x int)",
        "SET ROLE onhook_owner"
      })
  void theRunningRoleCannotChangeTheRecord(String statement) {
    assertThatThrownBy(() -> application.sql(statement).update())
        .rootCause()
        .message()
        .containsAnyOf("permission denied", "must be owner");
  }

  @Test
  void noTableBelongsToTheRunningRole() {
    assertThat(
            JdbcClient.create(database.owner())
                .sql("SELECT tablename FROM pg_tables WHERE tableowner = 'onhook_app'")
                .query(String.class)
                .list())
        .isEmpty();
  }
}
