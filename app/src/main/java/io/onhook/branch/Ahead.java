package io.onhook.branch;

/**
 * Somebody who is called earlier.
 *
 * @param label of their ticket
 * @param why the rule by which it is so
 * @param service what they wait for
 */
public record Ahead(String label, Why why, Service service) {

  /** The rule by which somebody is ahead. */
  public enum Why {
    /** They booked a time, and it has come. */
    BOOKED("booked"),
    /** They were here earlier. */
    EARLIER("earlier"),
    /** They came later, by the priority lane or with a place kept from another day. */
    PRIORITY("priority"),
    /** One let them go first. */
    LET_PASS("let-pass");

    private final String key;

    Why(String key) {
      this.key = key;
    }

    /** As in message keys. */
    public String key() {
      return key;
    }
  }
}
