package io.onhook.sandbox.journal;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one document became.
 *
 * @param collection which kind of document, for example {@code product}
 * @param id its id in the collection
 * @param document the document afterwards; null if it was removed
 */
public record Change(String collection, String id, @Nullable ObjectNode document) {}
