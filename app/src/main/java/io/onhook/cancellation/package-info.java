/**
 * Ending a line: gates, quote, request and the process. The heart; read {@code CancellationProcess}
 * first.
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
      "number",
      "network",
      "bar",
      "settlement",
      "dispute",
      "certificate",
      "worklist"
    })
package io.onhook.cancellation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
