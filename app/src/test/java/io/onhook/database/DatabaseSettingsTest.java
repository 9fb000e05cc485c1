package io.onhook.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhook.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two settings move to an outside PostgreSQL; one alone, or a wrong one, is refused. */
class DatabaseSettingsTest {
  private final DatabaseConfiguration configuration = new DatabaseConfiguration();
  @TempDir Path folder;

  @Test
  void runsOnAnOutsidePostgresqlByTwoSettings() {
    String url = TestDatabase.fresh().url();
    Database database =
        configuration.database(
            folder,
            url + "?user=onhook_owner&password=owner",
            url + "?user=onhook_app&password=app",
            false);
    try (var pool = configuration.dataSource(database, 4)) {
      assertThat(JdbcClient.create(pool).sql("SELECT current_user").query(String.class).single())
          .isEqualTo("onhook_app");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesOneSettingAlone() {
    assertThatThrownBy(
            () -> configuration.database(folder, "jdbc:postgresql://db/onhook", "", false))
        .hasMessageContaining("needs both");
  }

  @Test
  void refusesAnAddressWithoutCredentialsOrOfAnotherDatabase() {
    assertThatThrownBy(() -> Login.parse("onhook.database.owner", "jdbc:postgresql://db/onhook"))
        .hasMessageContaining("onhook.database.owner carries no credentials");
    assertThatThrownBy(() -> Login.parse("onhook.database.owner", "jdbc:mysql://db/?user=x"))
        .hasMessageContaining("no PostgreSQL address");
  }

  @Test
  void refusesOneRoleForBoth() {
    String url = "jdbc:postgresql://db/onhook?user=one&password=secret";
    assertThatThrownBy(() -> configuration.database(folder, url, url, false))
        .hasMessageContaining("another role")
        .hasMessageNotContaining("secret");
  }
}
