package io.onhook.access;

import io.onhook.access.CodeDesk.Check;
import io.onhook.access.CodeDesk.Made;
import io.onhook.access.CodeDesk.Owner;
import io.onhook.access.CodeDesk.Purpose;
import io.onhook.line.Line;
import io.onhook.line.LineId;
import io.onhook.notice.Template;
import io.onhook.shared.Actor;
import io.onhook.shared.Language;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Codes for callers: one goes to another contact of the account, and its digits come back by voice
 * or by keys. As at sign-in, whoever asks learns nothing by the answer or by its time.
 *
 * <p>How often a caller may be wrong is the asking module's to count; a code dies after five wrong
 * tries whatever that one does.
 */
public final class CallerCodes {
  private static final Logger LOG = LoggerFactory.getLogger(CallerCodes.class);

  private final CodeDesk desk;
  private final CodePost post;
  private final Caps caps;
  private final AllContacts contacts;
  private final SignInSettings settings;
  private final Executor background;

  CallerCodes(
      CodeDesk desk,
      CodePost post,
      Caps caps,
      AllContacts contacts,
      SignInSettings settings,
      Executor background) {
    this.desk = desk;
    this.post = post;
    this.caps = caps;
    this.contacts = contacts;
    this.settings = settings;
    this.background = background;
  }

  /**
   * Whom a code is for.
   *
   * @param contact where it goes
   * @param way what it then proves
   * @param line whose contacts are told if the caller fails; null if it has none any more
   */
  public record Whom(KnownContact contact, SignInWay way, @Nullable Line line) {}

  /**
   * Asks for a code. The same answer and time whether there is somebody or not.
   *
   * @param call the caller's call; only in it the code fits
   * @param named what the caller named, as digest or text; counted
   * @param whom looks up behind the answer for whom it is; empty for nobody
   * @param language the caller's
   * @param agent who serves the caller, to be counted too; empty for a program
   */
  public CodeAnswer request(
      String call,
      String named,
      Supplier<Optional<Whom>> whom,
      Language language,
      Optional<String> agent) {
    var pause = Pause.begin(settings.answersAfter());
    var retryAt = caps.take(CodeCaps.ofCaller(settings, named, agent));
    if (retryAt.isPresent()) {
      return new CodeAnswer.TooMany(retryAt.get());
    }
    Made made = desk.make(Purpose.CALLER, call);
    background.execute(() -> send(made, whom, language));
    pause.over();
    return new CodeAnswer.Sent(made.attempt(), made.expiresAt());
  }

  private void send(Made made, Supplier<Optional<Whom>> whom, Language language) {
    try {
      whom.get()
          .ifPresent(
              it -> {
                KnownContact to = it.contact();
                Line line = it.line();
                String told = line == null ? "" : contacts.of(made.attempt(), line, language);
                desk.bind(made.attempt(), new Owner(to.partyId(), to.line(), it.way(), told));
                post.send(
                    made, language, new CodeDestination(to.channel(), to.address()), desk.lives());
              });
    } catch (RuntimeException e) {
      LOG.error("A caller's code failed behind its answer", e);
    }
  }

  /**
   * Checks the digits.
   *
   * @param attempt from {@link CodeAnswer.Sent}
   */
  public CallerAnswer enter(String call, String attempt, String digits) {
    return switch (desk.check(Purpose.CALLER, attempt, call, digits)) {
      case Check.Right(var owner, var at) -> {
        Owner whose = Objects.requireNonNull(owner);
        yield new CallerAnswer.Right(whose.party(), new LineId(whose.line()), whose.way());
      }
      case Check.NotACode() -> new CallerAnswer.NotACode();
      case Check.Wrong(int left) -> new CallerAnswer.Wrong();
      case Check.TriedTooOften() -> new CallerAnswer.Wrong();
      case Check.Stale() -> new CallerAnswer.Stale();
    };
  }

  /**
   * The line that an attempt is about; empty where there is nobody behind it. Never to be shown.
   */
  public Optional<LineId> line(String attempt) {
    return desk.owner(Purpose.CALLER, attempt).map(owner -> new LineId(owner.line()));
  }

  /** Tells all contacts of the account, if there is one, that a caller failed. */
  public void tellFailed(String attempt, Actor actor) {
    desk.owner(Purpose.CALLER, attempt)
        .filter(owner -> !owner.told().isEmpty())
        .ifPresent(
            owner ->
                contacts.tell(
                    "caller/" + attempt, owner.told(), Template.CALLER_CHECK_FAILED, actor));
  }

  /** As long as a request for a code takes, for answers that must tell nothing by their time. */
  public void evenly(Runnable work) {
    var pause = Pause.begin(settings.answersAfter());
    background.execute(
        () -> {
          try {
            work.run();
          } catch (RuntimeException e) {
            LOG.error("What a caller asked for failed behind its answer", e);
          }
        });
    pause.over();
  }
}
