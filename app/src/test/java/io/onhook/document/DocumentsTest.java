package io.onhook.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.document.TakeAnswer.Refused;
import io.onhook.document.TakeAnswer.Taken;
import io.onhook.journal.Entry;
import io.onhook.journal.Journal;
import io.onhook.policy.Paper;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.testing.SettableClock;
import io.onhook.testing.TestDatabase;
import io.onhook.testing.TestVault;
import io.onhook.vault.Vault;
import java.awt.image.BufferedImage;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Taking in, handing in, showing, telling, erasing; on a real database. */
class DocumentsTest {
  private static final CaseReference REFERENCE = CaseReference.random(new Random(1));
  private static final CaseReference OTHER = CaseReference.random(new Random(2));
  private static final Drawer DRAWER = new Drawer("draft-1", "P-1");
  private static final Actor LIN = Actor.staff("lin");
  private static final Viewer REVIEWER = new Viewer(LIN, REFERENCE, Purpose.REVIEW);

  private final TestDatabase database = TestDatabase.fresh();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
  private final Vault vault = TestVault.on(database).vault();
  private final Journal journal = new Journal(database.application(), clock);
  private final Documents documents = with(VirusScan.NONE);

  private Documents with(VirusScan scan) {
    return new Documents(
        new DocumentStore(
            JdbcClient.create(database.application()),
            new TransactionTemplate(new DataSourceTransactionManager(database.application()))),
        scan,
        new Darkroom(1),
        new Watermark(),
        journal,
        vault,
        clock,
        new Random(3));
  }

  @Test
  void keepsAPaperSealed() {
    Document taken = take(SpecimenFiles.pdf(2));
    assertThat(taken.pages()).isEqualTo(2);
    assertThat(documents.inDrawer(DRAWER)).containsExactly(taken);
    List<byte[]> boxes =
        owner().sql("SELECT box FROM document.page").query((row, n) -> row.getBytes(1)).list();
    assertThat(boxes).hasSize(2);
    for (byte[] box : boxes) {
      // The marks of a JPEG, anywhere in it.
      assertThat(HexFormat.of().formatHex(box)).doesNotContain("ffd8ffe0", "4a464946");
    }
  }

  @Test
  void keepsNothingOfWhatItRefuses() {
    assertThat(documents.take(DRAWER, Paper.RESIDENT_ID, new byte[0]))
        .isEqualTo(new Refused(FileProblem.EMPTY));
    byte[] photo = SpecimenFiles.jpeg(900, 600);
    assertThat(with(file -> VirusScan.Verdict.INFECTED).take(DRAWER, Paper.RESIDENT_ID, photo))
        .isEqualTo(new Refused(FileProblem.INFECTED));
    assertThat(with(file -> VirusScan.Verdict.DOWN).take(DRAWER, Paper.RESIDENT_ID, photo))
        .isEqualTo(new Refused(FileProblem.SCANNER_DOWN));
    assertThat(count("document.document")).isZero();
    assertThat(count("vault.data_key")).isZero();
  }

  @Test
  void letsAHolderTakeBackWhatIsTheirsAndNothingElse() {
    Document taken = take(SpecimenFiles.jpeg(900, 600));
    var stranger = new Drawer(DRAWER.draft(), "P-2");
    assertThat(documents.inDrawer(stranger)).isEmpty();
    documents.remove(stranger, taken.id());
    documents.handIn(stranger, OTHER);
    assertThat(documents.inDrawer(DRAWER)).hasSize(1);

    documents.remove(DRAWER, taken.id());
    assertThat(documents.inDrawer(DRAWER)).isEmpty();
    assertThat(count("document.page")).isZero();
    assertThat(keys()).isZero();
  }

  @Test
  void showsAHolderForHalfAnHourWhatWasTakenIn() {
    Document taken = take(SpecimenFiles.jpeg(2000, 1300));
    BufferedImage shown =
        SpecimenFiles.read(documents.preview(DRAWER, taken.id(), 1).orElseThrow());
    assertThat(shown.getWidth()).isEqualTo(1100);
    assertThat(documents.preview(DRAWER, taken.id(), 2)).isEmpty();
    assertThat(documents.preview(new Drawer("draft-1", "P-2"), taken.id(), 1)).isEmpty();
    assertThat(documents.preview(new Drawer("draft-2", "P-1"), taken.id(), 1)).isEmpty();

    clock.advance(Duration.ofMinutes(30));
    assertThat(documents.isShown(taken)).isFalse();
    assertThat(documents.preview(DRAWER, taken.id(), 1)).isEmpty();
    Document another = handedIn();
    assertThat(documents.preview(DRAWER, another.id(), 1)).as("sent").isEmpty();
  }

  @Test
  void showsTheTablesToNobodyWhoDoesNotSayWhoTheyAre() throws SQLException {
    Document taken = handedIn();
    try (var connection = database.application().getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      assertThat(visible(statement)).isEqualTo("0/0");
      statement.execute("SELECT set_config('onhook.party', 'P-2', true)");
      assertThat(visible(statement)).isEqualTo("0/0");
      statement.execute("SELECT set_config('onhook.case', '" + REFERENCE + "', true)");
      assertThat(visible(statement)).as("a case without a purpose").isEqualTo("1/0");
      statement.execute("SELECT set_config('onhook.purpose', 'review', true)");
      assertThat(visible(statement)).isEqualTo("1/1");
      connection.rollback();
      assertThat(visible(statement)).as("the next transaction").isEqualTo("0/0");
      connection.rollback();
    }
    assertThat(documents.ofCase(REFERENCE)).containsExactly(taken);
  }

  @Test
  void marksEachViewAndJournalsItOnce() {
    Document taken = handedIn();
    BufferedImage plain = SpecimenFiles.read(SpecimenFiles.jpeg(900, 600));
    BufferedImage shown = SpecimenFiles.read(documents.view(REVIEWER, taken.id(), 1).orElseThrow());
    assertThat(shown.getWidth()).isEqualTo(900);
    assertThat(share(plain, shown)).as("pixels that the mark changed").isBetween(0.02, 0.6);

    clock.advance(Duration.ofMinutes(5));
    documents.view(new Viewer(Actor.staff("wang"), REFERENCE, Purpose.AUDIT), taken.id(), 1);
    assertThat(documents.view(new Viewer(LIN, OTHER, Purpose.REVIEW), taken.id(), 1)).isEmpty();
    assertThat(documents.view(REVIEWER, taken.id(), 2)).isEmpty();
    assertThat(documents.view(REVIEWER, "0".repeat(32), 1)).isEmpty();

    List<Entry> entries = journal.stream(Documents.stream(REFERENCE));
    assertThat(entries.stream().map(Entry::kind)).containsExactly("handed-in", "viewed", "viewed");
    assertThat(entries.get(1).actor()).isEqualTo(LIN);
    assertThat(entries.get(1).detail())
        .isEqualTo("{\"purpose\":\"review\",\"paper\":\"resident-id\"}");
    assertThat(journal.stream(Documents.stream(OTHER))).isEmpty();

    assertThat(documents.custody(REFERENCE, "P-1").openings())
        .containsExactly(
            new Opening(clock.instant(), "wang", Purpose.AUDIT, Paper.RESIDENT_ID),
            new Opening(
                clock.instant().minusSeconds(300), "lin", Purpose.REVIEW, Paper.RESIDENT_ID));
    assertThat(documents.custody(REFERENCE, "P-2")).isEqualTo(new Custody(List.of(), List.of()));
  }

  @Test
  void erasesByDestroyingTheKeyOnceItIsDue() throws SQLException {
    Document taken = handedIn();
    clock.advance(Duration.ofDays(400));
    documents.sweep();
    assertThat(keys()).as("an undecided case keeps its papers").isEqualTo(1);

    due(clock.instant().plus(Duration.ofDays(2)));
    due(clock.instant().plus(Duration.ofDays(9)));
    documents.sweep();
    assertThat(keys()).isEqualTo(1);
    clock.advance(Duration.ofDays(2));
    documents.sweep();
    documents.sweep();

    assertThat(keys()).isZero();
    assertThat(count("document.page")).isZero();
    assertThat(documents.view(REVIEWER, taken.id(), 1)).isEmpty();
    assertThat(documents.custody(REFERENCE, "P-1").documents().getFirst().erasedAt())
        .isEqualTo(clock.instant());
    assertThat(journal.stream(Documents.stream(REFERENCE)).stream().map(Entry::kind))
        .containsExactly("handed-in", "erased");
  }

  @Test
  void erasesWhatWasNeverSent() {
    take(SpecimenFiles.jpeg(900, 600));
    clock.advance(Duration.ofDays(30));
    documents.sweep();
    assertThat(documents.inDrawer(DRAWER)).hasSize(1);
    clock.advance(Duration.ofDays(2));
    documents.sweep();
    assertThat(count("document.document")).isZero();
    assertThat(keys()).isZero();
  }

  @Test
  void emptiesADrawerButNotACase() {
    handedIn();
    take(SpecimenFiles.jpeg(900, 600));
    documents.empty(DRAWER);
    assertThat(documents.inDrawer(DRAWER)).isEmpty();
    assertThat(documents.ofCase(REFERENCE)).hasSize(1);
  }

  @Test
  void takesOnlySoManyFiles() {
    Optional<FileProblem> problem = Optional.empty();
    var full = with(file -> VirusScan.Verdict.DOWN);
    owner()
        .sql(
            "INSERT INTO document.document (id, party, draft, paper, pages, taken_at)"
                + " SELECT 'd' || n, 'P-1', 'draft-1', 'passport', 1, now()"
                + " FROM generate_series(1, 12) n")
        .update();
    if (full.take(DRAWER, Paper.PASSPORT, SpecimenFiles.jpeg(900, 600))
        instanceof Refused(FileProblem no)) {
      problem = Optional.of(no);
    }
    assertThat(problem).contains(FileProblem.TOO_MANY_FILES);
  }

  private Document take(byte[] file) {
    TakeAnswer answer = documents.take(DRAWER, Paper.RESIDENT_ID, file);
    assertThat(answer).isInstanceOf(Taken.class);
    return ((Taken) answer).document();
  }

  private Document handedIn() {
    Document taken = take(SpecimenFiles.jpeg(900, 600));
    documents.handIn(DRAWER, REFERENCE);
    assertThat(documents.inDrawer(DRAWER)).isEmpty();
    return taken;
  }

  private void due(Instant at) throws SQLException {
    try (var connection = database.application().getConnection()) {
      connection.setAutoCommit(false);
      new EraseCopiesHandler()
          .write(connection, List.of(new EraseCopies(REFERENCE, at), new EraseCopies(OTHER, at)));
      connection.commit();
    }
  }

  private static String visible(java.sql.Statement statement) throws SQLException {
    try (var rows =
        statement.executeQuery(
            "SELECT (SELECT count(*) FROM document.document) || '/'"
                + " || (SELECT count(*) FROM document.page)")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static double share(BufferedImage plain, BufferedImage shown) {
    int changed = 0;
    for (int x = 0; x < plain.getWidth(); x++) {
      for (int y = 0; y < plain.getHeight(); y++) {
        int green = Math.abs((plain.getRGB(x, y) >> 8 & 0xFF) - (shown.getRGB(x, y) >> 8 & 0xFF));
        if (green > 24) {
          changed++;
        }
      }
    }
    return (double) changed / plain.getWidth() / plain.getHeight();
  }

  private int keys() {
    return owner()
        .sql("SELECT count(*) FROM vault.data_key WHERE wrapped IS NOT NULL")
        .query(Integer.class)
        .single();
  }

  private int count(String table) {
    return owner().sql("SELECT count(*) FROM " + table).query(Integer.class).single();
  }

  private JdbcClient owner() {
    return JdbcClient.create(database.owner());
  }
}
