package io.onhook.access;

import io.onhook.access.Caps.Cap;
import io.onhook.access.CodeDesk.Check;
import io.onhook.access.CodeDesk.Made;
import io.onhook.access.CodeDesk.Owner;
import io.onhook.access.CodeDesk.Purpose;
import io.onhook.access.CodeDestination.Chosen;
import io.onhook.line.Line;
import io.onhook.line.Lines;
import io.onhook.shared.Actor;
import io.onhook.shared.Answer;
import io.onhook.shared.Fault;
import io.onhook.shared.Language;
import io.onhook.shared.Malformed;
import io.onhook.shared.Msisdn;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holders sign in here: a code goes to their line or, where none can arrive and they name the
 * account's document, to another contact of the account, and comes back.
 *
 * <p>Nobody learns here whether a number exists. Each request does the same work and takes the same
 * time; looking up and sending happen behind it. A crash in between loses the code only, and the
 * person asks for another.
 */
public final class SignIn {
  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
  private static final String WAY = "code";

  private final Lines lines;
  private final CodeDesk desk;
  private final CodePost post;
  private final Caps caps;
  private final AccessJournal journal;
  private final AllContacts contacts;
  private final TransactionTemplate transaction;
  private final SignInSettings settings;
  private final Executor background;

  SignIn(
      Lines lines,
      CodeDesk desk,
      CodePost post,
      Caps caps,
      AccessJournal journal,
      AllContacts contacts,
      TransactionTemplate transaction,
      SignInSettings settings,
      Executor background) {
    this.lines = lines;
    this.desk = desk;
    this.post = post;
    this.caps = caps;
    this.journal = journal;
    this.contacts = contacts;
    this.transaction = transaction;
    this.settings = settings;
    this.background = background;
  }

  /**
   * Asks for a code.
   *
   * @param number as typed
   * @param language the reader's
   * @param clientAddress IP address that the request came from
   */
  public CodeAnswer request(String number, Language language, String clientAddress) {
    return request(number, clientAddress, (line, made) -> send(line, made, language));
  }

  /**
   * Asks for a code where none can arrive on the line: it goes to another contact of the account,
   * if the document is the account's. The same answer and time whether line, contact and document
   * are known and fit, or not.
   *
   * @param number as typed
   * @param documentNumber as typed
   * @param language the reader's
   * @param clientAddress IP address that the request came from
   */
  public CodeAnswer requestElsewhere(
      String number, String documentNumber, Language language, String clientAddress) {
    return request(
        number, clientAddress, (line, made) -> sendElsewhere(line, documentNumber, made, language));
  }

  private CodeAnswer request(String number, String clientAddress, BiConsumer<Line, Made> send) {
    var pause = Pause.begin(settings.answersAfter());
    Msisdn msisdn;
    try {
      msisdn = Msisdn.typed(number, settings.region());
    } catch (Malformed e) {
      return new CodeAnswer.WrongForm(e.code(), Objects.requireNonNull(e.getMessage()));
    }
    Optional<Instant> retryAt = caps.take(CodeCaps.of(settings, msisdn.digits(), clientAddress));
    if (retryAt.isPresent()) {
      return new CodeAnswer.TooMany(retryAt.get());
    }
    Made made = desk.make(Purpose.SIGN_IN, "");
    var asked = new CompletableFuture<Optional<Fault>>();
    background.execute(
        () -> {
          lookUpAndSend(msisdn, made, send, asked);
          forgetOld();
        });
    pause.over();
    // Only whether the operator could be asked; that is the same for every number.
    return asked.getNow(Optional.empty()).isPresent()
        ? new CodeAnswer.Unavailable()
        : new CodeAnswer.Sent(made.attempt(), made.expiresAt());
  }

  /**
   * Asks for a code to a contact that is known from elsewhere: the way in that still works once the
   * line is gone. The same answer and time whether there is one or not.
   *
   * @param named what the person named, such as a case's reference; counted like a number
   * @param contact looks up whom that is, behind the answer; empty if nobody
   * @param language the reader's
   * @param clientAddress IP address that the request came from
   */
  public CodeAnswer requestTo(
      String named,
      Supplier<Optional<KnownContact>> contact,
      Language language,
      String clientAddress) {
    var pause = Pause.begin(settings.answersAfter());
    Optional<Instant> retryAt = caps.take(CodeCaps.ofName(settings, named, clientAddress));
    if (retryAt.isPresent()) {
      return new CodeAnswer.TooMany(retryAt.get());
    }
    Made made = desk.make(Purpose.SIGN_IN, "");
    background.execute(() -> sendTo(contact, made, language));
    pause.over();
    return new CodeAnswer.Sent(made.attempt(), made.expiresAt());
  }

  /** Codes are kept for a day, counts for two; behind the answer, where it costs nobody time. */
  private void forgetOld() {
    desk.forget();
    caps.forget();
  }

  private void sendTo(Supplier<Optional<KnownContact>> contact, Made made, Language language) {
    try {
      contact
          .get()
          .ifPresent(
              known -> {
                desk.bind(
                    made.attempt(),
                    new Owner(known.partyId(), known.line(), SignInWay.CONTACT, ""));
                post.send(
                    made,
                    language,
                    new CodeDestination(known.channel(), known.address()),
                    desk.lives());
              });
    } catch (RuntimeException e) {
      LOG.error("Sign-in attempt failed behind its answer", e);
    }
  }

  /**
   * Types a code.
   *
   * @param attempt from {@link CodeAnswer.Sent}
   * @param code as typed: spaces and full-width digits do no harm
   * @param clientAddress IP address that the request came from
   */
  public SignInAnswer enter(String attempt, String code, String clientAddress) {
    List<Cap> wrongs =
        List.of(
            Cap.hourly(
                "wrong-client",
                ClientAddress.key(clientAddress),
                settings.wrongPerClientAndHour()));
    Optional<Instant> retryAt = caps.reached(wrongs);
    if (retryAt.isPresent()) {
      return new SignInAnswer.TooMany(retryAt.get());
    }
    // Who is let in by another contact is told of in the same transaction.
    return switch (Objects.requireNonNull(transaction.execute(status -> check(attempt, code)))) {
      case Check.Right(var owner, var at) -> {
        HolderPrincipal holder = holder(attempt, Objects.requireNonNull(owner), at);
        journal.signedIn(holder.actor(), WAY + "-to-" + holder.way().text());
        yield new SignInAnswer.SignedIn(holder);
      }
      case Check.NotACode() -> new SignInAnswer.NotACode();
      case Check.Wrong(int left) -> {
        refused(wrongs, "wrong-code");
        yield new SignInAnswer.Wrong(left);
      }
      case Check.TriedTooOften() -> {
        refused(wrongs, "tried-too-often");
        yield new SignInAnswer.TriedTooOften();
      }
      case Check.Stale() -> {
        refused(wrongs, "stale-code");
        yield new SignInAnswer.Stale();
      }
    };
  }

  private Check check(String attempt, String code) {
    Check check = desk.check(Purpose.SIGN_IN, attempt, "", code);
    if (check instanceof Check.Right(var owner, var at)
        && owner != null
        && !owner.told().isEmpty()) {
      contacts.tell(attempt, owner.told(), holder(attempt, owner, at));
    }
    return check;
  }

  private static HolderPrincipal holder(String attempt, Owner owner, Instant at) {
    return new HolderPrincipal(owner.party(), owner.line(), owner.way(), attempt, at);
  }

  private void refused(List<Cap> wrongs, String reason) {
    if (caps.take(wrongs).isEmpty()) {
      journal.refused(new Actor(Actor.Kind.HOLDER, "unknown"), WAY, reason);
    }
  }

  private void lookUpAndSend(
      Msisdn msisdn,
      Made made,
      BiConsumer<Line, Made> send,
      CompletableFuture<Optional<Fault>> asked) {
    try {
      switch (lines.byMsisdn(msisdn)) {
        case Answer.Got<Optional<Line>>(var line) -> {
          asked.complete(Optional.empty());
          line.ifPresent(known -> send.accept(known, made));
        }
        case Answer.Failed<Optional<Line>>(var fault) -> asked.complete(Optional.of(fault));
        case Answer.Silent<Optional<Line>>(var fault) -> asked.complete(Optional.of(fault));
      }
    } catch (RuntimeException e) {
      asked.completeExceptionally(e);
      LOG.error("Sign-in attempt failed behind its answer", e);
    }
  }

  private void send(Line line, Made made, Language language) {
    CodeDestination.of(line)
        .ifPresentOrElse(
            chosen -> send(line, made, language, chosen, ""),
            () -> LOG.info("No code can go to line {}", line.id()));
  }

  private void sendElsewhere(Line line, String documentNumber, Made made, Language language) {
    if (!line.holder().hasDocument(documentNumber)) {
      LOG.info("Another document than the account's was named for line {}", line.id());
      return;
    }
    CodeDestination.other(line)
        .map(to -> new Chosen(to, SignInWay.OTHER_CONTACT))
        .ifPresentOrElse(
            chosen ->
                send(line, made, language, chosen, contacts.of(made.attempt(), line, language)),
            () -> LOG.info("The account of line {} has no other contact", line.id()));
  }

  private void send(Line line, Made made, Language language, Chosen chosen, String told) {
    desk.bind(
        made.attempt(), new Owner(line.holder().partyId(), line.id().value(), chosen.way(), told));
    post.send(made, language, chosen.to(), desk.lives());
  }
}
