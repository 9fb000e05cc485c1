/** The ten-minute visit: everybody's door in one page. Exists in the sandbox only. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
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
