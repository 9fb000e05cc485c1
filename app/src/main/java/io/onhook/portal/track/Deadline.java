package io.onhook.portal.track;

import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.LineTrack;
import io.onhook.cancellation.MoneyTrack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A date of a case that still matters to its holder.
 *
 * @param key names it among the messages: {@code decision}, {@code window}, {@code end}, {@code
 *     refund}
 * @param at when it is over
 * @param ours the operator must have done something until then; otherwise the holder may
 */
record Deadline(String key, Instant at, boolean ours) {

  /** Those of a case as it stands, in order of time; none once nothing is open. */
  static List<Deadline> of(CancellationView it) {
    var all = new ArrayList<Deadline>();
    LineTrack line = it.lineTrack();
    if (line == LineTrack.IN_REVIEW && it.dates().decideBy() != null) {
      all.add(new Deadline("decision", it.dates().decideBy(), true));
    }
    if (line == LineTrack.IN_REVIEW || line == LineTrack.SCHEDULED) {
      all.add(new Deadline("window", it.dates().windowClosesAt(), false));
      all.add(new Deadline("end", it.dates().endsAt(), true));
    }
    if (refundOpen(it)) {
      all.add(new Deadline("refund", it.dates().refundBy(), true));
    }
    return all.stream().sorted(java.util.Comparator.comparing(Deadline::at)).toList();
  }

  /** The promise that the operator has broken the longest. */
  static Optional<Deadline> missed(CancellationView it, Instant now) {
    return of(it).stream()
        .filter(Deadline::ours)
        .filter(deadline -> deadline.at().isBefore(now))
        // While it is not decided, the line works on: one complaint names the cause.
        .findFirst();
  }

  private static boolean refundOpen(CancellationView it) {
    boolean over =
        it.lineTrack() == LineTrack.RETRACTED || it.lineTrack() == LineTrack.NOT_APPROVED;
    boolean unknown = it.moneyTrack() == MoneyTrack.BEING_SETTLED && it.finalBalance().isEmpty();
    boolean due = it.refund().isPresent() && it.moneyTrack() != MoneyTrack.ARRIVED;
    return !over && (unknown || due);
  }
}
