/** The same over HTTP: REST under {@code /api/v1}, RFC 9457 problems, idempotency keys. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "access",
      "cancellation",
      "policy",
      "line",
      "settlement",
      "certificate",
      "engine",
      "journal"
    })
package io.onhook.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
