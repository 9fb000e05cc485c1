package io.onhook.cancellation;

import io.onhook.engine.WorkSubject;
import io.onhook.notice.Notice;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import io.onhook.vault.Sealed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report about a line, until a person has looked into it. It touches no line: whether one is
 * barred, and whether that is lifted again, people decide.
 *
 * @param reference what the reporter quotes
 * @param kind what is wrong
 * @param receivedAt when it came
 * @param content a {@link Reported}, sealed under the case's key
 * @param contact where the confirmation goes
 * @param language the reporter's
 */
record Report(
    CaseReference reference,
    Reported.Kind kind,
    Instant receivedAt,
    Sealed content,
    Notice.Route contact,
    Language language)
    implements WorkSubject {
  @Override
  public String workLabel() {
    return kind.key();
  }

  @Override
  public @Nullable Instant decideBy(String step) {
    return null;
  }
}
