package io.onhook.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhook.journal.Finding.Problem;
import io.onhook.shared.Actor;
import io.onhook.testing.SettableClock;
import io.onhook.testing.TestDatabase;
import io.onhook.testing.TestVault;
import io.onhook.vault.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record can be added to, and every other change of it shows. */
class JournalTest {
  @TempDir Path folder;

  private final TestDatabase database = TestDatabase.fresh();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T00:00:00Z"));
  private final Signer signer = TestVault.on(database).signer();
  private final Journal journal = new Journal(database.application(), clock);
  private final JdbcClient owner = JdbcClient.create(database.owner());
  private RootWriter roots;
  private JournalVerifier verifier;

  @BeforeEach
  void prepare() {
    roots = new RootWriter(database.application(), new RootFolder(folder, signer), clock);
    verifier = new JournalVerifier(database.application(), folder, signer);
  }

  @Test
  void holdsAsWritten() throws SQLException {
    chain(7, 5);
    chain(8, 3);
    journal.record("access", Actor.staff("lin"), "signed-in", "password", "{}");
    roots.write();
    chain(9, 2);
    assertThat(verifier.verify()).isEqualTo(new JournalVerifier.Verdict(4, 11, 1, List.of()));
  }

  @Test
  void writesManyAsItWritesFew() throws SQLException {
    Entry early =
        Head.ofNew(5)
            .then(
                Instant.parse("1999-12-31T23:59:59.123456789Z"),
                Actor.staff("lin"),
                "done",
                "schritt-ä-号",
                "{\"why\":\"\\\\N\\t\"}");
    var many = new ArrayList<>(entries(7, Journal.FEW));
    many.add(early);
    try (Connection connection = database.application().getConnection()) {
      connection.setAutoCommit(false);
      journal.append(connection, many);
      connection.commit();
      assertThat(journal.entries(5)).containsExactly(early);
      assertThat(journal.entries(7)).isEqualTo(many.subList(0, Journal.FEW));
      var again = new ArrayList<>(entries(9, Journal.FEW));
      again.add(early);
      assertThatThrownBy(() -> journal.append(connection, again))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23505"));
      connection.rollback();
      assertThat(journal.entries(9)).isEmpty();
      journal.append(connection, entries(9, Journal.FEW + 1));
      connection.commit();
    }
    assertThat(verifier.verify().entries()).isEqualTo(2L * Journal.FEW + 2);
    assertThat(verifier.verify().holds()).isTrue();
  }

  @Test
  void writesOnlyBehindWhatWasChanged() throws SQLException {
    List<Entry> both = List.of(entries(7, 1).getFirst(), entries(8, 1).getFirst());
    try (Connection connection = database.application().getConnection()) {
      assertThat(
              journal.appendAfter(
                  connection,
                  "SELECT n AS id FROM unnest(?::int8[]) AS n",
                  statement -> {
                    statement.setArray(1, connection.createArrayOf("int8", new Long[] {8L}));
                    return 2;
                  },
                  both))
          .containsExactly(8L);
    }
    assertThat(journal.entries(7)).isEmpty();
    assertThat(journal.entries(8)).containsExactly(both.getLast());
  }

  @Test
  void writesARootOnlyWhenSomethingHappened() throws SQLException {
    assertThat(roots.write()).isEmpty();
    chain(7, 2);
    assertThat(roots.write()).isPresent();
    assertThat(roots.write()).isEmpty();
    chain(8, 1);
    assertThat(roots.write().map(Root::number)).isEqualTo(Optional.of(2L));
  }

  @Test
  void namesTheEntryThatWasChanged() throws SQLException {
    chain(7, 5);
    owner
        .sql("UPDATE journal.entry SET actor = 'staff:eve' WHERE chain = 7 AND sequence = 3")
        .update();
    assertThat(verifier.verify().findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.problem()).isEqualTo(Problem.BROKEN);
              assertThat(finding.place()).isEqualTo("chain 7, entry 3");
            });
  }

  @Test
  void namesTheEntryThatIsMissing() throws SQLException {
    chain(7, 5);
    owner.sql("DELETE FROM journal.entry WHERE chain = 7 AND sequence = 2").update();
    assertThat(verifier.verify().findings())
        .extracting(Finding::problem, Finding::place)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Problem.MISSING, "chain 7, entry 2"));
  }

  @Test
  void namesWhereATailWasCutOff() throws SQLException {
    chain(7, 5);
    roots.write();
    owner.sql("DELETE FROM journal.entry WHERE chain = 7 AND sequence > 3").update();
    assertThat(verifier.verify().findings())
        .extracting(Finding::problem, Finding::place)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Problem.CUT_OFF, "chain 7, entry 4"));
  }

  @Test
  void seesAWholeChainWrittenAnew() throws SQLException {
    chain(7, 3);
    roots.write();
    owner.sql("DELETE FROM journal.entry WHERE chain = 7").update();
    clock.advance(java.time.Duration.ofSeconds(1));
    chain(7, 3);
    assertThat(verifier.verify().findings())
        .extracting(Finding::problem)
        .containsExactly(Problem.BROKEN);
  }

  @Test
  void seesARootThatWasChangedOrTakenAway() throws SQLException, IOException {
    for (int i = 1; i <= 3; i++) {
      chain(i, 1);
      roots.write();
    }
    Path second = folder.resolve("root-0000000002.json");
    String content = Files.readString(second);
    Files.writeString(second, content.replaceFirst("\"sequence\":1", "\"sequence\":2"));
    assertThat(verifier.verify().findings()).extracting(Finding::problem).contains(Problem.ROOT);
    Files.delete(second);
    assertThat(verifier.verify().findings())
        .extracting(Finding::problem, Finding::place)
        .contains(org.assertj.core.groups.Tuple.tuple(Problem.ROOT, "root-0000000003.json"));
  }

  @Test
  void theRunningRoleCanOnlyAdd() throws SQLException {
    chain(7, 1);
    var running = JdbcClient.create(database.application());
    for (String sql :
        List.of(
            "UPDATE journal.entry SET actor = 'x'",
            "DELETE FROM journal.entry",
            "TRUNCATE journal.entry",
            "DROP TABLE journal.entry",
            "ALTER TABLE journal.entry DISABLE TRIGGER ALL")) {
      assertThatThrownBy(() -> running.sql(sql).update()).isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  void streamsGrowOneByOneUnderRaces() throws InterruptedException {
    var writers = new ArrayList<Thread>();
    for (int i = 0; i < 8; i++) {
      writers.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int n = 0; n < 10; n++) {
                      journal.record("access", Actor.SYSTEM, "seen", "page", "{}");
                    }
                  }));
    }
    for (Thread writer : writers) {
      writer.join();
    }
    assertThat(journal.stream("access")).hasSize(80);
    assertThat(verifier.verify().holds()).isTrue();
  }

  private void chain(long chain, int entries) throws SQLException {
    try (Connection connection = database.application().getConnection()) {
      journal.append(connection, entries(chain, entries));
    }
  }

  private List<Entry> entries(long chain, int count) {
    Head head = Head.ofNew(chain);
    var list = new ArrayList<Entry>();
    for (int i = 0; i < count; i++) {
      Entry entry =
          head.then(clock.instant(), Actor.SYSTEM, "done", "step-" + i, "{\"n\":" + i + "}");
      list.add(entry);
      head = Head.at(entry);
    }
    return list;
  }
}
