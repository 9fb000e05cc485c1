package io.onhook.portal.track;

import io.onhook.document.Opening;
import io.onhook.document.Purpose;
import io.onhook.policy.Paper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody looked at a paper, once or several times within a minute: told as one thing.
 *
 * @param at when, the last time
 * @param staff who, as the journal calls them
 * @param pictures how many were shown; a page that was shown twice counts twice
 */
record Look(Instant at, String staff, Purpose purpose, Paper paper, int pictures) {

  /**
   * @param openings the newest first
   * @return the same, those of one minute together
   */
  static List<Look> of(List<Opening> openings) {
    var looks = new ArrayList<Look>();
    for (Opening opening : openings) {
      if (!looks.isEmpty() && looks.getLast().takesIn(opening)) {
        looks.add(looks.removeLast().andOneMore());
      } else {
        looks.add(new Look(opening.at(), opening.staff(), opening.purpose(), opening.paper(), 1));
      }
    }
    return List.copyOf(looks);
  }

  private boolean takesIn(Opening opening) {
    return staff.equals(opening.staff())
        && purpose == opening.purpose()
        && paper == opening.paper()
        && minute(at).equals(minute(opening.at()));
  }

  private Look andOneMore() {
    return new Look(at, staff, purpose, paper, pictures + 1);
  }

  private static Instant minute(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES);
  }
}
