package io.onhook.visit;

import io.onhook.cancellation.Applicants;
import io.onhook.certificate.ReceiptFacts;
import io.onhook.certificate.Receipts;
import io.onhook.certificate.Words;
import io.onhook.journal.Journal;
import io.onhook.notice.Notice;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.vault.Vault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Codes on paper: who has neither phone nor mail looks at the case with one. It is on one printed
 * receipt and nowhere else; a new one, at any window, kills the old. It only lets somebody look.
 */
@Component
public final class PrintedCodes {
  /** Of the receipt that each request has: for who comes again without signing anything. */
  private static final String OF_THE_REQUEST = "submission";

  private final PrintedCodeStore store;
  private final Identities identities;
  private final Visitors visitors;
  private final FourEyes eyes;
  private final VisitRecord record;
  private final Applicants applicants;
  private final Receipts receipts;
  private final Vault vault;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final RandomGenerator random = new SecureRandom();

  PrintedCodes(
      DataSource database,
      PlatformTransactionManager transactions,
      Identities identities,
      Visitors visitors,
      FourEyes eyes,
      Journal journal,
      Applicants applicants,
      Receipts receipts,
      Vault vault,
      Clock clock) {
    this.store = new PrintedCodeStore(JdbcClient.create(database));
    this.identities = identities;
    this.visitors = visitors;
    this.eyes = eyes;
    this.record = new VisitRecord(journal);
    this.applicants = applicants;
    this.receipts = receipts;
    this.vault = vault;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Whether this visitor's case is one that only letters reach. */
  public boolean isOffered(Visit visit) {
    return visit
        .reference()
        .flatMap(applicants::reach)
        .filter(reach -> reach.channel() == Notice.Channel.LETTER)
        .isPresent();
  }

  /**
   * Makes a code and prints it on the receipt of this visit, or of the request.
   *
   * @param page where it is typed
   */
  public PrintAnswer print(Visit visit, URI page, Actor staff) {
    if (eyes.refusal(visit, staff).isPresent()) {
      return new PrintAnswer.NotYours();
    }
    Optional<CaseReference> reference = visit.reference();
    if (reference.isEmpty()
        || identities.line(visit).filter(line -> visitors.isKnown(visit, line)).isEmpty()) {
      return new PrintAnswer.NotReady();
    }
    if (!isOffered(visit)) {
      return new PrintAnswer.Reached();
    }
    String topic =
        receipts.standing(reference.get(), Signatures.topic(visit)).isPresent()
            ? Signatures.topic(visit)
            : OF_THE_REQUEST;
    if (receipts.standing(reference.get(), topic).isEmpty()) {
      return new PrintAnswer.NotReady();
    }
    PrintedCode code = made(visit, reference.get(), staff);
    return receipts
        .pdfOnce(reference.get(), topic, lines(code, page))
        .<PrintAnswer>map(PrintAnswer.Printed::new)
        .orElseGet(PrintAnswer.NotReady::new);
  }

  private PrintedCode made(Visit visit, CaseReference reference, Actor staff) {
    PrintedCode code = PrintedCode.random(random);
    transaction.executeWithoutResult(
        status -> {
          store.put(reference, digest(reference, code), visit.id(), staff.id(), clock.instant());
          record.note(visit, staff, "code-printed");
        });
    return code;
  }

  private static List<ReceiptFacts.Line> lines(PrintedCode code, URI page) {
    return List.of(
        new ReceiptFacts.Line(
            new Words("查询码（只在这张纸上）", "Code to look the case up (on this sheet only)"),
            Words.same(code.printed())),
        new ReceiptFacts.Line(
            new Words("怎么查询", "How to look it up"),
            new Words(
                "打开 " + page + " ，填写办理编号和查询码。丢了可以在任何营业厅换一个。",
                "Open "
                    + page
                    + ", type case and code. If it is lost, any branch makes another.")));
  }

  /**
   * Whether this is the code of that case, as typed. How often somebody may try is the asking
   * door's to count.
   *
   * @throws io.onhook.shared.Malformed if it can't be a code at all
   */
  public boolean fits(CaseReference reference, String typed) {
    String digest = digest(reference, PrintedCode.typed(typed));
    return store
        .digest(reference)
        .filter(
            kept ->
                MessageDigest.isEqual(
                    kept.getBytes(StandardCharsets.UTF_8), digest.getBytes(StandardCharsets.UTF_8)))
        .isPresent();
  }

  private String digest(CaseReference reference, PrintedCode code) {
    return vault.digest("printed-code", reference.text() + ":" + code.text());
  }
}
