package io.onhook.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stop and copy, as docs/runbook.md describes it, then restore after everything was lost. */
class BackupTest {
  @TempDir Path folder;

  @Test
  void whatWasCopiedAtRestIsThereAfterARestore() throws Exception {
    Path data = folder.resolve("data");
    try (var database = EmbeddedDatabase.start(data, new SecureRandom())) {
      new Migrations(database.owner().dataSource(), database.application().user()).run();
      var sql = JdbcClient.create(database.owner().dataSource());
      sql.sql("CREATE TABLE public.kept AS SELECT generate_series(1, 1000) AS value").update();
      sql.sql("GRANT SELECT ON public.kept TO onhook_app").update();
    }
    copy(data, folder.resolve("backup"));
    Files.move(data, folder.resolve("lost"));

    copy(folder.resolve("backup"), data);
    try (var database = EmbeddedDatabase.start(data, new SecureRandom())) {
      new Migrations(database.owner().dataSource(), database.application().user()).run();
      assertThat(
              JdbcClient.create(database.application().dataSource())
                  .sql("SELECT sum(value) FROM public.kept")
                  .query(Long.class)
                  .single())
          .isEqualTo(500_500);
    }
  }

  private static void copy(Path from, Path to) throws IOException, InterruptedException {
    var copy = new ProcessBuilder("cp", "-a", from.toString(), to.toString()).inheritIO().start();
    assertThat(copy.waitFor()).isZero();
  }
}
