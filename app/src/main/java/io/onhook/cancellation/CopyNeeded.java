package io.onhook.cancellation;

import io.onhook.document.Document;
import io.onhook.line.Line;
import io.onhook.policy.Acting;
import io.onhook.policy.Pack;
import io.onhook.policy.Paper;
import io.onhook.policy.Way;
import java.util.List;

/**
 * A paper of which a request needs a copy.
 *
 * @param paper which
 * @param sides how many sides the copy shows at least
 */
public record CopyNeeded(Paper paper, int sides) {

  /** All that this way asks for, of somebody in this role; by the document of the register. */
  public static List<CopyNeeded> of(Pack pack, Way way, Line line, Acting acting) {
    return pack.copies(way, line.holder().documentKind(), acting).stream()
        .map(paper -> new CopyNeeded(paper, pack.sides(paper)))
        .toList();
  }

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
