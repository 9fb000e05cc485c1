package io.onhook.access;

import io.onhook.notice.Notice;
import io.onhook.shared.Answer;
import io.onhook.shared.Language;
import java.time.Duration;

/** Sends a code to the world. */
@FunctionalInterface
interface CodeSender {
  /**
   * Sends now, at most once; nothing of it is kept.
   *
   * @param id of this sending
   */
  Answer<String> send(
      String id,
      Language language,
      Notice.Channel channel,
      String address,
      String code,
      Duration validFor);
}
