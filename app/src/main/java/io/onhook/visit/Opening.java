package io.onhook.visit;

import io.onhook.cancellation.CancelLine;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.Representative;
import io.onhook.cancellation.SubmitAnswer;
import io.onhook.document.Documents;
import io.onhook.journal.Journal;
import io.onhook.line.Line;
import io.onhook.policy.Acting;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens a case for a visitor, with what was seen of them: nothing is typed a second time. */
@Component
public final class Opening {
  /** As the request's way: {@link io.onhook.policy.Way#BRANCH}. */
  static final String WAY = "branch";

  private final VisitStore visits;
  private final Identities identities;
  private final Visitors visitors;
  private final FourEyes eyes;
  private final VisitRecord record;
  private final Documents documents;
  private final Cancellations cancellations;
  private final TransactionTemplate transaction;

  Opening(
      DataSource database,
      PlatformTransactionManager transactions,
      Identities identities,
      Visitors visitors,
      FourEyes eyes,
      Journal journal,
      Documents documents,
      Cancellations cancellations) {
    this.visits = new VisitStore(JdbcClient.create(database));
    this.identities = identities;
    this.visitors = visitors;
    this.eyes = eyes;
    this.record = new VisitRecord(journal);
    this.documents = documents;
    this.cancellations = cancellations;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Opens it. Whoever sends it twice gets the first case. */
  public OpenAnswer open(Visit visit, OpenWish wish, Actor staff) {
    if (eyes.refusal(visit, staff).isPresent()) {
      return new OpenAnswer.NotYours();
    }
    if (visit.line().isEmpty()) {
      return new OpenAnswer.NoIdentity();
    }
    Optional<Line> line = identities.line(visit);
    if (line.isEmpty()) {
      return new OpenAnswer.Unavailable();
    }
    if (visitors.isToBeSaid(visit, line.get())) {
      return new OpenAnswer.NotSaid();
    }
    Acting acting = visitors.acting(visit, line.get());
    Representative who = visitors.of(visit).flatMap(Visitor::representative).orElse(null);
    if (who == null && acting != Acting.HOLDER) {
      return new OpenAnswer.NotSaid();
    }
    if (who != null) {
      switch (visitors.self(who, staff)) {
        case YES -> {
          return new OpenAnswer.NotYours();
        }
        case UNKNOWN -> {
          return new OpenAnswer.Unavailable();
        }
        case NO -> {
          // Goes on.
        }
      }
    }
    Optional<Shown> shown =
        visitors.needsHolderIdentity(acting) ? seen(visit, line.get()) : Optional.of(Shown.NONE);
    if (shown.isEmpty()) {
      return new OpenAnswer.NoIdentity();
    }
    CancelLine request = request(visit, line.get(), shown.get(), wish, who);
    return switch (cancellations.submit(request, staff, "visit-" + visit.id())) {
      case SubmitAnswer.Submitted sent -> {
        about(visit, line.get(), sent.reference(), true, staff);
        yield new OpenAnswer.Opened(sent.reference());
      }
      case SubmitAnswer.AlreadyOpen(var reference) -> {
        about(visit, line.get(), reference, false, staff);
        Identities.drawer(visit).ifPresent(drawer -> documents.handIn(drawer, reference));
        yield new OpenAnswer.UnderWay(reference);
      }
      case SubmitAnswer.Refused(var because) -> new OpenAnswer.Refused(because);
      case SubmitAnswer.PartnerUnavailable unavailable -> new OpenAnswer.Unavailable();
      case SubmitAnswer.NotReckonable odd -> new OpenAnswer.NotReckonable();
    };
  }

  /** The holder's document, as the request tells it. */
  private record Shown(String kind, String number) {
    /** Where the pack wants none of somebody in this role. */
    static final Shown NONE = new Shown(CancelLine.NO_DOCUMENT, "");

    /** Never the number. */
    @Override
    public String toString() {
      return "Shown[" + kind + "]";
    }
  }

  private Optional<Shown> seen(Visit visit, Line line) {
    return identities
        .of(visit)
        .filter(IdentityCheck::fits)
        .flatMap(
            check ->
                identities.number(visit, line.id()).map(number -> new Shown(check.kind(), number)));
  }

  private static CancelLine request(
      Visit visit, Line line, Shown shown, OpenWish wish, @Nullable Representative who) {
    return new CancelLine(
        line.id(),
        line.holder().name(),
        shown.kind(),
        shown.number(),
        wish.endsOn(),
        wish.contact(),
        null,
        wish.language(),
        WAY,
        Identities.drawer(visit).orElseThrow(),
        wish.dependants(),
        who);
  }

  private void about(Visit visit, Line line, CaseReference reference, boolean here, Actor staff) {
    transaction.executeWithoutResult(
        status -> {
          Visit now = visits.about(visit.id(), line.id(), line.holder().partyId(), reference, here);
          record.note(now, staff, here ? "case-opened" : "line-taken-up");
        });
  }
}
