package io.onhook.cancellation;

import io.onhook.document.Document;
import io.onhook.policy.Paper;
import java.util.List;

/**
 * A paper of which a request that is made online needs a copy.
 *
 * @param paper which
 * @param sides how many sides the copy shows at least
 */
public record CopyNeeded(Paper paper, int sides) {

  /** How many sides of it are not among these; a page of a file counts as a side. */
  public int missing(List<Document> there) {
    int pages =
        there.stream()
            .filter(document -> document.paper() == paper)
            .mapToInt(Document::pages)
            .sum();
    return Math.max(0, sides - pages);
  }
}
