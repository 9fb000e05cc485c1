package io.onhook.notice;

import io.onhook.shared.Language;
import java.time.Duration;

/**
 * A one-time code on its way to a person. Lives in memory only.
 *
 * @param template {@link Template#CODE} or {@link Template#CALLER_CODE}
 * @param id of this sending, shown to the receiver's side as message id; not the code
 * @param channel {@code SMS} or {@code EMAIL}
 * @param address an E.164 number or a mail address
 * @param code the code itself
 * @param validFor how long, in whole minutes
 */
public record OneTimeCode(
    Template template,
    String id,
    Language language,
    Notice.Channel channel,
    String address,
    String code,
    Duration validFor) {
  /** To sign in with. */
  public OneTimeCode(
      String id,
      Language language,
      Notice.Channel channel,
      String address,
      String code,
      Duration validFor) {
    this(Template.CODE, id, language, channel, address, code, validFor);
  }

  /** Neither address nor code. */
  @Override
  public String toString() {
    return "OneTimeCode[" + id + "]";
  }
}
