package io.onhook.document;

import java.time.Duration;

/** How much a paper may be. A sharp photo of an ID is far below all of it. */
final class Limits {
  /** Of a file, in units of 1024 × 1024 bytes. */
  static final int MEGABYTES = 10;

  /** Of a picture; the largest that common phones take. */
  static final int MEGAPIXELS = 50;

  /** Of a picture's longer side, in pixels: below it nobody can read an ID. */
  static final int SHORTEST_SIDE = 400;

  /** Of one file. */
  static final int PAGES = 6;

  /** Of one request. */
  static final int FILES = 12;

  /** The longer side of what is kept, in pixels. */
  static final int KEPT_SIDE = 2200;

  /** Of one file's decoding, the start of the process included. */
  static final Duration TIME = Duration.ofSeconds(20);

  /** The longest wait for a free place. */
  static final Duration QUEUE = Duration.ofSeconds(15);

  private Limits() {}
}
