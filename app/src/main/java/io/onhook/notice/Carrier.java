package io.onhook.notice;

import io.onhook.shared.Answer;
import java.time.Duration;

/** Carries messages of one kind: the port to SMS centre, mail server and letter queue. */
interface Carrier {
  Notice.Channel channel();

  /** The longest that handing a message over takes. */
  Duration longest();

  /**
   * Hands the message over. The answer is the carrier's own id of it. A fault {@code rejected}
   * means that this address will never do; any other may pass.
   */
  Answer<String> send(Message message);
}
