package io.onhook.visit;

import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.DocumentNumber;
import io.onhook.cancellation.HolderMatch;
import io.onhook.cancellation.Standing;
import io.onhook.document.Document;
import io.onhook.document.Documents;
import io.onhook.document.Drawer;
import io.onhook.document.TakeAnswer;
import io.onhook.journal.Journal;
import io.onhook.line.Line;
import io.onhook.line.LineId;
import io.onhook.line.Lines;
import io.onhook.policy.Paper;
import io.onhook.shared.Actor;
import io.onhook.shared.Answer;
import io.onhook.shared.Malformed;
import io.onhook.shared.ReadableZone;
import io.onhook.vault.KeyName;
import io.onhook.vault.Sealed;
import io.onhook.vault.Vault;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose ID lies on the counter: compared with the register, and photographed where that is due. */
@Component
public final class Identities {
  private final IdentityStore store;
  private final FourEyes eyes;
  private final VisitRecord record;
  private final Lines lines;
  private final Documents documents;
  private final Cancellations cancellations;
  private final Vault vault;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Identities(
      DataSource database,
      PlatformTransactionManager transactions,
      FourEyes eyes,
      Journal journal,
      Lines lines,
      Documents documents,
      Cancellations cancellations,
      Vault vault,
      Clock clock) {
    this.store = new IdentityStore(JdbcClient.create(database));
    this.eyes = eyes;
    this.record = new VisitRecord(journal);
    this.lines = lines;
    this.documents = documents;
    this.cancellations = cancellations;
    this.vault = vault;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** The last comparison for the line that this visit is about. */
  public Optional<IdentityCheck> of(Visit visit) {
    return visit.line().flatMap(line -> store.last(visit.id(), line));
  }

  /**
   * Compares a document with the registered holder's. That its photo and name are the visitor's,
   * the clerk has seen.
   *
   * @param kind {@code resident-id}, {@code passport} …
   * @param number as typed, or the machine readable zone as scanned
   */
  public IdentityAnswer compare(Visit visit, String kind, String number, Actor staff) {
    if (eyes.refusal(visit, staff).isPresent()) {
      return new IdentityAnswer.NotYours();
    }
    try {
      DocumentNumber.check(kind, number);
    } catch (Malformed e) {
      return new IdentityAnswer.WrongForm(e.code());
    }
    return line(visit)
        .<IdentityAnswer>map(line -> compared(visit, line, kind, number, staff))
        .orElseGet(IdentityAnswer.NoLine::new);
  }

  private IdentityAnswer.Compared compared(
      Visit visit, Line line, String kind, String number, Actor staff) {
    boolean fits =
        HolderMatch.compare(line.holder(), line.holder().name(), kind, number)
            == Standing.Identity.MATCHES;
    var check = new IdentityCheck(kind, fits, staff.id(), clock.instant());
    Sealed sealed = fits ? vault.seal(key(visit.id()), ReadableZone.numberIn(number)) : null;
    transaction.executeWithoutResult(
        status -> {
          store.add(visit.id(), line.id(), check, sealed);
          record.note(visit, staff, fits ? "identity-fits" : "identity-differs");
        });
    return new IdentityAnswer.Compared(check);
  }

  /** The line as the operator knows it now. */
  Optional<Line> line(Visit visit) {
    return visit
        .line()
        .flatMap(
            id ->
                switch (lines.byId(id)) {
                  case Answer.Got<Optional<Line>>(var found) -> found;
                  case Answer.Failed<Optional<Line>> failed -> Optional.<Line>empty();
                  case Answer.Silent<Optional<Line>> silent -> Optional.<Line>empty();
                });
  }

  /** The number of the document that fitted. */
  Optional<String> number(Visit visit, LineId line) {
    return store.number(visit.id(), line).flatMap(vault::open);
  }

  /** Takes a photo of the document in; empty if the visit is about no line, or is not theirs. */
  public Optional<TakeAnswer> photograph(Visit visit, Paper paper, byte[] file, Actor staff) {
    return eyes.refusal(visit, staff).isPresent()
        ? Optional.empty()
        : drawer(visit)
            .map(
                drawer -> {
                  TakeAnswer answer = documents.take(drawer, paper, file);
                  visit
                      .reference()
                      .filter(it -> answer instanceof TakeAnswer.Taken)
                      // What comes to a case that is over would be erased with nothing any more.
                      .flatMap(reference -> cancellations.find(reference, staff))
                      .filter(CancellationView::retractable)
                      .map(CancellationView::reference)
                      .ifPresent(reference -> documents.handIn(drawer, reference));
                  return answer;
                });
  }

  /** The files of this visit that wait for a case, or went to it. */
  public List<Document> photos(Visit visit) {
    return visit
        .reference()
        .map(documents::ofCase)
        .orElseGet(() -> drawer(visit).map(documents::inDrawer).orElse(List.of()));
  }

  /** Takes a photo out again, for good, while there is no case; nothing else happens. */
  public void takeOut(Visit visit, String document, Actor staff) {
    if (eyes.refusal(visit, staff).isEmpty() && visit.reference().isEmpty()) {
      drawer(visit).ifPresent(drawer -> documents.remove(drawer, document));
    }
  }

  /** Where photos lie until there is a case. */
  static Optional<Drawer> drawer(Visit visit) {
    return visit.partyId().map(party -> new Drawer("visit-" + visit.id(), party));
  }

  static KeyName key(long visit) {
    return KeyName.of("visit", String.valueOf(visit));
  }
}
