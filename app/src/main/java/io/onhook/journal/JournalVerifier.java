package io.onhook.journal;

import io.onhook.journal.Finding.Problem;
import io.onhook.journal.RootFolder.Stored;
import io.onhook.vault.Signer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Proves the journal: each chain follows from its first entry, and stands where the signed roots
 * say.
 */
public final class JournalVerifier {
  private final DataSource database;
  private final RootFolder folder;

  /**
   * @param roots the folder of the signed roots
   */
  public JournalVerifier(DataSource database, Path roots, Signer signer) {
    this.database = database;
    this.folder = new RootFolder(roots, signer);
  }

  /**
   * What was read and what is wrong with it.
   *
   * @param findings empty if all holds; the first of each chain, in order, then the roots'
   */
  public record Verdict(long chains, long entries, long roots, List<Finding> findings) {
    public boolean holds() {
      return findings.isEmpty();
    }
  }

  /** Reads everything once. */
  public Verdict verify() {
    var walk = new ChainWalk();
    var rows = new JdbcTemplate(database);
    rows.setFetchSize(1000);
    // The driver fetches in portions only inside a transaction.
    new org.springframework.transaction.support.TransactionTemplate(
            new org.springframework.jdbc.datasource.DataSourceTransactionManager(database))
        .executeWithoutResult(
            status ->
                rows.query(
                    EntryRows.SELECT + " ORDER BY chain, sequence",
                    row -> {
                      walk.visit(EntryRows.read(row));
                    }));
    long roots = verifyRoots(walk.findings);
    return new Verdict(walk.chains, walk.entries, roots, List.copyOf(walk.findings));
  }

  private long verifyRoots(List<Finding> findings) {
    List<Stored> roots;
    try {
      roots = folder.all();
    } catch (RootFolder.Unreadable e) {
      findings.add(new Finding(Problem.ROOT, String.valueOf(e.getMessage()), "it was changed"));
      return 0;
    }
    Hash previous = Hash.GENESIS;
    long number = 0;
    for (Stored stored : roots) {
      String place = stored.file().getFileName().toString();
      number++;
      if (!stored.signatureHolds()) {
        findings.add(new Finding(Problem.ROOT, place, "its signature does not hold"));
      }
      if (stored.root().number() != number || !stored.root().previous().equals(previous)) {
        findings.add(
            new Finding(Problem.ROOT, place, "root " + number + " is missing or was changed"));
        number = stored.root().number();
      }
      previous = stored.fileHash();
      stored.root().heads().stream()
          .map(head -> verifyHead(place, head))
          .flatMap(Optional::stream)
          .forEach(findings::add);
    }
    return roots.size();
  }

  private Optional<Finding> verifyHead(String root, Root.ChainHead head) {
    var jdbc = JdbcClient.create(database);
    Optional<String> hash =
        jdbc.sql("SELECT hash FROM journal.entry WHERE chain = ? AND sequence = ?")
            .params(head.chain(), head.sequence())
            .query((row, n) -> HexFormat.of().formatHex(row.getBytes(1)))
            .optional();
    if (hash.isEmpty()) {
      int last =
          jdbc.sql("SELECT coalesce(max(sequence), 0) FROM journal.entry WHERE chain = ?")
              .param(head.chain())
              .query(Integer.class)
              .single();
      return Optional.of(
          new Finding(
              Problem.CUT_OFF,
              "chain " + head.chain() + ", entry " + (last + 1),
              root + " knows entries up to " + head.sequence() + ", there are " + last));
    }
    return hash.get().equals(head.hash())
        ? Optional.empty()
        : Optional.of(
            new Finding(
                Problem.BROKEN,
                "chain " + head.chain() + ", entry " + head.sequence(),
                "it or one before it was written anew after " + root + " was signed"));
  }

  /** Follows the chains, one after another. */
  private static final class ChainWalk {
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable Head head;
    private boolean harmed;
    private long chains;
    private long entries;

    void visit(Entry entry) {
      entries++;
      Head before = head;
      if (before == null || before.chain() != entry.chain()) {
        chains++;
        harmed = false;
        before = Head.ofNew(entry.chain());
      }
      head = Head.at(entry);
      if (harmed) {
        return;
      }
      if (entry.sequence() != before.sequence() + 1) {
        harm(
            Problem.MISSING,
            entry.chain(),
            before.sequence() + 1,
            "the next is " + entry.sequence());
        return;
      }
      Entry expected =
          before.then(entry.at(), entry.actor(), entry.kind(), entry.subject(), entry.detail());
      if (!expected.hash().equals(entry.hash())) {
        harm(Problem.BROKEN, entry.chain(), entry.sequence(), "its content does not give its hash");
      }
    }

    private void harm(Problem problem, long chain, int sequence, String detail) {
      harmed = true;
      findings.add(new Finding(problem, "chain " + chain + ", entry " + sequence, detail));
    }
  }
}
