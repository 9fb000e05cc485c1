package io.onhook.notice;

import io.onhook.engine.StartCase;
import io.onhook.shared.Answer;
import org.springframework.stereotype.Component;

/** The module's door: tell people things. */
@Component
public final class Notices {
  private final Post post;

  Notices(Post post) {
    this.post = post;
  }

  /**
   * A notice to send durably, as a case of its own: hand it back among a step's writes. It is sent
   * at least once, always with the same id, and never holds up the case that starts it.
   *
   * @throws IllegalArgumentException if the template is unknown, is {@link Template#CODE}, or lacks
   *     a value: a bug of the caller's
   */
  public StartCase<NoticeCase> notice(Notice notice) {
    Template template = Template.named(notice.template());
    if (template == Template.CODE) {
      throw new IllegalArgumentException("A code is never stored: use sendCode");
    }
    if (!notice.values().keySet().containsAll(template.needs())) {
      throw new IllegalArgumentException(
          "Notice %s needs %s, given are %s"
              .formatted(template.text(), template.needs(), notice.values().keySet()));
    }
    return new StartCase<>(NoticeProcess.NOTICE, notice.id(), NoticeCase.of(notice));
  }

  /**
   * Sends a one-time code now. Not durable: nothing of it is kept, and if it does not arrive the
   * person asks for another.
   *
   * @return the carrier's id of the message; {@code Failed} if it certainly did not go
   */
  public Answer<String> sendCode(OneTimeCode code) {
    return post.send(code);
  }
}
