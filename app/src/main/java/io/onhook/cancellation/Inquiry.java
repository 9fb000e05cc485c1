package io.onhook.cancellation;

import io.onhook.policy.Paper;
import io.onhook.shared.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One time that a holder was asked for more.
 *
 * @param round 1 the first time
 * @param needs what is asked for
 * @param words the reviewer's own; may be empty
 * @param askedBy who asks
 * @param askedAt when
 * @param until when an answer counts
 * @param identity the paper that who asked for the end showed; a new copy is filed as it
 * @param answer what came; empty before
 */
public record Inquiry(
    int round,
    List<Need> needs,
    String words,
    Actor askedBy,
    Instant askedAt,
    Instant until,
    Paper identity,
    Optional<Answer> answer) {

  /**
   * What came.
   *
   * @param words the holder's own; may be empty
   * @param at when
   * @param files how many files came with it
   */
  public record Answer(String words, Instant at, int files) {}

  /** As what a copy that is sent now is filed: the first paper that is asked for. */
  public Paper filedAs() {
    return needs.stream().flatMap(need -> need.paper().stream()).findFirst().orElse(identity);
  }
}
