package io.onhook.document;

import java.util.Locale;

/** Why a file was not taken. Each has a text that names the problem and what to do. */
public enum FileProblem {
  EMPTY(0),
  TOO_LARGE(Limits.MEGABYTES),
  /** Neither JPEG nor PNG nor PDF, whatever it is called. */
  UNKNOWN_KIND(0),
  HEIC(0),
  /** Cut off, or wrong inside. */
  DAMAGED(0),
  TOO_MANY_PIXELS(Limits.MEGAPIXELS),
  TOO_SMALL(Limits.SHORTEST_SIDE),
  /** Four inks, as for a printing press. */
  PRINT_COLOURS(0),
  BLANK(0),
  LOCKED(0),
  TOO_MANY_PAGES(Limits.PAGES),
  /** It wants more memory or time than a paper needs. */
  TOO_HEAVY(0),
  INFECTED(0),
  SCANNER_DOWN(0),
  BUSY(0),
  TOO_MANY_FILES(Limits.FILES);

  private final int limit;

  FileProblem(int limit) {
    this.limit = limit;
  }

  /** As in message keys: {@code file.too-large}. */
  public String code() {
    return "file." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The number that its text names; 0 for none. */
  public int limit() {
    return limit;
  }
}
