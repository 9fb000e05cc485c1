/**
 * The ten-minute visit: everybody's door in one page, in a world that is ninety days old ({@code
 * history}). Exists in the sandbox only.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "policy",
      "notice",
      "document",
      "worklist",
      "branch",
      "call",
      "dispute",
      "web",
      "access",
      "cancellation",
      "line",
      "network",
      "settlement",
      "clock",
      "engine"
    })
package io.onhook.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
