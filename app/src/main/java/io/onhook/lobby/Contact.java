package io.onhook.lobby;

import io.onhook.access.ContactProof;
import io.onhook.notice.Notice.Channel;
import io.onhook.shared.Malformed;
import org.springframework.stereotype.Component;

/** Where a visitor wants to be told something: a mobile number or a mail address. */
@Component
final class Contact {
  private final ContactProof plain;

  Contact(ContactProof plain) {
    this.plain = plain;
  }

  /** A contact in its plain form. */
  record Reach(Channel channel, String address) {
    /** Never the address. */
    @Override
    public String toString() {
      return "Reach[" + channel + "]";
    }
  }

  /**
   * Reads what a person typed.
   *
   * @throws Malformed if it is neither
   */
  Reach read(String typed) {
    Channel channel = typed.contains("@") ? Channel.EMAIL : Channel.SMS;
    return new Reach(channel, plain.plain(channel, typed));
  }
}
