package io.onhook.demo;

import io.onhook.line.LineId;

/**
 * A holder whom a visitor can be.
 *
 * @param key names them among the messages
 * @param line theirs, among the sandbox operator's
 */
enum Guest {
  DATA_ONLY("data-only", "L-0073"),
  UNLIMITED("unlimited", "L-0001"),
  ARREARS("arrears", "L-0003"),
  CONTRACT("contract", "L-0004"),
  PASSPORT("passport", "L-0022");

  private final String key;
  private final LineId line;

  Guest(String key, String line) {
    this.key = key;
    this.line = new LineId(line);
  }

  public String key() {
    return key;
  }

  LineId line() {
    return line;
  }
}
