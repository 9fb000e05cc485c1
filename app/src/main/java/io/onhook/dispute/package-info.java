/**
 * Charges that a holder disputes: set aside while the rest goes on, decided by a person, and the
 * operator's billing told of both.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "vault",
      "engine",
      "policy",
      "line",
      "settlement",
      "notice",
      "worklist"
    })
package io.onhook.dispute;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
