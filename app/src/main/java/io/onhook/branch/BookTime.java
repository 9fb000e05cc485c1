package io.onhook.branch;

import io.onhook.notice.Notice.Channel;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a time.
 *
 * @param office code
 * @param at one of the free slots
 * @param carries the case that it is about; the caller has made sure that it is this person's
 * @param client address that it was made from
 * @param reach how to remind them; null for not at all
 */
public record BookTime(
    String office,
    Service service,
    Instant at,
    Language language,
    Optional<CaseReference> carries,
    String client,
    @Nullable Reach reach) {
  /** How to reach somebody, in plain form. */
  public record Reach(Channel channel, String address) {
    /** Never the address. */
    @Override
    public String toString() {
      return "Reach[" + channel + "]";
    }
  }
}
