package io.onhook.sandbox.book;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The state as it is now. Documents are shared: never change one, put a changed copy. */
public interface View {
  Optional<ObjectNode> find(String collection, String id);

  /** All documents of a collection, in the order in which they first came. */
  Collection<ObjectNode> all(String collection);

  /** Whether a collection has no document. */
  boolean isEmpty(String collection);

  /** The documents that have this value, in the order in which they came to have it. */
  List<ObjectNode> by(Index index, String key);

  /** Those with the least value; empty if there are none. Whole numbers are in their order. */
  List<ObjectNode> first(Index index);

  /** Those with the greatest value; empty if there are none. */
  List<ObjectNode> last(Index index);

  /** The ids of a collection, in the same order. */
  List<String> ids(String collection);

  /** The sandbox clock. */
  Instant now();
}
