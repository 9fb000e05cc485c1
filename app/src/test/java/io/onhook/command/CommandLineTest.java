package io.onhook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts and keys from the command line, on a real database. */
class CommandLineTest {
  @TempDir Path data;
  private TestDatabase database;
  private ByteArrayOutputStream said;

  @BeforeEach
  void fresh() {
    database = TestDatabase.fresh();
    said = new ByteArrayOutputStream();
  }

  @Test
  void withoutWordsTheServiceStarts() {
    assertThat(CommandLine.run(new String[] {"--server.port=0"}, out())).isEmpty();
  }

  @Test
  void tellsItsCommandsWhenItDoesNotKnowOne() {
    assertThat(run("staff", "remove")).hasValue(1);
    assertThat(text()).contains("no command staff remove").contains("staff add");
  }

  @Test
  void addsAMemberOfStaffOnceAndWritesItDown() {
    assertThat(run("staff", "add", "lin.wei", "Lin Wei", "reviewer,operations")).hasValue(0);
    assertThat(text().lines().toList().getLast()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(one("SELECT array_to_string(roles, ',') FROM access.staff WHERE NOT demo"))
        .contains("REVIEWER")
        .contains("OPERATIONS");
    assertThat(one("SELECT kind FROM journal.entry")).isEqualTo("staff-added");

    assertThat(run("staff", "add", "lin.wei", "Another", "admin")).hasValue(1);
    assertThat(text()).contains("one of that name already");
  }

  @Test
  void bindsAnAccountToOfficesAndReleasesIt() {
    run("staff", "add", "lin", "Lin", "clerk");
    assertThat(run("staff", "bind", "lin", "nowhere")).hasValue(1);
    assertThat(text()).contains("no office nowhere").contains("hongqiao");
    assertThat(run("staff", "bind", "nobody", "hongqiao")).hasValue(1);
    assertThat(text()).contains("no account nobody");
    assertThat(run("staff", "bind", "lin", "xujiahui,hongqiao")).hasValue(0);
    assertThat(offices()).isEqualTo("hongqiao,xujiahui");
    assertThat(run("staff", "bind", "lin", "all")).hasValue(0);
    assertThat(offices()).isEmpty();
    assertThat(run("staff", "bind", "lin")).hasValue(1);
    assertThat(text()).contains("staff bind <username>");
    assertThat(one("SELECT count(*)::text FROM journal.entry WHERE kind = 'staff-bound'"))
        .isEqualTo("2");
  }

  private String offices() {
    return one("SELECT array_to_string(offices, ',') FROM access.staff");
  }

  @Test
  void namesRolesAndWrongNames() {
    assertThat(run("staff", "add", "lin", "Lin", "boss")).hasValue(1);
    assertThat(text()).contains("reviewer operations clerk");
    assertThat(run("staff", "add", "LIN", "Lin", "admin")).hasValue(1);
    assertThat(text()).contains("small letters");
    assertThat(one("SELECT count(*)::text FROM access.staff")).isEqualTo("0");
  }

  @Test
  void issuesAKeyThatIsKeptAsADigestOnly() {
    assertThat(run("key", "issue", "web-shop", "Web shop", "cancellation:submit")).hasValue(0);
    String key = text().lines().toList().getLast();
    assertThat(key).startsWith("ohk_");
    assertThat(one("SELECT digest FROM access.api_key")).isNotEqualTo(key);
    assertThat(
            one("SELECT count(*)::text FROM access.api_key WHERE digest LIKE '%' || ? || '%'", key))
        .isEqualTo("0");
  }

  private OptionalInt run(String... words) {
    return CommandLine.run(
        Stream.of(
                Stream.of(words),
                Stream.of("--spring.profiles.active=sandbox", "--onhook.data=" + data),
                database.settings().entrySet().stream().map(it -> "--" + it))
            .flatMap(it -> it)
            .toArray(String[]::new),
        out());
  }

  private PrintStream out() {
    return new PrintStream(said, true, StandardCharsets.UTF_8);
  }

  private String text() {
    return said.toString(StandardCharsets.UTF_8).strip();
  }

  private String one(String sql, Object... parameters) {
    return JdbcClient.create(database.owner())
        .sql(sql)
        .params(parameters)
        .query(String.class)
        .single();
  }
}
