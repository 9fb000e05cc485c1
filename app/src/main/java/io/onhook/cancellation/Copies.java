package io.onhook.cancellation;

import io.onhook.document.Document;
import io.onhook.line.Line;
import io.onhook.policy.Acting;
import io.onhook.policy.Pack;
import io.onhook.policy.Way;
import java.util.List;
import java.util.Optional;

/**
 * Which copies of papers a request needs, online and at a window: at a window the holder's
 * originals lie on the table, but who acts for somebody else leaves a copy for the person who
 * decides. A program's sender answers for having seen them. Pure.
 */
final class Copies {
  /** How a request from the online form comes in. */
  static final String ONLINE = "web";

  /** How a request comes in that is made at a window. */
  static final String BRANCH = "branch";

  private Copies() {}

  /** By the registered document, whatever is typed later: it names no other to a stranger. */
  static List<CopyNeeded> needed(Pack pack, Line line, Acting acting) {
    return CopyNeeded.of(pack, Way.WEB, line, acting);
  }

  static List<CancellationRefusal> missing(
      CancelLine request, Pack pack, Line line, List<Document> there) {
    return asking(request)
        .map(way -> CopyNeeded.of(pack, way, line, request.acting()))
        .orElseGet(List::of)
        .stream()
        .filter(copy -> copy.missing(there) > 0)
        .<CancellationRefusal>map(
            copy -> new CancellationRefusal.CopyMissing(copy.paper(), copy.missing(there)))
        .toList();
  }

  /** As what way a request is asked for copies; empty if it is asked for none. */
  private static Optional<Way> asking(CancelLine request) {
    return switch (request.way()) {
      case ONLINE -> Optional.of(Way.WEB);
      case BRANCH -> Optional.of(Way.BRANCH);
      default -> Optional.empty();
    };
  }
}
