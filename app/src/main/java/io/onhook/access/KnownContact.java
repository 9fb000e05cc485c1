package io.onhook.access;

import io.onhook.notice.Notice.Channel;

/**
 * A contact that was confirmed before, and who is reached by it.
 *
 * @param holder who is signed in by a code sent there
 * @param channel SMS or e-mail
 * @param address an E.164 number or a mail address
 */
public record KnownContact(HolderPrincipal holder, Channel channel, String address) {
  /** Never the address. */
  @Override
  public String toString() {
    return "KnownContact[" + channel + "]";
  }
}
