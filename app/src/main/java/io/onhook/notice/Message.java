package io.onhook.notice;

import io.onhook.shared.Language;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A notice on its way: in words, and with its address in clear. Lives in memory only.
 *
 * @param id the notice's
 * @param address as its carrier wants it
 * @param validFor a carrier that stores messages must not deliver it later than that; null for the
 *     carrier's own limit
 */
record Message(
    String id, Language language, String address, Text text, @Nullable Duration validFor) {
  /** Neither address nor text. */
  @Override
  public String toString() {
    return "Message[" + id + "]";
  }
}
