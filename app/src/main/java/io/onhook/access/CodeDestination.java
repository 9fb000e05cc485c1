package io.onhook.access;

import io.onhook.line.Line;
import io.onhook.notice.Notice.Channel;
import java.util.Optional;

/** Where the code of a line's holder goes. */
record CodeDestination(Channel channel, String address) {

  /**
   * To the line itself while it works; else to another contact of the account, if there is one.
   * Never to a line that has ended: its number may be somebody else's.
   */
  static Optional<CodeDestination> of(Line line) {
    Optional<CodeDestination> other =
        line.holder()
            .otherPhone()
            .map(phone -> new CodeDestination(Channel.SMS, phone.e164()))
            .or(() -> line.holder().email().map(mail -> new CodeDestination(Channel.EMAIL, mail)));
    var itself = new CodeDestination(Channel.SMS, line.msisdn().e164());
    return switch (line.status()) {
      case ACTIVE -> line.dataOnly() ? other : Optional.of(itself);
      // On its way out it may be barred at any moment, so another contact goes first.
      case PENDING_TERMINATE -> line.dataOnly() ? other : other.or(() -> Optional.of(itself));
      case SUSPENDED, OTHER -> other;
      case TERMINATED -> Optional.empty();
    };
  }

  /** Only the way. */
  @Override
  public String toString() {
    return channel.name();
  }
}
