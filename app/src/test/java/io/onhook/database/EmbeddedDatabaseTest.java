package io.onhook.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The embedded PostgreSQL, on real processes that are really killed. */
class EmbeddedDatabaseTest {
  @TempDir Path folder;

  @Test
  void findsYesterdaysDataAtTheNextStart() {
    try (var first = start()) {
      write(first.owner().dataSource(), 1);
    }
    assertThat(running()).isEmpty();
    try (var second = start()) {
      assertThat(read(second.owner().dataSource())).isEqualTo(1);
    }
  }

  @Test
  void joinsTheServerThatAKilledServiceLeftRunning() throws Exception {
    Process service = serviceProcess();
    Postmaster before = running().orElseThrow();
    kill(service);
    try (var second = start()) {
      assertThat(running()).contains(before);
      assertThat(read(second.owner().dataSource())).isEqualTo(7);
    }
  }

  @Test
  void startsOverTheRemainsWhenServiceAndServerWereKilled() throws Exception {
    Process service = serviceProcess();
    Postmaster before = running().orElseThrow();
    kill(service);
    ProcessHandle.of(before.pid()).orElseThrow().destroyForcibly();
    try (var second = start()) {
      assertThat(running()).isPresent().get().isNotEqualTo(before);
      assertThat(read(second.owner().dataSource())).isEqualTo(7);
    }
  }

  @Test
  void restartsAServerThatDiesUnderTheService() {
    try (var database = start();
        HikariDataSource pool = DatabaseConfiguration.pool(database.owner(), 4)) {
      write(pool, 42);
      Postmaster before = running().orElseThrow();
      ProcessHandle.of(before.pid()).orElseThrow().destroyForcibly();
      // The pool's next statements may still meet the dying server; soon they meet the new one.
      assertThat(patiently(() -> read(pool))).isEqualTo(42);
      assertThat(
              patiently(
                  () -> {
                    write(pool, 43);
                    return read(pool);
                  }))
          .isEqualTo(43);
    }
  }

  @Test
  void refusesASecondServiceOnTheSameFolder() {
    try (var first = start()) {
      assertThat(first.owner().user()).isEqualTo("onhook_owner");
      assertThatThrownBy(this::start).hasMessageContaining("Another Onhook uses the folder");
    }
  }

  @Test
  void letsNobodyInWithoutAPassword() throws IOException {
    try (var database = start()) {
      String url = database.owner().url();
      for (String user : new String[] {"postgres", "onhook_owner", "onhook_app"}) {
        for (String password : new String[] {"", "postgres", "onhook"}) {
          assertThatThrownBy(() -> new Login(url, user, password).dataSource().getConnection())
              .as("%s with '%s'", user, password)
              .hasMessageContaining("password");
        }
      }
      var superuser =
          new Login(url, "postgres", Files.readString(secret("postgresql-superuser")).strip());
      assertThat(
              JdbcClient.create(superuser.dataSource())
                  .sql("SELECT DISTINCT auth_method FROM pg_hba_file_rules")
                  .query(String.class)
                  .list())
          .containsExactly("scram-sha-256");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(secret("postgresql-owner"))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void keepsWhatItAcknowledges() {
    try (var database = start()) {
      var sql = JdbcClient.create(database.application().dataSource());
      for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
        assertThat(sql.sql("SHOW " + setting).query(String.class).single())
            .as(setting)
            .isEqualTo("on");
      }
      assertThat(sql.sql("SHOW listen_addresses").query(String.class).single())
          .isEqualTo("127.0.0.1");
    }
  }

  private EmbeddedDatabase start() {
    return EmbeddedDatabase.start(folder, new SecureRandom());
  }

  private Path secret(String name) {
    return folder.resolve("secrets").resolve(name);
  }

  private Optional<Postmaster> running() {
    try {
      return Postmaster.claims(folder.resolve("postgresql/data")).filter(Postmaster::alive);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A service in a process of its own that has written 7. */
  private Process serviceProcess() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Service.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var said = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.equals("written")) {
        return process;
      }
    }
    throw new AssertionError("The service ended early");
  }

  private static void kill(Process process) throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  private static void write(DataSource source, int value) {
    var sql = JdbcClient.create(source);
    sql.sql("CREATE TABLE IF NOT EXISTS public.kept (value int)").update();
    sql.sql("DELETE FROM public.kept").update();
    sql.sql("INSERT INTO public.kept VALUES (?)").param(value).update();
  }

  private static int read(DataSource source) {
    return JdbcClient.create(source)
        .sql("SELECT value FROM public.kept")
        .query(Integer.class)
        .single();
  }

  private static int patiently(java.util.function.IntSupplier work) {
    for (int attempt = 0; ; attempt++) {
      try {
        return work.getAsInt();
      } catch (org.springframework.dao.DataAccessException e) {
        if (attempt > 20) {
          throw e;
        }
      }
    }
  }

  /** Starts the database, writes, and stays. */
  static final class Service {
    private Service() {}

    public static void main(String[] args) throws InterruptedException {
      try (var database = EmbeddedDatabase.start(Path.of(args[0]), new SecureRandom())) {
        write(database.owner().dataSource(), 7);
        System.out.println("written");
        Thread.currentThread().join();
      }
    }
  }
}
