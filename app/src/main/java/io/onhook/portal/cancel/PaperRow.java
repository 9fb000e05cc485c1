package io.onhook.portal.cancel;

import java.util.List;

/**
 * A paper of which a copy is needed, as the pages show it.
 *
 * @param key as in addresses
 * @param title in the pack's words
 * @param text what is expected of it, in the pack's words; may be empty
 * @param sides how many sides are needed
 * @param missing how many of them are not there yet
 * @param files what is there, the oldest first
 */
record PaperRow(String key, String title, String text, int sides, int missing, List<File> files) {

  /**
   * A file that was taken in.
   *
   * @param id names it in addresses
   * @param pages how many pictures were made of it
   * @param takenAt when, in the reader's words
   * @param shown whether its pictures are still shown
   */
  record File(String id, int pages, String takenAt, boolean shown) {}

  public String path() {
    return Question.PAPERS.path() + "/" + key;
  }

  public boolean complete() {
    return missing == 0;
  }

  /** Which file this is, from 1; 0 if it is none of them. */
  public int numberOf(String id) {
    return files.stream().map(File::id).toList().indexOf(id) + 1;
  }

  /** Which side comes next, from 1. */
  public int nextSide() {
    return Math.min(sides, sides - missing + 1);
  }
}
