package io.onhook.access;

import io.onhook.notice.Notice.Channel;

/**
 * A contact that was confirmed before, and who is reached by it.
 *
 * @param partyId whom a code sent there signs in
 * @param line the line that it was about
 * @param channel SMS or e-mail
 * @param address an E.164 number or a mail address
 */
public record KnownContact(String partyId, String line, Channel channel, String address) {
  /** Never the address. */
  @Override
  public String toString() {
    return "KnownContact[" + channel + "]";
  }
}
