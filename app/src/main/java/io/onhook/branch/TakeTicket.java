package io.onhook.branch;

import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A wish to be served.
 *
 * @param office code
 * @param source where it was taken
 * @param priority whether its holder asks for the priority lane; the clerk sees it, nobody has to
 *     prove it here
 * @param carries the case that it is about, if there is one; the caller has made sure that it is
 *     this person's
 * @param client address that it was taken from, where that is afar; null at the office
 * @param before token of a ticket that was sent home; its holder is first now
 */
public record TakeTicket(
    String office,
    Service service,
    Source source,
    Language language,
    boolean priority,
    Optional<CaseReference> carries,
    @Nullable String client,
    @Nullable String before) {

  /** Where a ticket is taken. */
  public enum Source {
    WEB("web"),
    KIOSK("kiosk"),
    COUNTER("counter");

    private final String key;

    Source(String key) {
      this.key = key;
    }

    /** As stored. */
    public String key() {
      return key;
    }
  }
}
