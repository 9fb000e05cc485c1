package io.onhook.engine;

/**
 * Hears how far a node is between two promises. The product has none; the trials stop, kill and
 * slow a node at these points, so that a crash can be tried at each of them and not only by luck.
 *
 * <p>It is called on the thread that does the work: whoever blocks here holds that work up, and
 * must hold nobody else's locks. An exception from here counts as a bug of the work itself.
 */
@FunctionalInterface
public interface Watch {
  /** Nobody watches. */
  Watch NOBODY = moment -> {};

  /** Between which promises. */
  enum Point {
    /** The change is written in a transaction that is not committed. */
    COMMITTING,
    /** It is committed, and nobody in this process knows. */
    COMMITTED,
    /** The intent is durable, and the call to the partner begins now. */
    CALLING,
    /** The partner has answered, and nothing of it is stored. */
    ANSWERED
  }

  /**
   * One case at one point.
   *
   * @param process name and version
   * @param step where the case stands before the change
   * @param kind of the change's journal entry; {@code call} at the points of a call
   * @param undoing the case is being taken back
   */
  record Moment(Point point, CaseId id, String process, String step, String kind, boolean undoing) {
    static Moment of(Point point, Transition change) {
      CaseRow row = change.before();
      return of(point, row, change.entry().kind());
    }

    static Moment of(Point point, CaseRow row, String kind) {
      return new Moment(
          point, new CaseId(row.id()), row.process(), row.step(), kind, row.undoing());
    }
  }

  void at(Moment moment);
}
