package io.onhook.cancellation;

import static io.onhook.engine.CaseProcess.process;

import io.onhook.engine.CaseId;
import io.onhook.engine.CaseProcess;
import io.onhook.engine.WorkSubject;
import io.onhook.notice.Notice;
import io.onhook.shared.CaseReference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An owner said that it was not them, beside the case that it is about: so a running case of any
 * version can be objected to, once by each contact that the account had.
 *
 * @param reference the case's
 * @param cancellation the case itself
 * @param contact which of the contacts that were told, from 1 on
 * @param channel how that contact was told
 * @param at when
 * @param effect what it did at once
 * @param way how the request had come in
 * @param founded what people found; null before, and where nothing is left to find
 */
record Objection(
    CaseReference reference,
    CaseId cancellation,
    int contact,
    Notice.Channel channel,
    Instant at,
    Objected.Effect effect,
    String way,
    @Nullable Boolean founded)
    implements WorkSubject {
  static final String NAME = "objection";

  /** What becomes of an objection, top to bottom. */
  static final CaseProcess<Objection> OBJECTION =
      process(NAME, 1, Objection.class)
          .decision(JudgeObjection.STEP, JudgeObjection.class) // two people let the case go on
          .build();

  /** Among the cases of this process. */
  static String key(CaseReference reference, int contact) {
    return reference.text() + "/" + contact;
  }

  /** As news for the case that it is about; also the kind, so that each is settled by itself. */
  static String signal(int contact) {
    return "objection-" + contact;
  }

  /** As news that two people let the case go on in spite of it. */
  static String settled(int contact) {
    return "objection-settled-" + contact;
  }

  @Override
  public String workLabel() {
    return way;
  }

  @Override
  public @Nullable Instant decideBy(String step) {
    return null;
  }

  Objection found(boolean isFounded) {
    return new Objection(reference, cancellation, contact, channel, at, effect, way, isFounded);
  }
}
