package io.onhook.access;

import io.onhook.line.Line;
import io.onhook.notice.Notice.Channel;
import java.util.Optional;

/** Where a code goes. */
record CodeDestination(Channel channel, String address) {

  /** Where the code of a number goes, and what it then proves. */
  record Chosen(CodeDestination to, SignInWay way) {}

  /**
   * To the line itself while it works and is with its holder. Never to one that has ended: its
   * number may be somebody else's.
   */
  static Optional<CodeDestination> itself(Line line) {
    boolean hears =
        (line.status() == Line.Status.ACTIVE || line.status() == Line.Status.PENDING_TERMINATE)
            && !line.dataOnly()
            && !line.reportedStolen();
    return hears
        ? Optional.of(new CodeDestination(Channel.SMS, line.msisdn().e164()))
        : Optional.empty();
  }

  /** To another contact of the account, while the line is its own. */
  static Optional<CodeDestination> other(Line line) {
    if (line.status() == Line.Status.TERMINATED) {
      return Optional.empty();
    }
    return line.holder()
        .otherPhone()
        .filter(phone -> !phone.equals(line.msisdn()))
        .map(phone -> new CodeDestination(Channel.SMS, phone.e164()))
        .or(() -> line.holder().email().map(mail -> new CodeDestination(Channel.EMAIL, mail)));
  }

  /**
   * For who typed the number and nothing else. A line on its way out may be barred at any moment,
   * so another contact goes first there; it is enough to look and to take back.
   */
  static Optional<Chosen> of(Line line) {
    Optional<Chosen> itself = itself(line).map(to -> new Chosen(to, SignInWay.LINE));
    return line.status() == Line.Status.PENDING_TERMINATE
        ? other(line).map(to -> new Chosen(to, SignInWay.CONTACT)).or(() -> itself)
        : itself;
  }

  /** Only the way. */
  @Override
  public String toString() {
    return channel.name();
  }
}
