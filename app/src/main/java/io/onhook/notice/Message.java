package io.onhook.notice;

import io.onhook.shared.Language;

/**
 * A notice on its way: in words, and with its address in clear. Lives in memory only.
 *
 * @param id the notice's
 * @param address as its carrier wants it
 */
record Message(String id, Language language, String address, Text text) {
  /** Neither address nor text. */
  @Override
  public String toString() {
    return "Message[" + id + "]";
  }
}
