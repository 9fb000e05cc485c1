/**
 * The screens of the hotline's agents: one box, the caller's check, what to read aloud, a case by
 * phone, a lost SIM, calls that were promised.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "web",
      "access",
      "call",
      "bar",
      "cancellation",
      "line",
      "policy",
      "settlement"
    })
package io.onhook.hotline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
