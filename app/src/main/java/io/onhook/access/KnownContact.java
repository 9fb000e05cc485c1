package io.onhook.access;

import io.onhook.line.Line;
import io.onhook.notice.Notice.Channel;
import java.util.Optional;

/**
 * A contact that was confirmed before, and who is reached by it.
 *
 * @param partyId whom a code sent there signs in
 * @param line the line that it was about
 * @param channel SMS or e-mail
 * @param address an E.164 number or a mail address
 */
public record KnownContact(String partyId, String line, Channel channel, String address) {
  /** A contact of the account other than the line, while the line is with its holder. */
  public static Optional<KnownContact> other(Line line) {
    return CodeDestination.other(line)
        .map(
            to ->
                new KnownContact(
                    line.holder().partyId(), line.id().value(), to.channel(), to.address()));
  }

  /** Never the address. */
  @Override
  public String toString() {
    return "KnownContact[" + channel + "]";
  }
}
