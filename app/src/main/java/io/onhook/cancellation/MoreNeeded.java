package io.onhook.cancellation;

import static io.onhook.engine.CaseProcess.process;

import io.onhook.engine.CaseId;
import io.onhook.engine.CaseProcess;
import io.onhook.notice.Notice;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import io.onhook.vault.Sealed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One time that a holder is asked for more, beside the case that stays in its review: so a running
 * case of any version can be asked, as often as need be.
 *
 * @param reference the case's
 * @param cancellation the case under review
 * @param round 1 the first time that this case is asked
 * @param needs what is asked for
 * @param words the reviewer's own, sealed
 * @param askedBy who asks
 * @param askedAt when
 * @param until when the holder has answered, or the pack says what happens
 * @param decideBy until when the case was to be decided when it was asked
 * @param packId under which rules
 * @param packVersion their version
 * @param contact where the holder is told
 * @param language the holder's
 * @param maskedNumber the line's
 * @param answer null before it came
 */
record MoreNeeded(
    CaseReference reference,
    CaseId cancellation,
    int round,
    List<Need> needs,
    Sealed words,
    Actor askedBy,
    Instant askedAt,
    Instant until,
    Instant decideBy,
    String packId,
    int packVersion,
    Notice.Route contact,
    Language language,
    String maskedNumber,
    @Nullable Answer answer) {
  static final String NAME = "more-needed";

  /** Asking for more, top to bottom. */
  static final CaseProcess<MoreNeeded> MORE_NEEDED =
      process(NAME, 1, MoreNeeded.class)
          .step("tell-more-needed", TellMoreNeeded.class)
          .step(AwaitMore.STEP, AwaitMore.class) // the holder answers, or the pack says what then
          .build();

  /**
   * What came.
   *
   * @param words the holder's own, sealed
   * @param at when
   * @param files how many files came with it
   */
  record Answer(Sealed words, Instant at, int files) {}

  /** The name of one round among the cases of this process. */
  static String key(CaseReference reference, int round) {
    return reference.text() + "/" + round;
  }

  MoreNeeded answered(Answer given) {
    return new MoreNeeded(
        reference,
        cancellation,
        round,
        needs,
        words,
        askedBy,
        askedAt,
        until,
        decideBy,
        packId,
        packVersion,
        contact,
        language,
        maskedNumber,
        given);
  }

  Pack pack(Packs packs) {
    return packs.of(packId, packVersion);
  }
}
