package io.onhook.engine;

import io.onhook.engine.CaseColumns.Column;
import io.onhook.engine.CaseRow.Phase;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * The statement that stores progress of running cases in place, if they are still as expected: of
 * this epoch, at the sequence before. It sends only what changes, and returns the ids of the cases
 * that it found.
 *
 * @param rests some of them rest from now on, and so are nobody's
 */
record Progress(List<Transition> transitions, List<Column> changed, boolean rests, long epoch) {
  static Progress of(List<Transition> transitions, long epoch) {
    boolean rests = transitions.stream().anyMatch(it -> it.after().resting());
    return new Progress(transitions, CaseColumns.changed(transitions, rests), rests, epoch);
  }

  String sql() {
    return "UPDATE engine.live_case c SET "
        + CaseColumns.assignments(changed)
        + (rests
            ? ", owner = CASE WHEN n.phase = " + Phase.RUN.ordinal() + " THEN c.owner END"
            : "")
        + " FROM "
        + CaseColumns.unnest(changed)
        + " WHERE c.id = ANY (ARRAY[n.id]) AND c.owner = ? AND c.sequence = n.sequence - 1"
        + " RETURNING c.id";
  }

  /** Sets the parameters; gives the next free one. */
  int bind(PreparedStatement statement) throws SQLException {
    int next =
        CaseColumns.bind(
            statement, 1, changed, transitions.stream().map(Transition::after).toList());
    statement.setLong(next, epoch);
    return next + 1;
  }
}
