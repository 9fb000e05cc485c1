package io.onhook.notice;

import io.onhook.engine.Cases;
import io.onhook.engine.StartCase;
import io.onhook.shared.Actor;
import io.onhook.shared.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The module's door: tell people things. */
@Component
public final class Notices {
  private final Post post;

  /** Asked for when it is needed: the engine is built from its steps, ours among them. */
  private final ObjectProvider<Cases> cases;

  Notices(Post post, ObjectProvider<Cases> cases) {
    this.post = post;
    this.cases = cases;
  }

  /**
   * A notice to send durably, as a case of its own: hand it back among a step's writes. It is sent
   * at least once, always with the same id, and never holds up the case that starts it.
   *
   * @throws IllegalArgumentException if the template is unknown, carries a code, or lacks a value:
   *     a bug of the caller's
   */
  public StartCase<NoticeCase> notice(Notice notice) {
    Template template = Template.named(notice.template());
    if (template.carriesCode()) {
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
   * Sends notices that belong to no case of another process, as durably as {@link #notice}: in the
   * caller's transaction, if there is one.
   *
   * @param actor because of whom
   */
  public void send(List<Notice> all, Actor actor) {
    Map<String, NoticeCase> states = new LinkedHashMap<>();
    all.forEach(notice -> states.put(notice.id(), notice(notice).state()));
    if (!states.isEmpty()) {
      cases.getObject().startAll(NoticeProcess.NOTICE, states, actor);
    }
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
