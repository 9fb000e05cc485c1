package io.onhook.visit;

import io.onhook.certificate.Words;

/**
 * One line of the list that a visitor signs.
 *
 * @param part under which heading it stands
 * @param label what it is about; empty for an explanation, which says it itself
 * @param value in words
 */
public record Item(Part part, Words label, Words value) {

  /** The headings, in order. */
  public enum Part {
    /** What is lost, as it was explained. */
    EXPLAINED,
    /** What was done at the window. */
    DONE,
    /** What is still to happen, and until when. */
    OPEN;

    /** As in message keys. */
    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static Item done(String zh, String en, Words value) {
    return new Item(Part.DONE, new Words(zh, en), value);
  }

  static Item open(String zh, String en, Words value) {
    return new Item(Part.OPEN, new Words(zh, en), value);
  }
}
