package io.onhook.notice;

import io.onhook.shared.Language;
import java.time.Instant;

/**
 * A letter to print, opened. Lives in memory only.
 *
 * @param id the notice's, to be printed small at the foot
 * @param address of several lines
 * @param subject its heading
 * @param text its paragraphs, parted by empty lines
 */
public record Letter(
    String id, Language language, String address, String subject, String text, Instant queuedAt) {
  /** Neither address nor text. */
  @Override
  public String toString() {
    return "Letter[" + id + "]";
  }
}
