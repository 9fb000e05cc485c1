package io.onhook.counter.visit;

import io.onhook.document.Document;
import java.util.List;

/**
 * A paper of which a copy stays, as the pages of a visit show it.
 *
 * @param key as in addresses
 * @param title in the pack's words
 * @param text what is expected of it, in the pack's words; may be empty
 * @param sides how many sides are needed
 * @param missing how many of them are not there yet
 * @param files what is there, the oldest first
 */
record PaperRow(
    String key, String title, String text, int sides, int missing, List<Document> files) {

  public boolean complete() {
    return missing == 0;
  }
}
