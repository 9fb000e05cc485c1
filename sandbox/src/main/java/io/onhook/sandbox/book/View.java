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

  /** The ids of a collection, in the same order. */
  List<String> ids(String collection);

  /** The sandbox clock. */
  Instant now();
}
