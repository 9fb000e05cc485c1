package io.onhook.notice;

import java.util.List;

/**
 * A notice in words, filled in.
 *
 * @param subject of the mail; one line
 * @param sms the short form; one line
 * @param paragraphs the long form, for mail and letter
 */
record Text(String subject, String sms, List<String> paragraphs) {
  /** The long form as plain text. */
  String plain() {
    return String.join("\n\n", paragraphs) + "\n";
  }
}
