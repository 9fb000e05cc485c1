package io.onhook.worklist;

import java.time.Instant;
import java.util.List;

/**
 * What one person said of a piece of work.
 *
 * @param staff who
 * @param at when
 * @param approved yes or no
 * @param reasons stable keys; none if approved
 * @param text their own words; may be empty
 * @param round in which round of the work: what was said in an earlier one is history
 */
public record Verdict(
    String staff, Instant at, boolean approved, List<String> reasons, String text, int round) {

  /** What is said now; the work knows its round. */
  public Verdict(String staff, Instant at, boolean approved, List<String> reasons, String text) {
    this(staff, at, approved, reasons, text, 1);
  }
}
