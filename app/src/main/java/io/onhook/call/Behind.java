package io.onhook.call;

import io.onhook.access.CallerCodes.Whom;
import io.onhook.access.KnownContact;
import io.onhook.access.SignInWay;
import io.onhook.branch.Ticket;
import io.onhook.branch.Tickets;
import io.onhook.cancellation.Applicants;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Cancellations;
import io.onhook.line.Line;
import io.onhook.line.LineId;
import io.onhook.line.Lines;
import io.onhook.notice.Notice.Channel;
import io.onhook.shared.Actor;
import io.onhook.shared.Answer;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Msisdn;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds who is behind what a caller named. It is asked behind the answer only, since how long it
 * takes would tell something.
 */
@Component
final class Behind {
  private final Lines lines;
  private final Cancellations cancellations;
  private final Applicants applicants;
  private final Tickets tickets;

  Behind(Lines lines, Cancellations cancellations, Applicants applicants, Tickets tickets) {
    this.lines = lines;
    this.cancellations = cancellations;
    this.applicants = applicants;
    this.tickets = tickets;
  }

  /** Whom a code goes to; empty if nobody is found, or none can be reached. */
  Optional<Whom> whom(Named named) {
    return switch (named) {
      case Named.Number(var number) -> byNumber(number);
      case Named.Reference(var reference) -> byReference(reference);
      case Named.Ticket(var text) -> carried(text).flatMap(this::byReference);
    };
  }

  /** The case that a checked caller calls about; of a line, its last one. */
  Optional<CaseReference> about(Named named, LineId line, String partyId) {
    return switch (named) {
      case Named.Number number ->
          cancellations.ofLine(line, Actor.holder(partyId)).stream()
              .findFirst()
              .map(CancellationView::reference);
      case Named.Reference(var reference) -> Optional.of(reference);
      case Named.Ticket(var text) -> carried(text);
    };
  }

  /** The line that a number has now. */
  Optional<Line> line(Named named) {
    return named instanceof Named.Number(var number)
        ? got(lines.byMsisdn(number))
        : Optional.empty();
  }

  Optional<Line> line(LineId id) {
    return got(lines.byId(id));
  }

  /** A number that nobody has any more leads to the last case about it. */
  private Optional<Whom> byNumber(Msisdn number) {
    Optional<Line> line =
        got(lines.byMsisdn(number)).filter(it -> it.status() != Line.Status.TERMINATED);
    return line.isPresent()
        ? line.flatMap(Behind::ofAccount)
        : cancellations.ofNumber(number, Actor.SYSTEM).stream()
            .findFirst()
            .map(CancellationView::reference)
            .flatMap(this::ofCase);
  }

  private Optional<Whom> byReference(CaseReference reference) {
    return applicants
        .reach(reference)
        .flatMap(
            reach ->
                line(reach.line())
                    .filter(line -> line.status() != Line.Status.TERMINATED)
                    .filter(line -> line.holder().partyId().equals(reach.partyId()))
                    .flatMap(Behind::ofAccount)
                    .or(() -> ofCase(reference)));
  }

  private static Optional<Whom> ofAccount(Line line) {
    return KnownContact.other(line).map(to -> new Whom(to, SignInWay.OTHER_CONTACT, line));
  }

  /** A letter is no way for a code. */
  private Optional<Whom> ofCase(CaseReference reference) {
    return applicants
        .reach(reference)
        .filter(reach -> reach.channel() != Channel.LETTER)
        .map(
            reach ->
                new Whom(
                    new KnownContact(
                        reach.partyId(), reach.line().value(), reach.channel(), reach.address()),
                    SignInWay.CONTACT,
                    null));
  }

  private Optional<CaseReference> carried(String ticket) {
    return (ticket.length() == 4 ? tickets.labelled(ticket) : tickets.find(ticket))
        .flatMap(Ticket::carries);
  }

  private static Optional<Line> got(Answer<Optional<Line>> answer) {
    return answer instanceof Answer.Got<Optional<Line>>(var line) ? line : Optional.empty();
  }
}
