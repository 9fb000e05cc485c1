package io.onhook.cancellation;

import io.onhook.document.Document;
import io.onhook.document.Documents;
import io.onhook.document.Drawer;
import io.onhook.engine.CaseId;
import io.onhook.engine.Cases;
import io.onhook.engine.SignalAnswer;
import io.onhook.policy.Paper;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.vault.Vault;
import io.onhook.worklist.WorkItem;
import io.onhook.worklist.Worklist;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The door for what holders are asked for: what it is, and their answer. */
@Component
public final class Inquiries {
  private static final int LONGEST = 2_000;

  private final CancellationStore store;
  private final TransactionTemplate transaction;
  private final Cases cases;
  private final Worklist worklist;
  private final Documents documents;
  private final CaseSecrets secrets;
  private final Vault vault;
  private final Clock clock;

  Inquiries(
      DataSource database,
      PlatformTransactionManager transactions,
      Cases cases,
      Worklist worklist,
      Documents documents,
      CaseSecrets secrets,
      Vault vault,
      Clock clock) {
    this.store = new CancellationStore(JdbcClient.create(database));
    this.transaction = new TransactionTemplate(transactions);
    this.cases = cases;
    this.worklist = worklist;
    this.documents = documents;
    this.secrets = secrets;
    this.vault = vault;
    this.clock = clock;
  }

  /** What this viewer's case is asked for now; empty if nothing. */
  public Optional<Inquiry> open(CaseReference reference, Actor viewer) {
    return row(reference, viewer)
        .filter(row -> isWaiting(row.caseId()))
        .map(row -> of(reference, viewer))
        .filter(rounds -> !rounds.isEmpty())
        .map(List::getLast)
        .filter(last -> last.answer().isEmpty());
  }

  private boolean isWaiting(CaseId id) {
    return worklist.ofCase(id).flatMap(WorkItem::waitingUntil).isPresent();
  }

  /** All that a case was ever asked for, the first time first; nothing of somebody else's. */
  public List<Inquiry> of(CaseReference reference, Actor viewer) {
    return row(reference, viewer).stream()
        .flatMap(
            row -> {
              Paper identity = identity(row);
              return Asking.rounds(cases, reference).stream().map(it -> shown(it, identity));
            })
        .toList();
  }

  private Paper identity(CancellationStore.Row row) {
    String kind =
        cases.find(row.caseId()).orElseThrow().state(Cancellation.class).applicant().documentKind();
    return Paper.of(kind).orElse(Paper.IDENTITY_CARD);
  }

  /** Words that were erased with their case are empty. */
  private Inquiry shown(MoreNeeded it, Paper identity) {
    MoreNeeded.Answer came = it.answer();
    return new Inquiry(
        it.round(),
        it.needs(),
        vault.open(it.words()).orElse(""),
        it.askedBy(),
        it.askedAt(),
        it.until(),
        identity,
        Optional.ofNullable(came)
            .map(
                answer ->
                    new Inquiry.Answer(
                        vault.open(answer.words()).orElse(""), answer.at(), answer.files())));
  }

  /** Where the files of an answer lie until it is sent. */
  public Drawer drawer(CaseReference reference, Inquiry inquiry, String partyId) {
    return new Drawer("more/" + MoreNeeded.key(reference, inquiry.round()), partyId);
  }

  /**
   * Sends an answer: what is typed, and what lies in the drawer. Known to be durable once it
   * answers.
   *
   * @param words at most 2000 characters; may be empty where there are files
   * @param holder an actor of kind holder
   */
  public InquiryAnswer answer(
      CaseReference reference, Inquiry inquiry, String words, Actor holder) {
    Drawer drawer = drawer(reference, inquiry, holder.id());
    List<Document> files = documents.inDrawer(drawer);
    if (words.isBlank() && files.isEmpty()) {
      return new InquiryAnswer.Empty();
    }
    Optional<CancellationStore.Row> row = row(reference, holder);
    Optional<CaseId> asked = Asking.find(cases, reference, inquiry.round());
    if (row.isEmpty() || asked.isEmpty()) {
      return new InquiryAnswer.NotAsked();
    }
    if (words.strip().length() > LONGEST) {
      return new InquiryAnswer.TooLong(LONGEST);
    }
    var answer =
        new MoreNeeded.Answer(
            secrets.seal(reference, words.strip()), clock.instant(), files.size());
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              cases.hold(asked.get());
              InquiryAnswer sent = sent(row.get().caseId(), asked.get(), answer, holder);
              if (sent instanceof InquiryAnswer.Sent) {
                documents.handIn(drawer, reference);
              } else {
                status.setRollbackOnly();
              }
              return sent;
            }));
  }

  private InquiryAnswer sent(CaseId it, CaseId asked, MoreNeeded.Answer answer, Actor holder) {
    // Held, the work can't be decided between this and the copies' being handed in.
    if (worklist.waiting(it, Review.STEP).isEmpty()) {
      return new InquiryAnswer.NotAsked();
    }
    return switch (cases.signal(asked, AwaitMore.signal(answer, holder))) {
      case SignalAnswer.Accepted() -> new InquiryAnswer.Sent();
      case SignalAnswer.Repeated() -> new InquiryAnswer.SentBefore();
      case SignalAnswer.TooLate late -> new InquiryAnswer.NotAsked();
      case SignalAnswer.Ended ended -> new InquiryAnswer.NotAsked();
      case SignalAnswer.NoSuchCase none -> new InquiryAnswer.NotAsked();
      case SignalAnswer.NotExpected elsewhere -> new InquiryAnswer.NotAsked();
    };
  }

  private Optional<CancellationStore.Row> row(CaseReference reference, Actor viewer) {
    return store.find(reference).filter(row -> Authority.mayAct(viewer, row.partyId()));
  }
}
