package io.onhook.access;

import io.onhook.access.CodeDesk.Check;
import io.onhook.access.CodeDesk.Made;
import io.onhook.access.CodeDesk.Purpose;
import io.onhook.notice.Notice.Channel;
import io.onhook.shared.EmailAddress;
import io.onhook.shared.Language;
import io.onhook.shared.Malformed;
import io.onhook.shared.Msisdn;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Proves that an address reaches the holder who named it: a code goes there and comes back. For
 * holders who are signed in; so the answer may say that sending failed.
 */
public final class ContactProof {
  private final CodeDesk desk;
  private final CodePost post;
  private final Caps caps;
  private final SignInSettings settings;
  private final Clock clock;

  ContactProof(CodeDesk desk, CodePost post, Caps caps, SignInSettings settings, Clock clock) {
    this.desk = desk;
    this.post = post;
    this.caps = caps;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Sends a code to the address.
   *
   * @param channel SMS or e-mail; a letter needs no proof
   * @param address as typed
   * @param clientAddress IP address that the request came from
   */
  public CodeAnswer request(
      HolderPrincipal holder,
      Channel channel,
      String address,
      Language language,
      String clientAddress) {
    return request(holder.partyId(), channel, address, language, clientAddress);
  }

  /**
   * The same for a holder who stands at a window.
   *
   * @param partyId the registered holder
   */
  public CodeAnswer request(
      String partyId, Channel channel, String address, Language language, String clientAddress) {
    String plain;
    try {
      plain = plain(channel, address);
    } catch (Malformed e) {
      return new CodeAnswer.WrongForm(e.code(), Objects.requireNonNull(e.getMessage()));
    }
    String counted = channel == Channel.SMS ? plain.substring(1) : plain;
    Optional<Instant> retryAt = caps.take(CodeCaps.of(settings, counted, clientAddress));
    if (retryAt.isPresent()) {
      return new CodeAnswer.TooMany(retryAt.get());
    }
    Made made = desk.make(Purpose.CONTACT, subject(partyId, channel, plain));
    return post.send(made, language, new CodeDestination(channel, plain), desk.lives())
        ? new CodeAnswer.Sent(made.attempt(), made.expiresAt())
        : new CodeAnswer.Unavailable();
  }

  /**
   * Checks the code against the same holder, channel and address that it was asked for.
   *
   * @param attempt from {@link CodeAnswer.Sent}
   */
  public ProofAnswer enter(
      HolderPrincipal holder, Channel channel, String address, String attempt, String code) {
    return enter(holder.partyId(), channel, address, attempt, code);
  }

  /** The same for a holder who stands at a window. */
  public ProofAnswer enter(
      String partyId, Channel channel, String address, String attempt, String code) {
    String plain;
    try {
      plain = plain(channel, address);
    } catch (Malformed e) {
      return new ProofAnswer.Stale();
    }
    return switch (desk.check(Purpose.CONTACT, attempt, subject(partyId, channel, plain), code)) {
      case Check.Right ignored -> new ProofAnswer.Proven(clock.instant());
      case Check.NotACode() -> new ProofAnswer.NotACode();
      case Check.Wrong(int left) -> new ProofAnswer.Wrong(left);
      case Check.TriedTooOften() -> new ProofAnswer.TriedTooOften();
      case Check.Stale() -> new ProofAnswer.Stale();
    };
  }

  /**
   * The address in its plain form: E.164, or mail with its domain in small letters.
   *
   * @throws Malformed if it can't be one
   */
  public String plain(Channel channel, String address) {
    return switch (channel) {
      case SMS -> Msisdn.typed(address, settings.region()).e164();
      case EMAIL -> EmailAddress.typed(address).text();
      case LETTER -> throw new IllegalArgumentException("A letter needs no proof");
    };
  }

  private static String subject(String partyId, Channel channel, String plain) {
    return partyId + "\n" + channel + "\n" + plain;
  }
}
