package io.onhook.cancellation;

import io.onhook.document.Document;
import io.onhook.line.Line;
import io.onhook.policy.Acting;
import io.onhook.policy.Pack;
import io.onhook.policy.Way;
import java.util.List;

/**
 * Which copies of papers a request needs. Only people who ask online are asked for any: at a branch
 * the originals lie on the table, and a program's sender answers for having seen them. Pure.
 */
final class Copies {
  /** How a request from the online form comes in. */
  static final String ONLINE = "web";

  /** How a request comes in that is made at a window. */
  static final String BRANCH = "branch";

  private Copies() {}

  /** By the registered document, whatever is typed later: it names no other to a stranger. */
  static List<CopyNeeded> needed(Pack pack, Line line, Acting acting) {
    return pack.copies(Way.WEB, line.holder().documentKind(), acting).stream()
        .map(paper -> new CopyNeeded(paper, pack.sides(paper)))
        .toList();
  }

  static List<CancellationRefusal> missing(
      CancelLine request, Pack pack, Line line, List<Document> there) {
    return request.way().equals(ONLINE)
        ? needed(pack, line, request.acting()).stream()
            .filter(copy -> copy.missing(there) > 0)
            .<CancellationRefusal>map(
                copy -> new CancellationRefusal.CopyMissing(copy.paper(), copy.missing(there)))
            .toList()
        : List.of();
  }
}
