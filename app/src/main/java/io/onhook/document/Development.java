package io.onhook.document;

import java.util.List;

/** What the darkroom made of a file. */
sealed interface Development {
  /** Its pages, in order; at least one. */
  record Pictures(List<Picture> pages) implements Development {}

  /** Nothing. */
  record Spoilt(FileProblem problem) implements Development {}
}
