package io.onhook.access;

import io.onhook.access.CodeDesk.Check;
import io.onhook.access.CodeDesk.Made;
import io.onhook.access.CodeDesk.Owner;
import io.onhook.access.CodeDesk.Purpose;
import io.onhook.line.Line;
import io.onhook.line.Lines;
import io.onhook.shared.Answer;
import io.onhook.shared.Language;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A code just before something that can't be undone, bound to exactly that: it fits no other
 * content, nobody else, and once. It goes to the line; for who signed in by another contact, whose
 * line may be in a stranger's hands, it goes there again.
 */
public final class StepUp {
  private final Lines lines;
  private final CodeDesk desk;
  private final CodePost post;
  private final Caps caps;
  private final AccessJournal journal;
  private final SignInSettings settings;

  StepUp(
      Lines lines,
      CodeDesk desk,
      CodePost post,
      Caps caps,
      AccessJournal journal,
      SignInSettings settings) {
    this.lines = lines;
    this.desk = desk;
    this.post = post;
    this.caps = caps;
    this.journal = journal;
    this.settings = settings;
  }

  /**
   * Sends a code for this content.
   *
   * @param content what is confirmed by it; only its digest is kept
   * @param clientAddress IP address that the request came from
   */
  public StepUpAnswer request(
      HolderPrincipal holder, String content, Language language, String clientAddress) {
    return switch (lines.byId(holder.lineId())) {
      case Answer.Got<Optional<Line>>(var line) ->
          line.filter(known -> known.holder().partyId().equals(holder.partyId()))
              .flatMap(known -> destination(holder, known))
              .map(to -> send(holder, content, to, language, clientAddress))
              .orElseGet(StepUpAnswer.NoWay::new);
      case Answer.Failed<Optional<Line>>(var fault) -> new StepUpAnswer.Unavailable();
      case Answer.Silent<Optional<Line>>(var fault) -> new StepUpAnswer.Unavailable();
    };
  }

  private static Optional<CodeDestination> destination(HolderPrincipal holder, Line line) {
    return holder.way() == SignInWay.OTHER_CONTACT
        ? CodeDestination.other(line)
        : CodeDestination.itself(line);
  }

  private StepUpAnswer send(
      HolderPrincipal holder,
      String content,
      CodeDestination to,
      Language language,
      String clientAddress) {
    String counted = to.address().startsWith("+") ? to.address().substring(1) : to.address();
    Optional<Instant> retryAt = caps.take(CodeCaps.of(settings, counted, clientAddress));
    if (retryAt.isPresent()) {
      return new StepUpAnswer.TooMany(retryAt.get());
    }
    Made made = desk.make(Purpose.STEP_UP, subject(holder, content));
    SignInWay proves =
        holder.way() == SignInWay.OTHER_CONTACT ? SignInWay.OTHER_CONTACT : SignInWay.LINE;
    desk.bind(made.attempt(), new Owner(holder.partyId(), holder.line(), proves, ""));
    return post.send(made, language, to, desk.lives())
        ? new StepUpAnswer.Sent(made.attempt(), proves)
        : new StepUpAnswer.Unavailable();
  }

  /**
   * Checks the code against the same holder and content that it was asked for.
   *
   * @param attempt from {@link StepUpAnswer.Sent}
   */
  public StepUpProof enter(HolderPrincipal holder, String content, String attempt, String code) {
    return switch (desk.check(Purpose.STEP_UP, attempt, subject(holder, content), code)) {
      case Check.Right(var owner, var at) -> {
        SignInWay proved = Objects.requireNonNull(owner).way();
        journal.steppedUp(holder.actor(), "code-to-" + proved.text());
        yield new StepUpProof.Confirmed(attempt, proved, at);
      }
      case Check.NotACode() -> new StepUpProof.NotACode();
      case Check.Wrong(int left) -> new StepUpProof.Wrong(left);
      case Check.TriedTooOften() -> new StepUpProof.TriedTooOften();
      case Check.Stale() -> new StepUpProof.Stale();
    };
  }

  private static String subject(HolderPrincipal holder, String content) {
    return holder.partyId() + "\n" + holder.line() + "\n" + content;
  }
}
