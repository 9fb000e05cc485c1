/**
 * What is done at a window with one visitor: whose ID was seen, which SIM was taken, what was paid,
 * and what the visitor signed.
 *
 * <p>A visit belongs to a ticket and takes up one line, or the case that ends it: the same case as
 * online. Nobody serves an own line. All that is personal is sealed, under the visit's own key.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "vault",
      "journal",
      "engine",
      "policy",
      "notice",
      "document",
      "line",
      "settlement",
      "certificate",
      "cancellation",
      "branch"
    })
package io.onhook.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
