/** The holder's screens: from "can I?" to the proof in hand. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "web",
      "access",
      "cancellation",
      "dispute",
      "document",
      "policy",
      "line",
      "settlement",
      "certificate",
      "engine",
      "journal",
      "notice",
      "vault",
      "visit"
    })
package io.onhook.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
