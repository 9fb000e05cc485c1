package io.onhook.policy;

import java.util.List;

/**
 * A page on which a contract is ended without signing in, always in reach: BGB § 312k; Code de la
 * consommation, art. L. 215-1-1.
 *
 * @param fields what it asks for, in this order, and nothing else: the list is minimum and maximum
 * @param recap whether what was typed is shown once more before the last button
 */
public record WithoutSignIn(List<Field> fields, boolean recap) {
  /** What such a page can ask for. */
  public enum Field {
    /** Ordinary, or extraordinary with its reason. */
    KIND,
    /** Who declares it. */
    NAME,
    /** Which contract: its number, the customer's, or the line's. */
    CONTRACT,
    /** When it is to end; none typed is the earliest possible. */
    ENDS_ON,
    /** Where the confirmation goes. */
    EMAIL
  }

  public WithoutSignIn {
    fields = List.copyOf(fields);
  }
}
